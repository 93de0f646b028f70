"""Where a stage ends on the buyer's side, and which of our steps stand nearest to that."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.support.processes import Time, buyer_step, need, step
from twolane.alignment.milestones import ends_at, nearest_steps
from twolane.model.process import Process

Times = tuple[Time, Time]


def process(buyer: Mapping[str, Times], **stage: object) -> Process:
    """A process with these steps of the buyer, each with a need `<step>-proof`, and one stage."""
    steps = [buyer_step(id, *times, need(f"{id}-proof", "proof")) for id, times in buyer.items()]
    stages = [{"id": "both", "name": "Both", **stage}]
    return Process.model_validate(
        {"id": "p", "name": "P", "version": "1.0.0", "buyer": {"steps": steps}, "stages": stages}
    )


def ends(given: Process) -> str:
    return " ".join(step.id for step in ends_at(given, given.stages[0]))


def nearest(given: Process) -> str:
    stage = given.stages[0]
    return " ".join(step.id for step in nearest_steps(given, stage, ends_at(given, stage)))


@pytest.mark.parametrize(
    ("legal", "technical", "order", "expected"),
    [
        ((0, 3), (0, 8), (8, 9), "order"),
        ((0, 3), (4, 8), (0, 5), "technical"),
        ((0, 8), (0, 3), (0, 5), "legal"),
        ((0, 8), (0, 3), (4, 8), "legal order"),
        ((0, 8), (2, 8), (4, 8), "legal technical order"),
        ((None, None), (None, None), (None, None), "order"),
        ((0, 8), (None, None), (0, 3), "technical"),
        ((None, None), (0, 8), (0, 3), "technical"),
        ((0, 8), (8, None), (0, 3), "technical"),
        ((0, 8), (2, None), (0, 3), "legal"),
        ((None, 8), (None, 3), (None, None), "order"),
    ],
)
def test_a_stage_ends_with_the_last_to_end(legal: Times, technical: Times, order: Times, expected: str) -> None:
    """By their times, not by their order; without times a step ends after those that stand before it."""
    buyer = {"legal": legal, "technical": technical, "order": order}
    assert ends(process(buyer, serves=["legal", "technical", "order"])) == expected


def test_only_what_the_stage_serves_counts() -> None:
    """A later step that the stage does not serve is another one's; an id that nothing defines is nobody's."""
    buyer = {"legal": (0, 3), "technical": (0, 8), "order": (8, 9)}
    assert ends(process(buyer, serves=["technical", "legal", "gone"])) == "technical"


def test_a_stage_that_names_no_step_serves_those_of_its_steps() -> None:
    """Those that we do for the buyer: an internal step serves nobody. Without any, the stage ends nowhere."""
    buyer = {"legal": (0, 3), "technical": (0, 8), "order": (8, 9)}
    gate = {**step("gate", serves=["order"]), "kind": "gate"}
    steps = [step("a", serves=["legal"]), step("b", serves=["technical"]), gate]
    assert ends(process(buyer, steps=steps)) == "technical"
    assert ends(process(buyer, steps=[step("a")])) == ""


def test_the_nearest_is_the_last_that_delivers_there() -> None:
    """Then the others that deliver, the last first, then those that only serve; what is for another step is not."""
    steps = [
        step("early", 1, 2, delivers=["technical-proof"]),
        step("late", 6, 8, delivers=["technical-proof"]),
        step("middle", 3, 5, delivers=["technical-proof"]),
        step("lawyer", 7, 9, delivers=["legal-proof"], serves=["legal"]),
        step("guest", 8, 9, serves=["technical"]),
        step("clerk", 9, 9),
    ]
    buyer = {"legal": (0, 3), "technical": (0, 8)}
    assert nearest(process(buyer, serves=["legal", "technical"], steps=steps)) == "late middle early guest"


def test_steps_without_times_are_nearest_as_they_are_written() -> None:
    """The last is the nearest, and so it is of those that end at the same time."""
    steps = [step(id, delivers=["order-proof"]) for id in ("first", "second", "third")]
    assert nearest(process({"order": (8, 9)}, serves=["order"], steps=steps)) == "third second first"
    steps = [step(id, 8, 9, delivers=["order-proof"]) for id in ("first", "second")]
    assert nearest(process({"order": (8, 9)}, serves=["order"], steps=steps)) == "second first"
