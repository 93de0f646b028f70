"""Processes in two versions, side by side in one playbook: what each changes, and what that does to a deal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tests.support.playbooks import playbook
from twolane.history.frozen import freeze
from twolane.model.releases import checksum

SHARED = {
    "process/playbook.yml": "title: Small\n",
    "process/roles.yml": """\
roles:
  - {id: rep, name: Rep}
  - {id: boss, name: Boss}
""",
    "mkdocs.yml": """\
site_name: Small
docs_dir: playbook
use_directory_urls: false
theme:
  name: material
  font: false
  palette: {scheme: default, primary: custom, accent: custom}
plugins:
  - search
  - twolane
""",
    "playbook/index.md": "# Small\n",
}
BEFORE = """\
id: {id}
name: {id}
version: 1.0.0
owner: boss
buyer:
  steps:
    - {{id: notice, name: Notice}}
    - {{id: compare, name: Compare}}
    - {{id: decide, name: Decide}}
stages:
  - id: meet
    name: Meet
    serves: [notice]
    steps:
      - {{id: call, name: Call them, serves: [notice], responsible: rep, accountable: boss}}
    exit:
      - {{id: visit-agreed, buyer: Agrees to a visit, evidence: Accepted invitation}}
  - id: show
    name: Show
    serves: [compare]
    steps:
      - {{id: replay, name: Replay, serves: [compare], responsible: rep, accountable: boss}}
    exit:
      - {{id: replay-judged, buyer: Judges the replay}}
  - id: close
    name: Close
    serves: [decide]
    steps:
      - {{id: sign, name: Sign, serves: [decide], responsible: rep, accountable: boss}}
    exit:
      - {{id: order, buyer: Orders}}
"""
SHOW = "  - id: show\n"
JUDGED = "      - {id: replay-judged, buyer: Judges the replay}\n"
LAWYERS = "{id: lawyers-agree, buyer: Has its lawyers agree}"
ENTRY = f"""\
    serves: [compare]
    entry:
      - {LAWYERS.replace("buyer", "criterion")}
"""
LEGAL = f"""\
  - id: legal
    name: Legal review
    serves: [compare]
    steps:
      - {{id: send-terms, name: Send the terms, serves: [compare], responsible: rep, accountable: boss}}
    exit:
      - {LAWYERS}
"""


@dataclass(frozen=True)
class Pair:
    """What the second version changes, as texts that stand in the first one once and what replaces them.

    The deal is in the stage Show; in Meet and Show all is ticked, but for steps where the pair is about those.
    ``opened`` are the keys of the lines that open again, ``missing`` the words that the page of the deal's stage lists
    as missing, ``spared`` the keys of what is not asked of the deal. ``news`` is what the deal is told. ``holds`` says
    whether the review finds a deal that could go on before and cannot now.
    """

    edits: Mapping[str, str]
    opened: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    spared: tuple[str, ...] = ()
    news: tuple[str, ...] = ()
    holds: bool = False


VISIT = "buyer: Agrees to a visit,"
CLOSE = "  - id: close\n"
BEFORE_MARK = "What Show needed on version 1.0.0: 1 of 1 done"
PAIRS = {
    "other-capitals": Pair({VISIT: "buyer: agrees to a visit.,", "name: Replay,": "name: replay,"}),
    "same-words": Pair({VISIT: "buyer: Agrees – to a visit,"}),
    "look-at-it": Pair(
        {VISIT: "buyer: Agrees to a discovery visit,"}, ("criterion:visit-agreed",), ("Agrees to a discovery visit",)
    ),
    "another-meaning": Pair(
        {JUDGED: JUDGED.replace("Judges", "Judges nothing of")},
        ("criterion:replay-judged",),
        ("Judges nothing of the replay",),
        holds=True,
    ),
    "other-evidence": Pair(
        {"evidence: Accepted invitation": "evidence: Signed contract"},
        ("criterion:visit-agreed",),
        ("Agrees to a visit",),
        holds=True,
    ),
    "new-exit-here": Pair(
        {JUDGED: f"{JUDGED}      - {LAWYERS}\n"},
        missing=("Has its lawyers agree",),
        news=("1 new item is required since 2.0.0:", "Has its lawyers agree", BEFORE_MARK),
        holds=True,
    ),
    "new-exit-behind": Pair({SHOW: f"      - {LAWYERS}\n{SHOW}"}, spared=("criterion:lawyers-agree",), holds=True),
    "new-entry-here": Pair({"    serves: [compare]\n": ENTRY}, spared=("criterion:lawyers-agree",), holds=True),
    "new-only-here": Pair(
        {JUDGED: f"{JUDGED}      - {LAWYERS.replace('}', ', applies_to: new-only}')}\n"},
        spared=("criterion:lawyers-agree",),
    ),
    "new-stage-ahead": Pair(
        {CLOSE: f"{LEGAL}{CLOSE}"},
        news=(
            "The stage “Legal review” is new since 2.0.0; it lies between here and Close. It requires 1 item. "
            "Open Legal review",
            BEFORE_MARK,
        ),
        holds=True,
    ),
    "new-stage-behind": Pair(
        {SHOW: f"{LEGAL}{SHOW}"},
        spared=("step:send-terms", "criterion:lawyers-agree"),
        news=(
            "The stage “Legal review” is new since 2.0.0; this deal has already passed it, nothing is to be caught "
            "up. Open Legal review",
        ),
        holds=True,
    ),
    "step-required-here": Pair(
        {"name: Replay, serves": "name: Replay, required: true, serves"},
        missing=("Replay",),
        news=("1 open item was optional and is required now.", "Replay", BEFORE_MARK),
        holds=True,
    ),
    "step-required-behind": Pair(
        {"name: Call them, serves": "name: Call them, required: true, serves"}, spared=("step:call",), holds=True
    ),
    "step-required-ahead": Pair({"name: Sign, serves": "name: Sign, required: true, serves"}, holds=True),
    "another-id": Pair(
        {"id: visit-agreed": "id: visit-fixed", "stages:\n": "renamed_from: {visit-fixed: visit-agreed}\nstages:\n"},
    ),
    "another-stage": Pair(
        {
            "      - {id: visit-agreed, buyer: Agrees to a visit, evidence: Accepted invitation}\n": (
                "      - {id: terms-known, buyer: Knows the terms, required: false}\n"
            ),
            JUDGED: f"{JUDGED}      - {{id: visit-agreed, buyer: Agrees to a visit, evidence: Accepted invitation}}\n",
        },
        spared=("criterion:terms-known",),
    ),
}
"""By the id of the process."""


def before() -> dict[str, str]:
    """The files of the first version, which is released."""
    processes = {f"process/{id}/process.yml": BEFORE.format(id=id) for id in PAIRS}
    files = {**SHARED, **processes}
    whole = playbook({name: text.encode() for name, text in files.items()})
    for id in PAIRS:
        copy = freeze(BEFORE.format(id=id), whole.process[id], whole)
        files[f"process/{id}/releases/1.0.0.yml"] = copy
        files[f"process/{id}/releases.yml"] = (
            f"releases:\n  - version: 1.0.0\n    date: 2026-03-01\n    sha256: {checksum(copy.encode())}\n"
        )
    return files


def after() -> dict[str, str]:
    """The files of the second version."""
    files = before()
    for id, pair in PAIRS.items():
        text = BEFORE.format(id=id)
        for old, new in {**pair.edits, "version: 1.0.0": "version: 2.0.0"}.items():
            assert text.count(old) == 1, (id, old)
            text = text.replace(old, new)
        files[f"process/{id}/process.yml"] = text
    return files
