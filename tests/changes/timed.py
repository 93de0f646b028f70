"""A process in which everything has its time, edited as plain values, and what is said of that both ways."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import yaml

from tests.changes.small import read
from twolane.changes.change import Change
from twolane.changes.comparison import compare
from twolane.model.playbook import Playbook

Values = dict[str, Any]
Edit = Callable[[Values], None]

TIMED = """
id: sell
name: Sell
version: 1.0.0
owner: boss
buyer:
  steps:
    - id: notice
      name: Notice
      from: 0
      until: 2
      needs:
        - {id: figures, kind: information, what: Figures of others, from: 1, until: 2}
      decision: {question: Is it worth it, no_go: Part, no_decision: Wait}
    - id: evaluate
      name: Evaluate
      from: 2
      until: 6
      needs:
        - {id: replay, kind: demonstration, what: Their own orders, from: 3, until: 5}
      decision: {question: Which one}
    - id: decide
      name: Decide
      from: 6
      until: 8
      decision: {question: Do we sign}
    - id: use
      name: Use
      from: 8
stages:
  - id: meet
    name: Meet
    serves: [notice]
    steps:
      - {id: call, name: Call, serves: [notice], delivers: [figures], from: 1, until: 2, responsible: rep}
    exit:
      - {id: visit-agreed, buyer: Agrees to a visit, evidence: Invitation}
      - {id: budget-told, buyer: Tells the budget, evidence: E-mail}
  - id: show
    name: Show
    serves: [evaluate]
    steps:
      - {id: play, name: Play, serves: [evaluate], delivers: [replay], from: 3, until: 5, responsible: engineer}
    exit:
      - {id: replay-judged, buyer: Judges the replay, evidence: Minutes}
  - id: close
    name: Close
    serves: [decide]
    steps:
      - {id: sign, name: Sign, serves: [decide], from: 6, until: 8, responsible: rep}
    exit:
      - {id: order, buyer: Orders, evidence: Order}
"""


def edited(*edits: Edit) -> Playbook:
    """The playbook with the process after these edits."""
    value = yaml.safe_load(TIMED)
    for edit in edits:
        edit(value)
    return read(yaml.safe_dump(value, sort_keys=False))


def both_ways(*edits: Edit) -> tuple[tuple[Change, ...], tuple[Change, ...]]:
    """The changes that these edits make, and those that taking them back makes."""
    old, new = edited(), edited(*edits)
    return compare(old, new).changes, compare(new, old).changes


def said(*edits: Edit) -> tuple[list[str], list[str]]:
    """The levels and sentences of the changes both ways."""
    forth, back = ([f"{change.level.word}: {change.sentence}" for change in changes] for changes in both_ways(*edits))
    return forth, back


def step(value: Values, id: str) -> Values:
    """The buyer's step, need, step or criterion of that id."""
    return next(each for each in _mappings(value) if each.get("id") == id and each is not value)


def timed(value: Values) -> Iterator[Values]:
    """Everything that has a time."""
    yield from (each for each in _mappings(value) if "from" in each or "until" in each)


def later(value: Values, start: float, by: float) -> None:
    """Everything from a moment on later."""
    for each in timed(value):
        if each["from"] >= start:
            each |= {key: each[key] + by for key in ("from", "until") if key in each}


def times_of(value: Values, **times: tuple[float, float]) -> None:
    """Other times for some things, by id."""
    for id, (begin, end) in times.items():
        step(value, id).update({"from": begin, "until": end})


def _mappings(value: Any) -> Iterator[Values]:
    if isinstance(value, dict):
        yield value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _mappings(each)
