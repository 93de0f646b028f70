"""Says in one sentence how selling fits buying, and puts what does not fit in the order in which to mend it (P2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from twolane.alignment.results import (
    Alignment,
    Check,
    Delivery,
    Disturbance,
    End,
    Measure,
    Met,
    Misplaced,
    Pair,
    Served,
)
from twolane.alignment.results import Unwanted as WrongPlace
from twolane.alignment.words import amount
from twolane.checks.phrases import listed
from twolane.model.buying import BuyerStep
from twolane.model.selling import Step

_CLAUSES = 4
"""How many things one sentence says; the figures beside it say the rest."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """Everything that fails at one step of the buyer, or (without one) at steps of ours that serve nobody.

    ``rank`` is 0 where nobody serves the step, 1 where a need is not met, 2 where something comes at the wrong time
    or in the wrong order, 3 without a step of the buyer. ``checks`` are those of the six measures that fail here.
    """

    buyer_step: BuyerStep | None
    rank: int
    checks: tuple[Check, ...]


def verdict(alignment: Alignment) -> str:
    """The sentence for whoever reads only one: what is worst, with figures."""
    process = alignment.process
    if not alignment.of:
        return "There is nothing to compare yet."
    if not process.buyer_steps:
        return "Nobody has written down yet how they buy, so there is nothing that our steps could mirror."
    if not process.steps:
        return "Nobody has written down yet what we do, so nothing mirrors how they buy."
    if alignment.held == alignment.of:
        return f"Selling mirrors how they buy: {_all(alignment.of)}."
    return f"Selling {listed(list(_clauses(alignment))[:_CLAUSES])}."


def _all(number: int) -> str:
    return "the one check that can be made holds" if number == 1 else f"all {number} checks hold"


def _clauses(alignment: Alignment) -> Iterator[str]:
    unit = alignment.process.time_unit
    for end in alignment.ends.failing:
        verb, word = ("starts", "late") if end.which == "start" else ("ends", "early")
        yield f"{verb} {amount(end.gap, unit)} too {word}"
    for words, measure in (
        ("serves {share} of the buyer", alignment.coverage),
        ("meets {share} of the buyer", alignment.value),
        ("brings {share} in time", alignment.timing),
        ("keeps the buyer's order in {share}", alignment.order),
    ):
        if measure.held < measure.of:
            yield words.format(share=_share(measure, _COUNTED[measure.name]))
    idle = len(alignment.focus.failing)
    if idle:
        yield f"spends {idle} of {alignment.focus.of} steps on nobody"


_COUNTED = {"coverage": "steps", "value": "needs", "timing": "deliveries", "order": "pairs of steps"}


def _share(measure: Measure[Any], what: str) -> str:
    """``3 of 7 steps``, ``none of 7 steps``."""
    return f"{measure.held or 'none'} of {measure.of} {what}"


def troubles(alignment: Alignment) -> tuple[Trouble, ...]:
    """Where something fails, what is worst first.

    To be helped at all comes before being helped with the right things, and that before the right time; among equals
    the step at which more checks fail comes first, then the one that the buyer comes to first.
    """
    found: dict[str | None, list[Check]] = {}
    for measure in alignment.measures:
        for check in measure.failing:
            place = place_of(alignment, check)
            found.setdefault(place.id if place else None, []).append(check)
    order = {step.id: number for number, step in reversed(list(enumerate(alignment.process.buyer_steps)))}
    steps = {step.id: step for step in reversed(alignment.process.buyer_steps)}
    every = [Trouble(steps[id] if id else None, _rank(id, checks), tuple(checks)) for id, checks in found.items()]
    last = len(order)
    return tuple(
        sorted(
            every,
            key=lambda each: (
                each.rank,
                -len(each.checks),
                order[each.buyer_step.id] if each.buyer_step else last,
            ),
        )
    )


def _rank(id: str | None, checks: list[Check]) -> int:
    if id is None:
        return 3
    return min(0 if isinstance(each, Served) else 1 if isinstance(each, Met) else 2 for each in checks)


def place_of(alignment: Alignment, check: object) -> BuyerStep | None:
    """The step of the buyer at which a check fails; none where a step of ours serves nobody."""
    if isinstance(check, Served | Met | Delivery | End | WrongPlace | Disturbance):
        return check.buyer_step
    if isinstance(check, Misplaced):
        return _served_first(alignment, check.step)
    if isinstance(check, Pair):
        wrong = {each.step.id for each in alignment.misplaced}
        return _served_first(alignment, check.first if check.first.id in wrong else check.second)
    return None


def _served_first(alignment: Alignment, step: Step) -> BuyerStep | None:
    return next((each for each in alignment.process.buyer_steps if each.id in step.serves), None)
