"""The words of the diagram: what its parts are called when read out, and what is written on them."""

from __future__ import annotations

from decimal import Decimal

from twolane.alignment.statements import amount
from twolane.model.buying import BuyerStep
from twolane.model.selling import Stage, Step
from twolane.wording.counts import number
from twolane.wording.lists import listed
from twolane.wording.spans import span, units
from twolane.wording.spoken_language import texts

_SMALL, _LARGE = 1e-6, 1e7
"""Times below and from which figures are told by their power of ten."""


def buyer_step(step: BuyerStep, unit: str) -> str:
    """What a buyer step is called when read out."""
    return texts().lines_buyer_step.format(name=step.name, when=_when(step.from_, step.until, unit))


def step(step: Step, serves: tuple[str, ...], unit: str) -> str:
    """What a step of ours is called when read out."""
    text = texts().lines_our_step if serves else texts().lines_own if step.of_the_house else texts().lines_orphan
    return text.format(name=step.name, when=_when(step.from_, step.until, unit), steps=listed(serves))


def stage(stage: Stage) -> str:
    """What a stage is called when read out."""
    steps = len(stage.steps)
    return texts().lines_stage.of(steps).format(name=stage.name, number=number(steps))


def gap(late: Decimal, unit: str) -> str:
    """How far off a delivery is: ``3 weeks late``."""
    time = amount(late, unit) if _SMALL <= abs(late) < _LARGE else _of_powers(abs(float(late)), unit)
    text = texts().lines_late if late > 0 else texts().lines_early
    return text.format(time=time)


def met(need: str, step: str, late: Decimal | None, unit: str) -> str:
    """A need that a step delivers."""
    if late is None:
        return texts().lines_need_no_time.format(need=need, step=step)
    return texts().lines_need.format(need=need, step=step, gap=timing(late, unit))


def unmet(need: str) -> str:
    """A need that nobody meets."""
    return texts().lines_unmet_need.format(need=need)


def space(need: str, outcome: str) -> str:
    """A need to be left alone."""
    text = texts().lines_space_broken if outcome == "disturbed" else texts().lines_space_kept
    return text.format(need=need)


def length(value: float, unit: str) -> str:
    """How long a line is missing: ``3 weeks``."""
    if not _SMALL <= value < _LARGE:
        return _of_powers(value, unit)
    return texts().length_of_time.format(number=number(value), units=units(value, unit))


def _of_powers(value: float, unit: str) -> str:
    return texts().length_of_time.format(number=f"{value:g}", units=units(value, unit))


def _when(begin: float | None, end: float | None, unit: str) -> str:
    return span(begin, end, unit) or texts().lines_no_time


def timing(late: Decimal | None, unit: str) -> str:
    """How a delivery comes, in a cell of a table."""
    if late is None:
        return texts().lines_no_time
    return gap(late, unit) if late else texts().lines_in_time


def quiet(kept: bool) -> str:
    """How a need for space fares, in a cell of a table."""
    return texts().lines_quiet if kept else texts().lines_disturbed


def caption(unit: str, ordered: bool) -> str:
    """What one must know to read the picture."""
    if ordered:
        return texts().lines_caption_ordered
    return texts().lines_caption.format(units=units(2, unit))
