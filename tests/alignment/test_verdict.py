"""Whoever reads one sentence knows what is wrong, and what is worst comes first."""

from __future__ import annotations

import pytest

from tests.support.processes import buyer_step, need, process, step
from twolane.alignment.analysis import align
from twolane.alignment.verdict import troubles, verdict
from twolane.model.process import Process

BUYING = [
    buyer_step("notice", 0, 4, need("figures")),
    buyer_step("choose", 4, 10, need("price"), need("visit")),
    buyer_step("use", 10, 20, need("training")),
]
MIRRORED = [
    step("share", 1, 3, ["notice"], ["figures"]),
    step("offer", 5, 6, ["choose"], ["price", "visit"]),
    step("train", 11, 12, ["use"], ["training"]),
]
LATE = [step("offer", 6, 6, ["choose"], ["price"]), step("visit", 12, 13, ["choose"], ["visit"])]


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (process(BUYING, MIRRORED), "Selling mirrors how they buy: all 19 checks hold."),
        (process([], []), "There is nothing to compare yet."),
        (
            process(BUYING, []),
            "Nobody has written down yet what we do, so nothing mirrors how they buy.",
        ),
        (
            process([], MIRRORED),
            "Nobody has written down yet how they buy, so there is nothing that our steps could mirror.",
        ),
        (
            process(BUYING, LATE),
            "Selling starts 2 weeks after the buyer's first step is over. "
            "It serves 1 of the buyer's 3 steps and meets 2 of their 4 needs.",
        ),
        (
            process(BUYING, MIRRORED[:2]),
            "Selling ends with “Offer”, 4 weeks before the buyer's last step begins. "
            "It serves 2 of the buyer's 3 steps and meets 3 of their 4 needs.",
        ),
        (
            process(BUYING, [*MIRRORED, step("file", 12, 12)]),
            "Selling does 1 of 4 steps for nobody.",
        ),
        (
            process(BUYING[:1], [step("share", 1, 3, [], [])]),
            "Selling serves no step of the buyer, meets none of their needs and does everything for nobody.",
        ),
    ],
)
def test_verdict(given: Process, says: str) -> None:
    """The ends of our line come first, then the figures in which something fails, the most basic ones first."""
    assert verdict(align(given)) == says


def test_what_is_worst_comes_first() -> None:
    """Steps without any help, then those without all that is needed, then wrong times, then our own work."""
    given = process(
        [*BUYING, buyer_step("renew", 20, 30, need("review"))],
        [
            step("share", 6, 7, ["notice"], ["figures"]),
            step("offer", 5, 6, ["choose"], ["price"]),
            step("file", 12, 12),
            step("review", 21, 22, [], ["review"]),
        ],
    )
    found = [
        (each.buyer_step.id if each.buyer_step else None, each.rank, len(each.checks))
        for each in troubles(align(given))
    ]
    assert found == [("use", 0, 2), ("renew", 0, 1), ("choose", 1, 1), ("notice", 2, 2), (None, 3, 2)]


def test_more_failing_checks_come_first_among_equals() -> None:
    """Of two steps that nobody serves, the one with more needs left; else the one that the buyer meets first."""
    given = process(BUYING, [step("file")])
    assert [each.buyer_step and each.buyer_step.id for each in troubles(align(given))][:3] == [
        "choose",
        "notice",
        "use",
    ]
