"""Each single check of an alignment in a line: what it is about, how it stands, and with whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import singledispatch
from typing import Any

from twolane.alignment.results import Alignment, Delivery, End, Focus, Measure, Met, Served
from twolane.alignment.statements import amount, named, number
from twolane.alignment.time_spans import OPEN
from twolane.links.element_links import Ref, References
from twolane.model.process import Process
from twolane.model.selling import Step
from twolane.wording.texts.english import TEXTS


@dataclass(frozen=True, slots=True)
class Brief:
    """One check, or several that say the same of ``subject``: ``subject`` ``says`` ``refs``."""

    subject: Ref
    says: str
    refs: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class Checks:
    """The checks of one measure: those that fail, and those that hold."""

    failing: tuple[Brief, ...]
    holding: tuple[Brief, ...]


def checks_of(alignment: Alignment, measure: Measure[Any], refs: References) -> Checks:
    """All checks of a measure; pairs of steps are gathered by the first of the two."""
    process = alignment.process
    if measure.name == "order":
        return Checks(tuple(_pairs(alignment, refs, False)), tuple(_pairs(alignment, refs, True)))
    return Checks(
        tuple(brief(each, process, refs) for each in measure.failing),
        tuple(brief(each, process, refs) for each in measure.holding),
    )


def _pairs(alignment: Alignment, refs: References, held: bool) -> Iterator[Brief]:
    seconds: dict[str, list[Step]] = {}
    firsts: dict[str, Step] = {}
    for pair in alignment.order.holding if held else alignment.order.failing:
        firsts[pair.first.id] = pair.first
        seconds.setdefault(pair.first.id, []).append(pair.second)
    for id, others in seconds.items():
        first = refs.step(alignment.process, firsts[id])
        if held:
            # There may be hundreds of them, to each of which a link would lead.
            names = ", ".join(named(each.name) for each in others)
            yield Brief(first, TEXTS["brief_before"].format(steps=names))
        else:
            yield Brief(first, TEXTS["brief_too_soon"], refs.steps(alignment.process, others))


@singledispatch
def brief(check: object, process: Process, refs: References) -> Brief:
    """A check in a line."""
    raise TypeError(f"no line for {type(check).__name__}")


@brief.register
def _served(check: Served, process: Process, refs: References) -> Brief:
    subject = refs.buyer_step(process, check.buyer_step)
    if check.by:
        return Brief(subject, TEXTS["brief_served"], refs.steps(process, check.by))
    if check.only_space:
        return Brief(subject, TEXTS["brief_quiet" if check.quiet else "brief_disturbed_step"])
    return Brief(subject, TEXTS["brief_unserved"])


@brief.register
def _met(check: Met, process: Process, refs: References) -> Brief:
    subject = refs.need(process, check.need)
    if check.space:
        says = TEXTS["brief_disturbed" if check.disturbed else "brief_space"]
        return Brief(subject, says, refs.steps(process, check.disturbed))
    return Brief(subject, TEXTS["brief_met" if check.by else "brief_unmet"], refs.steps(process, check.by))


@brief.register
def _delivery(check: Delivery, process: Process, refs: References) -> Brief:
    word = "brief_late" if check.late > 0 else "brief_early" if check.late else "brief_in_time"
    says = TEXTS[word].format(gap=amount(check.late, process.time_unit))
    return Brief(refs.step(process, check.step), says, (refs.need(process, check.need),))


@brief.register
def _end(check: End, process: Process, refs: References) -> Brief:
    unit = process.time_unit
    word = "brief_start" if check.which == "start" else "brief_end"
    if check.gap:
        word += "_late" if check.which == "start" else "_early"
    if check.time == OPEN:
        word = "brief_end_open"
    time = "" if check.time == OPEN else f"{unit} {number(check.time)}"
    says = TEXTS[word].format(time=time, gap=amount(check.gap, unit))
    return Brief(refs.step(process, check.step), says, (refs.buyer_step(process, check.buyer_step),))


@brief.register
def _focus(check: Focus, process: Process, refs: References) -> Brief:
    served = tuple(refs.buyer_step(process, each) for each in check.serves)
    return Brief(refs.step(process, check.step), TEXTS["brief_focus" if served else "brief_idle"], served)
