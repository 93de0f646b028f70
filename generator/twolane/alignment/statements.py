"""Says what an alignment found and what would mend it, in the words that every report and page uses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import singledispatch

from twolane.alignment import mends
from twolane.alignment.results import (
    Alignment,
    Delivery,
    Disturbance,
    End,
    Focus,
    Met,
    Misplaced,
    Pair,
    Served,
    Unwanted,
)
from twolane.alignment.time_spans import OPEN, Span
from twolane.model.buying import Need
from twolane.model.selling import Step
from twolane.wording.lists import first_listed, listed
from twolane.wording.quoting import short
from twolane.wording.spans import units
from twolane.wording.spoken_language import texts

_SEVERAL = 3


def number(value: Decimal) -> str:
    """A time or a gap as people write it: ``3``, ``0.5``."""
    return f"{value.normalize():f}" if value else "0"


def amount(value: Decimal, unit: str) -> str:
    """A length of time without its sign: ``1 week``, ``0.5 weeks``."""
    size = abs(value)
    return texts().length_of_time.format(number=number(size), units=units(float(size), unit))


def when(span: Span, unit: str) -> str:
    """A span in a sentence: ``in weeks 3 to 4``, ``in week 3``, ``from week 3 on``."""
    t = texts()
    if span.end == OPEN:
        return t.during_from.format(unit=units(1, unit), begin=number(span.begin))
    if span.begin == span.end:
        return t.during_point.format(unit=units(1, unit), begin=number(span.begin))
    return t.during_between.format(units=units(2, unit), begin=number(span.begin), end=number(span.end))


def _point(time: Decimal, unit: str) -> str:
    return texts().point_in_time.format(unit=units(1, unit), number=number(time))


def named(text: str) -> str:
    """A name or the text of a need in quotation marks, shortened where it is long."""
    return f"“{short(text)}”"


def quoted(need: Need) -> str:
    """A need in a sentence."""
    return named(need.what)


@singledispatch
def problem(check: object, unit: str) -> str:
    """What is wrong with a check that does not hold, as a sentence without its full stop."""
    raise TypeError(f"no words for {type(check).__name__}")


@problem.register
def _served(check: Served, unit: str) -> str:
    name, t = named(check.buyer_step.name), texts()
    if check.only_space:
        return t.quiet_broken.format(step=name)
    needs = [quoted(need) for need in check.buyer_step.needs if need.kind != "space"]
    return t.unserved_needs.format(step=name, needs=_some(needs)) if needs else t.unserved.format(step=name)


@problem.register
def _met(check: Met, unit: str) -> str:
    t, need = texts(), quoted(check.need)
    if not check.space:
        return t.unmet.format(need=need, step=named(check.buyer_step.name))
    return _reaches_out(check.disturbed, when(check.span, unit) if check.span else "", need)


@problem.register
def _disturbance(check: Disturbance, unit: str) -> str:
    return _reaches_out((check.step,), when(check.window, unit), quoted(check.need))


def _reaches_out(steps: Sequence[Step], time: str, need: str) -> str:
    text = texts().reaches_out_then if time else texts().reaches_out
    return text.of(len(steps)).format(steps=_names(steps), time=time, need=need)


@problem.register
def _delivery(check: Delivery, unit: str) -> str:
    t = texts()
    if check.late > 0:
        text = t.too_late_inherited if check.inherited else t.too_late
        time, limit = check.span.begin, check.window.end
    else:
        text = t.too_early_inherited if check.inherited else t.too_early
        time, limit = check.span.end, check.window.begin
    step, need, gap = named(check.step.name), quoted(check.need), amount(check.late, unit)
    return text.format(step=step, gap=gap, need=need, time=_point(time, unit), limit=_point(limit, unit))


@problem.register
def _pair(check: Pair, unit: str) -> str:
    return texts().out_of_order_before.format(first=named(check.first.name), second=named(check.second.name))


@problem.register
def _misplaced(check: Misplaced, unit: str) -> str:
    before = any(isinstance(each, mends.Reorder) and each.where == "behind" for each in check.mends)
    text = texts().out_of_order_before if before else texts().out_of_order_behind
    return text.format(first=named(check.step.name), second=_names(check.others))


@problem.register
def _end(check: End, unit: str) -> str:
    text = texts().late_start if check.which == "start" else texts().early_end
    return text.format(
        step=named(check.step.name),
        gap=amount(check.gap, unit),
        buyer_step=named(check.buyer_step.name),
        time=_point(check.time, unit),
        limit=_point(check.limit, unit),
    )


@problem.register
def _focus(check: Focus, unit: str) -> str:
    return texts().idle.format(step=named(check.step.name))


@problem.register
def _unwanted(check: Unwanted, unit: str) -> str:
    return texts().unwanted.format(
        step=named(check.step.name),
        serves=listed([named(step.name) for step in check.serves]),
        need=quoted(check.need),
        buyer_step=named(check.buyer_step.name),
    )


def mended(each: Iterable[mends.Mend], unit: str) -> str:
    """What would mend it, one way or the other: ``move “Demonstrate” 3 weeks earlier, or let “Compare” deliver …``."""
    return texts().or_else.join(mend(one, unit) for one in each)


@singledispatch
def mend(value: object, unit: str) -> str:
    """One mend as an order."""
    raise TypeError(f"no words for {type(value).__name__}")


@mend.register
def _move(value: mends.Move, unit: str) -> str:
    text = texts().mend_later if value.by > 0 else texts().mend_earlier
    return text.format(step=named(value.step.name), time=amount(value.by, unit))


@mend.register
def _serve(value: mends.Serve, unit: str) -> str:
    t, name = texts(), named(value.buyer_step.name)
    if value.step is not None:
        return t.mend_serve.format(step=named(value.step.name), buyer_step=name, id=value.buyer_step.id)
    if value.stage is not None:
        return t.mend_add_serving_in.format(stage=named(value.stage.name), buyer_step=name)
    return t.mend_add_serving.format(buyer_step=name)


@mend.register
def _deliver(value: mends.Deliver, unit: str) -> str:
    t = texts()
    if value.step is not None:
        return t.mend_deliver.format(step=named(value.step.name), id=value.need.id)
    return t.mend_add_delivering_in.format(stage=named(value.stage.name)) if value.stage else t.mend_add_delivering


@mend.register
def _withhold(value: mends.Withhold, unit: str) -> str:
    return texts().mend_withhold.format(id=value.need.id)


@mend.register
def _reorder(value: mends.Reorder, unit: str) -> str:
    text = texts().mend_before if value.where == "before" else texts().mend_behind
    return text.format(step=named(value.step.name), other=named(value.other.name))


@mend.register
def _spare(value: mends.Spare, unit: str) -> str:
    return texts().mend_pause.format(time=when(value.window, unit))


@mend.register
def _keep_out(value: mends.KeepOut, unit: str) -> str:
    t, steps, window = texts(), _names(value.steps), value.window
    if window.end == OPEN:
        return t.mend_keep_out_from.format(steps=steps, time=_point(window.begin, unit))
    if window.begin == window.end:
        return t.mend_keep_out.format(steps=steps, time=_point(window.begin, unit))
    between = t.outside_between.format(units=units(2, unit), begin=number(window.begin), end=number(window.end))
    return t.mend_keep_out.format(steps=steps, time=between)


@mend.register
def _own(value: mends.Own, unit: str) -> str:
    return texts().mend_own.format(step=named(value.step.name))


@mend.register
def _go_on(value: mends.GoOn, unit: str) -> str:
    return texts().mend_go_on.format(step=named(value.step.name), time=_point(value.until, unit))


def _names(steps: Iterable[Step]) -> str:
    return _some([named(step.name) for step in steps])


def _some(names: list[str]) -> str:
    """The first few of the names, and how many more there are."""
    return first_listed(names, _SEVERAL)


def left_out(alignment: Alignment) -> Iterable[str]:
    """A sentence per measure that had to leave something out, with what would have to be given."""
    for name in ("value", "timing", "order", "ends"):
        elements = [each.element for each in alignment.left_out if each.measure == name]
        if elements:
            names = [named(each.what if isinstance(each, Need) else each.name) for each in elements]
            measure = texts().measure_names[name].lower()
            text = texts().left_out_of_order if name == "order" else texts().left_out_of_measure
            yield text.of(len(names)).format(measure=measure, names=listed(names))
