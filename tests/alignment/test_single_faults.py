"""A process that fits, and what each of the ten kinds of misalignment does to its figures, computed by hand."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.processes import buyer_step, codes, figures, need, process, step
from twolane.alignment.analysis import align
from twolane.alignment.statements import mended, problem

Steps = list[dict[str, Any]]

# 3 buyer steps, 3 needs and one for space; 3 steps of ours, 3 deliveries, 3 pairs, 2 ends: 3+4+3+3+2+3 = 18 checks.
FITS = {
    "coverage": (3, 3),
    "value": (4, 4),
    "timing": (3, 3),
    "order": (3, 3),
    "ends": (2, 2),
    "focus": (3, 3),
}


def theirs() -> Steps:
    """The buyer notices, compares, and decides in peace."""
    return [
        buyer_step("notice", 0, 4, need("benchmark")),
        buyer_step("compare", 4, 10, need("demonstration", "demonstration")),
        buyer_step("decide", 10, 20, need("price", "pricing", 10, 12), need("quiet", "space", 14, 18)),
    ]


def ours() -> Steps:
    """We do what fits."""
    return [
        step("share", 1, 3, ["notice"], ["benchmark"]),
        step("demonstrate", 5, 7, ["compare"], ["demonstration"]),
        step("offer", 10, 11, ["decide"], ["price"]),
    ]


def test_what_fits() -> None:
    """A process that mirrors the buyer's holds in every check, and nothing is found."""
    alignment = align(process(theirs(), ours()))
    assert figures(alignment) == FITS
    assert (alignment.held, alignment.of) == (18, 18)
    assert codes(alignment.process) == []
    assert alignment.left_out == ()


def unserved() -> tuple[Steps, Steps]:
    return [*theirs(), buyer_step("start", 11, 13)], ours()


def unmet() -> tuple[Steps, Steps]:
    steps = theirs()
    steps[1]["needs"].append(need("proof", "proof"))
    return steps, ours()


def orphan() -> tuple[Steps, Steps]:
    return theirs(), [*ours(), step("forecast", 11, 12)]


def unwanted() -> tuple[Steps, Steps]:
    steps = ours()
    steps[0] = step("share", 1, 4, ["notice"], ["benchmark", "demonstration"])
    return theirs(), steps


def late() -> tuple[Steps, Steps]:
    steps = ours()
    steps[1] = step("demonstrate", 12.5, 13, ["compare"], ["demonstration"])
    return theirs(), steps


def early() -> tuple[Steps, Steps]:
    steps = ours()
    steps[1] = step("demonstrate", 1, 3, ["compare"], ["demonstration"])
    return theirs(), steps


def disordered() -> tuple[Steps, Steps]:
    first, second, third = ours()
    return theirs(), [second, first, third]


def started_late() -> tuple[Steps, Steps]:
    steps = ours()
    steps[0] = step("share", 5, 6, ["notice"], [])
    buying = theirs()
    buying[0]["needs"] = []
    return buying, steps


def ended_early() -> tuple[Steps, Steps]:
    steps, buying = ours(), theirs()
    buying[2]["needs"] = []
    steps[2] = step("offer", 7, 9, ["decide"])
    return buying, steps


def broken_in() -> tuple[Steps, Steps]:
    return theirs(), [*ours(), step("follow-up", 12, 15, ["decide"])]


@pytest.mark.parametrize(
    ("made", "code", "changed"),
    [
        (unserved, "A301", {"coverage": (3, 4)}),
        (unmet, "A302", {"value": (4, 5)}),
        (orphan, "A303", {"focus": (3, 4)}),
        (unwanted, "A304", {"timing": (4, 4)}),
        (late, "A305", {"timing": (2, 3)}),
        (early, "A306", {"timing": (2, 3)}),
        (disordered, "A307", {"order": (2, 3)}),
        (started_late, "A308", {"value": (3, 3), "timing": (2, 2), "ends": (1, 2)}),
        (ended_early, "A309", {"value": (2, 2), "timing": (2, 2), "ends": (1, 2)}),
        (broken_in, "A310", {"value": (3, 4), "order": (5, 5), "focus": (4, 4)}),
    ],
    ids=lambda value: value if isinstance(value, str) else getattr(value, "__name__", ""),
)
def test_each_kind_alone(made: Any, code: str, changed: dict[str, tuple[int, int]]) -> None:
    """One fault of a kind is found once, and moves the figures that count it and no others."""
    given = process(*made())
    assert codes(given) == [code]
    assert figures(align(given)) == FITS | changed


def test_words_of_each_kind() -> None:
    """Each kind says what is wrong with its amount, and what would mend it."""
    alignment = align(process(*late()))
    (failing,) = alignment.timing.failing
    assert problem(failing, "week") == (
        "“Demonstrate” comes 2.5 weeks too late for “What demonstration is”: it begins in week 12.5, "
        "and that is needed until week 10"
    )
    assert mended(failing.mends, "week") == "move “Demonstrate” 2.5 weeks earlier"
    (failing,) = align(process(*early())).timing.failing
    assert mended(failing.mends, "day") == "move “Demonstrate” 1 day later"
    alignment = align(process(*broken_in()))
    assert mended(alignment.disturbances[0].mends, "week") == (
        "move “Follow-Up” 1 week earlier, or let it pause in weeks 14 to 18"
    )
    assert mended(alignment.value.failing[0].mends, "week") == "keep “Follow-Up” out of weeks 14 to 18"


def test_all_ten_together() -> None:
    """A process with every fault: each is found where it is, and the figures are those counted by hand."""
    buying = [
        buyer_step("notice", 0, 4),
        buyer_step("agree", 4, 8, need("visit", "visit")),
        buyer_step("compare", 8, 12, need("demonstration", "demonstration"), need("facts")),
        buyer_step("decide", 12, 16, need("price", "pricing"), need("quiet", "space", 13, 15)),
        buyer_step("run", 20, 30),
    ]
    selling = [
        step("score", 5, 6),  # an orphan, and the first that we do: a week late
        step("demonstrate", 5, 6, ["compare"], ["demonstration"]),  # 2 weeks early, and before the call
        step("call", 6, 7, ["agree"], ["price"]),  # the price is wanted by those who decide, 5 weeks later
        step("facts", 13.5, 14, ["compare"], ["facts"]),  # 1.5 weeks late, in the quiet
        step("sign", 15, 16, ["decide"]),  # the last that we do, 4 weeks before they run it
    ]
    given = process(buying, selling)
    # Pairs that can be compared: demonstrate-call (wrong), demonstrate-sign, call-facts, call-sign, facts-sign.
    assert figures(align(given)) == {
        "coverage": (3, 5),
        "value": (3, 5),
        "timing": (0, 3),
        "order": (4, 5),
        "ends": (0, 2),
        "focus": (4, 5),
    }
    assert codes(given) == [
        *("A301", "A301", "A302", "A303", "A304", "A305", "A306", "A306", "A307", "A308", "A309", "A310"),
    ]
