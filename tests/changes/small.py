"""A small playbook with one process, and what changes when its text is edited."""

from __future__ import annotations

from twolane.changes.change import Change
from twolane.changes.comparison import compare
from twolane.loading.playbook_files import load
from twolane.model.playbook import Playbook

SHARED = {
    "playbook.yml": b"title: Small\n",
    "roles.yml": b"""
roles:
  - {id: rep, name: Rep}
  - {id: engineer, name: Engineer}
  - {id: boss, name: Boss}
  - {id: planner, name: Planner, side: buyer}
""",
    "metrics.yml": b"""
metrics:
  - {id: meetings, name: Meetings, definition: Visits agreed in a month, unit: count, owner: boss}
""",
}
PROCESS = """
id: sell
name: Sell
version: 1.0.0
owner: boss
buyer:
  steps:
    - {id: notice, name: Notice, decision: {question: Go on?, no_go: Part, no_decision: Wait}}
    - {id: compare, name: Compare}
    - {id: decide, name: Decide}
stages:
  - id: meet
    name: Meet
    serves: [notice]
    metrics: [meetings]
    steps:
      - {id: call, name: Call, serves: [notice], responsible: rep, accountable: boss, consulted: [planner]}
    exit:
      - {id: visit-agreed, buyer: Agrees to a visit}
      - {id: budget-told, buyer: Tells the budget, required: false}
  - id: show
    name: Show
    serves: [compare]
    entry:
      - {id: data-there, criterion: The data are there}
    steps:
      - {id: replay, name: Replay, serves: [compare], responsible: engineer, accountable: rep, required: true}
    exit:
      - {id: replay-judged, buyer: Judges the replay}
  - id: close
    name: Close
    serves: [decide]
    steps:
      - {id: sign, name: Sign, serves: [decide], responsible: rep, accountable: boss}
    exit:
      - {id: order, buyer: Orders}
"""


def read(process: str, folder: str = "sell", **shared: bytes) -> Playbook:
    """The small playbook with this process, and with other shared files where they are given."""
    files = {**SHARED, **{f"{name}.yml": data for name, data in shared.items()}}
    files[f"{folder}/process.yml"] = process.encode()
    playbook = load(files).playbook
    assert playbook is not None
    return playbook


def changes(*edits: tuple[str, str]) -> tuple[Change, ...]:
    """The changes that these edits of the process make."""
    new = PROCESS
    for old_text, new_text in edits:
        assert new.count(old_text) == 1, old_text
        new = new.replace(old_text, new_text)
    return compare(read(PROCESS), read(new)).changes


def told(*edits: tuple[str, str]) -> list[tuple[str, str, tuple[str, ...]]]:
    """Each change as level, slug and roles."""
    return [(change.level.word, change.kind.slug, change.roles) for change in changes(*edits)]
