"""Whether it is safe, which version is needed, what to do, and in which order people read it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.changes.pairs import FOLDER, full, read_pair
from tests.reports.of_changes.comparisons import empty, mixed
from twolane.changes.change import Change, Comparison
from twolane.changes.comparison import compare
from twolane.reports.of_changes.advice import advice, decisions
from twolane.reports.of_changes.change_verdict import needed, verdict, whom
from twolane.reports.of_changes.grouping import readers, sections
from twolane.reports.of_changes.weight import Weight, weight

BREAK, ACCEPTED, DOUBT, SAFE, WORDING = Weight.BREAK, Weight.ACCEPTED, Weight.DOUBT, Weight.SAFE, Weight.WORDING


def only(*weights: Weight) -> Comparison:
    """The sample with no other changes than those of these weights."""
    sample = mixed()
    return replace(sample, changes=tuple(each for each in sample.changes if weight(each) in weights))


@pytest.mark.parametrize(
    ("comparison", "says", "hurts", "decide"),
    [
        (empty(), "Nothing has changed.", "", 0),
        (only(WORDING), "Safe: only the wording changes.", "", 0),
        (only(SAFE, WORDING), "Safe: nothing breaks; 1 change to know about.", "", 0),
        (
            only(DOUBT, SAFE),
            "Nothing is known to break, but 1 change alters what a deal must meet: look at it.",
            "",
            1,
        ),
        (only(ACCEPTED, DOUBT), "Safe, since what breaks was accepted: 1 change.", "", 1),
        (
            mixed(),
            "Not safe as it is: 2 changes break something.",
            "Hurt: deals under way (1 change); the CRM, reports and automations (1 change); "
            "figures over time (1 change).",
            2,
        ),
    ],
)
def test_verdict(comparison: Comparison, says: str, hurts: str, decide: int) -> None:
    """The heaviest change decides; who is hurt is said of what nobody has accepted."""
    assert verdict(comparison) == says
    assert whom(comparison) == hurts
    assert len(decisions(comparison)) == decide


def versions(comparison: Comparison, version: str) -> list[str]:
    """What is said of the version of each process, where the new one says ``version``."""
    (process,) = comparison.new.processes
    new = replace(comparison.new, processes=(process.model_copy(update={"version": version}),))
    return [each.sentence for each in needed(replace(comparison, new=new))]


@pytest.mark.parametrize(
    ("weights", "version", "says"),
    [
        ((BREAK,), "1.0.0", "needs version 2.0.0 (major), but says 1.0.0: raise it."),
        ((BREAK,), "1.1.0", "needs version 2.0.0 (major), but says 1.1.0: raise it."),
        ((BREAK,), "2.0.0", "needs 2.0.0 or higher (major), and has 2.0.0."),
        ((ACCEPTED,), "1.1.0", "needs version 2.0.0 (major), but says 1.1.0: raise it."),
        ((DOUBT, SAFE), "1.2.0", "needs 1.1.0 or higher (minor), and has 1.2.0."),
        ((WORDING,), "1.0.0", "needs version 1.0.1 (patch), but says 1.0.0: raise it."),
    ],
)
def test_needed_version(weights: tuple[Weight, ...], version: str, says: str) -> None:
    """The version that the old one is raised to by what has changed, accepted or not; a higher one will do."""
    assert versions(only(*weights), version) == [says]


def test_before_the_first_real_version() -> None:
    """Before 1.0.0 a minor version will do whatever breaks, and that is said."""
    sample = only(BREAK)
    (process,) = sample.old.processes
    early = replace(sample, old=replace(sample.old, processes=(process.model_copy(update={"version": "0.4.0"}),)))
    assert versions(early, "0.4.0") == [
        "needs version 0.5.0 (minor, which is enough before 1.0.0), but says 0.4.0: raise it."
    ]


def test_processes_that_come_and_go() -> None:
    """A process that is new or gone needs no other version."""
    less = replace(full(), processes=tuple(each for each in full().processes if each.id != "expansion"))
    gone, new = compare(full(), less), compare(less, full())
    (was,) = (each for each in needed(gone) if each.id == "expansion")
    (now,) = (each for each in needed(new) if each.id == "expansion")
    assert was.sentence == "is gone; its last version was 1.0.0."
    assert now.sentence == "is new, with version 1.0.0."


def first(case: str, way: str) -> Change:
    """The heaviest change of a pair, read forth or back."""
    pair = read_pair(FOLDER / f"{case}.case")
    return (pair.forth if way == "forth" else pair.back).changes[0]


@pytest.mark.parametrize(
    ("case", "way", "says"),
    [
        (
            "exit-criterion/required-tightened",
            "forth",
            ["Write `applies_to: new-only` to spare the deals under way, or tell their owners what to fetch."],
        ),
        ("exit-criterion/required-tightened", "back", ["Tell whoever relies on it in the next stage, or keep it."]),
        (
            "metric/unit",
            "forth",
            ["Note the day beside the figures: those from before and after it cannot be compared."],
        ),
        ("stage/probability", "forth", []),
    ],
)
def test_advice(case: str, way: str, says: list[str]) -> None:
    """What breaks comes with what whomever it hurts can be spared; what is harmless comes without advice."""
    assert list(advice(first(case, way))) == says


def test_order_of_reading() -> None:
    """Processes first, in them the stages in their order, the heaviest change of each first; what all share last."""
    groups = [(section.name, group) for section in sections(mixed()) for group in section.groups]
    assert [(name, group.title, [weight(each) for each in group.changes]) for name, group in groups] == [
        ("New business", "Stage “Prospecting”", [BREAK, SAFE, WORDING]),
        ("New business", "Stage “Closing”", [ACCEPTED, DOUBT]),
        ("what all processes share", "Metrics", [BREAK]),
    ]


def test_wording_of_the_whole_comes_last() -> None:
    """What is said of the process as a whole comes first, unless it is no more than wording."""

    def titles(*cases: str) -> list[str]:
        pairs = [read_pair(FOLDER / f"{case}.case").forth for case in cases]
        changes = tuple(change for pair in pairs for change in pair.changes)
        return [group.title for group in sections(replace(pairs[0], changes=changes))[0].groups]

    stage, whole = "Stage “Closing”", "The process as a whole"
    assert titles("process/owner", "stage/goal-reworded") == [whole, stage]
    assert titles("process/summary-reworded", "stage/goal-reworded") == [stage, whole]


def test_readers() -> None:
    """Whom it hurts most comes first, and reads the heaviest first."""
    assert [(id, [weight(each) for each in changes]) for id, changes in readers(mixed())] == [
        ("sales-director", [BREAK, BREAK, ACCEPTED, DOUBT]),
        ("rep", [BREAK, SAFE, WORDING]),
        ("engineer", [ACCEPTED, DOUBT]),
    ]
