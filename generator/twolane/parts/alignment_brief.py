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
from twolane.wording.spoken_language import texts


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
            yield Brief(first, texts().brief_before.format(steps=names))
        else:
            yield Brief(first, texts().brief_too_soon, refs.steps(alignment.process, others))


@singledispatch
def brief(check: object, process: Process, refs: References) -> Brief:
    """A check in a line."""
    raise TypeError(f"no line for {type(check).__name__}")


@brief.register
def _served(check: Served, process: Process, refs: References) -> Brief:
    subject = refs.buyer_step(process, check.buyer_step)
    if check.by:
        return Brief(subject, texts().brief_served, refs.steps(process, check.by))
    if check.only_space:
        return Brief(subject, (texts().brief_quiet if check.quiet else texts().brief_disturbed_step))
    return Brief(subject, texts().brief_unserved)


@brief.register
def _met(check: Met, process: Process, refs: References) -> Brief:
    subject = refs.need(process, check.need)
    if check.space:
        says = texts().brief_disturbed if check.disturbed else texts().brief_space
        return Brief(subject, says, refs.steps(process, check.disturbed))
    return Brief(subject, (texts().brief_met if check.by else texts().brief_unmet), refs.steps(process, check.by))


@brief.register
def _delivery(check: Delivery, process: Process, refs: References) -> Brief:
    t = texts()
    text = t.brief_late if check.late > 0 else t.brief_early if check.late else t.brief_in_time
    says = text.format(gap=amount(check.late, process.time_unit))
    return Brief(refs.step(process, check.step), says, (refs.need(process, check.need),))


@brief.register
def _end(check: End, process: Process, refs: References) -> Brief:
    unit = process.time_unit
    time = "" if check.time == OPEN else f"{unit} {number(check.time)}"
    says = _of_end(check).format(time=time, gap=amount(check.gap, unit))
    return Brief(refs.step(process, check.step), says, (refs.buyer_step(process, check.buyer_step),))


def _of_end(check: End) -> str:
    t = texts()
    if check.time == OPEN:
        return t.brief_end_open
    if check.which == "start":
        return t.brief_start_late if check.gap else t.brief_start
    return t.brief_end_early if check.gap else t.brief_end


@brief.register
def _focus(check: Focus, process: Process, refs: References) -> Brief:
    served = tuple(refs.buyer_step(process, each) for each in check.serves)
    return Brief(refs.step(process, check.step), (texts().brief_focus if served else texts().brief_idle), served)
