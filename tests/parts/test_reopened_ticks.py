"""The lines of checklists that open again for deals under way, worked out by hand."""

from __future__ import annotations

import pytest

from tests.changes.small import PROCESS, read
from twolane.changes.comparison import compare
from twolane.parts.reopened_ticks import Reopened, reopened

VISIT = "buyer: Agrees to a visit}"
PROVEN = "buyer: Agrees to a visit, evidence: Accepted invitation}"


def opened(old: str, new: str, folder: str = "sell") -> tuple[Reopened, ...]:
    """The lines that open again between two versions of the small process."""
    return reopened(compare(read(old), read(new, folder)))


def edited(old: str, new: str, text: str = PROCESS) -> str:
    """The process with a text replaced that stands in it once."""
    assert text.count(old) == 1, old
    return text.replace(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (VISIT, "buyer: agrees to a  visit.}"),
        (VISIT, "buyer: Agrees to a **visit**}"),
        (
            "{id: visit-agreed, buyer: Agrees to a visit}",
            "{id: visit-agreed, buyer: Agrees to a visit, required: false}",
        ),
        ("      - {id: visit-agreed, buyer: Agrees to a visit}\n", ""),
        (
            "      - {id: visit-agreed, buyer: Agrees to a visit}\n",
            "      - {id: visit-agreed, buyer: Agrees to a visit}\n      - {id: offer-read, buyer: Reads the offer}\n",
        ),
        ("{id: visit-agreed, buyer", "{id: visit-fixed, buyer"),
        ("name: Meet\n", "name: First talk\n"),
    ],
)
def test_what_opens_nothing(old: str, new: str) -> None:
    """Wording that makes no difference, marks, what is new or gone, and what has another id."""
    assert opened(PROCESS, edited(old, new)) == ()


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        (VISIT, "buyer: Agrees to two visits}", ["criterion:visit-agreed"]),
        (VISIT, PROVEN, ["criterion:visit-agreed"]),
        ("criterion: The data are there}", "criterion: The data are promised}", ["criterion:data-there"]),
        ("{id: sign, name: Sign,", "{id: sign, name: Sign with a lawyer,", ["step:sign"]),
    ],
)
def test_what_opens_again(old: str, new: str, lines: list[str]) -> None:
    """Criteria and steps whose words or evidence nobody can show to mean the same."""
    assert [each.key for each in opened(PROCESS, edited(old, new))] == lines


def test_words_and_evidence_each_for_itself() -> None:
    """One that says the same does not help the other."""
    old = edited(VISIT, PROVEN)
    new = edited(VISIT, "buyer: agrees to a visit, evidence: A signed invitation}")
    assert opened(old, new) == (
        Reopened(
            "sell",
            "meet",
            "criterion:visit-agreed",
            "Agrees to a visit",
            "agrees to a visit",
            "Accepted invitation",
            "A signed invitation",
        ),
    )


def test_what_is_told_to_have_another_id() -> None:
    """A renamed criterion in a renamed process keeps its ticks, and opens again where it says something else."""
    renamed = edited("id: sell\n", "id: win\nrenamed_from: {visit-fixed: visit-agreed}\n")
    renamed = edited("{id: visit-agreed, buyer: Agrees to a visit}", "{id: visit-fixed, buyer: Fixes a day}", renamed)
    shared = {"playbook": b"title: Small\nrenamed_from: {win: sell}\n"}
    (line,) = reopened(compare(read(PROCESS), read(renamed, "win", **shared)))
    assert (line.process, line.stage, line.key) == ("win", "meet", "criterion:visit-fixed")
    assert reopened(compare(read(PROCESS), read(renamed, "win"))) == ()


def test_what_has_moved() -> None:
    """From one stage to another, or from an entry to an exit, a line stays what it is as long as its words do."""
    line = "      - {id: data-there, criterion: The data are there}\n"
    gone = edited(f"    entry:\n{line}", "")
    moved = edited(VISIT, f"{VISIT}\n      - {{id: data-there, buyer: The data are there}}", gone)
    assert opened(PROCESS, moved) == ()
    reworded = moved.replace("The data are there", "The data are checked")
    assert [(each.stage, each.key) for each in opened(PROCESS, reworded)] == [("meet", "criterion:data-there")]
