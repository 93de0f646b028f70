"""A real change of a real handbook's sales stages, judged as its readers would have wished."""

from __future__ import annotations

from tests.support.playbooks import CASES
from twolane.changes.change import Change
from twolane.changes.comparison import compare
from twolane.changes.levels import Level
from twolane.loading.playbook_files import load
from twolane.model.playbook import Playbook

ROLES = b"""
roles:
  - {id: sales-development, name: Sales development}
  - {id: account-executive, name: Account executive}
  - {id: customer-engineer, name: Customer engineer}
  - {id: sales-manager, name: Sales manager}
"""


def read(name: str) -> Playbook:
    """One of both versions."""
    process = (CASES / "handbook" / f"{name}.yml").read_bytes()
    playbook = load(
        {"playbook.yml": b"title: A handbook\n", "roles.yml": ROLES, "enterprise/process.yml": process}
    ).playbook
    assert playbook is not None
    return playbook


def said(changes: tuple[Change, ...]) -> list[tuple[str, str, tuple[str, ...]]]:
    """Each change: its level, its sentence, and who must read again."""
    return [(change.level.word, change.sentence, change.roles) for change in changes]


def test_stage_put_in_front() -> None:
    """A stage before the first holds no deal under way, whatever it asks; nor do better chances in two others."""
    comparison = compare(read("before"), read("after"))
    assert comparison.level is Level.MINOR
    assert said(comparison.changes) == [
        (
            "minor",
            "The stage “Interest” is new; a deal that begins from now on needs “Asks for a talk” before "
            "“Qualification”, and deals under way do not.",
            ("sales-development", "account-executive", "sales-manager"),
        ),
        (
            "minor",
            "How likely a deal in the stage “Qualification” is won, in percent: 40 now (before: 25).",
            ("account-executive", "sales-manager"),
        ),
        (
            "minor",
            "How likely a deal in the stage “Evaluation” is won, in percent: 60 now (before: 50).",
            ("account-executive", "customer-engineer"),
        ),
    ]


def test_stage_taken_away_again() -> None:
    """Backwards it breaks: deals in the stage have nowhere to be, and what it made sure of is gone."""
    comparison = compare(read("after"), read("before"))
    assert comparison.level is Level.MAJOR
    first = comparison.changes[0]
    assert first.sentence == "The stage “Interest” is gone."
    assert first.witness is not None
    assert first.witness.sentence == "A deal in “Interest” has no stage to be in any more."
