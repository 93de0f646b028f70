"""Says in a sentence how selling fits buying, and puts what does not fit in the order in which to mend it (P2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from twolane.alignment.results import (
    Alignment,
    Check,
    Delivery,
    Disturbance,
    End,
    Met,
    Misplaced,
    Pair,
    Served,
)
from twolane.alignment.results import Unwanted as WrongPlace
from twolane.alignment.statements import amount, named
from twolane.model.buying import BuyerStep
from twolane.model.selling import Step
from twolane.wording.lists import listed
from twolane.wording.spoken_language import texts

_CLAUSES = 3
"""How many figures a sentence takes; those beside it say the rest."""


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
    """What is wrong for whoever reads no further: the ends of our line, and the worst figures."""
    process = alignment.process
    t = texts()
    if not alignment.of:
        return t.verdict_nothing
    if not process.buyer_steps:
        return t.verdict_no_buyer
    if not process.steps:
        return t.verdict_no_steps
    if alignment.held == alignment.of:
        return t.verdict_all.of(alignment.of).format(number=alignment.of)
    ends, shares = list(_ends(alignment)), list(_shares(alignment))
    if ends and shares:
        return t.verdict_and_says.format(ends=listed(ends), shares=listed(shares[:2]))
    return t.verdict_says.format(clauses=listed(ends or shares[:_CLAUSES]))


def _ends(alignment: Alignment) -> Iterator[str]:
    """Where our line begins too late or ends too early."""
    for end in alignment.ends.failing:
        text = texts().verdict_starts if end.which == "start" else texts().verdict_ends
        yield text.format(step=named(end.step.name), gap=amount(end.gap, alignment.process.time_unit))


def _shares(alignment: Alignment) -> Iterator[str]:
    """How much holds of each measure in which something fails, what matters most first."""
    for measure in (alignment.coverage, alignment.value, alignment.timing, alignment.order, alignment.focus):
        if measure.held < measure.of:
            words = texts().verdict_shares if measure.held else texts().verdict_none
            failing = measure.of - measure.held
            yield words[measure.name].format(held=measure.held, of=measure.of, failing=failing)


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
