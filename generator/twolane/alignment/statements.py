"""Says what an alignment found and what would mend it, in the words that every report and page uses."""

from __future__ import annotations

from collections.abc import Iterable
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
from twolane.wording.lists import listed
from twolane.wording.quoting import short

MEASURES = {
    "coverage": ("Coverage", "steps of the buyer that a step of ours serves"),
    "value": ("Value", "needs of the buyer that are met"),
    "timing": ("Timing", "deliveries that come in time"),
    "order": ("Order", "pairs of our steps in the buyer's order"),
    "ends": ("Ends", "where both lines begin and end"),
    "focus": ("Focus", "steps of ours that serve the buyer"),
}
"""By the name of each measure: what people call it, and what its figure counts."""
NOTHING = "nothing to compare"
_SEVERAL = 3


def number(value: Decimal) -> str:
    """A time or a gap as people write it: ``3``, ``0.5``."""
    return f"{value.normalize():f}" if value else "0"


def amount(value: Decimal, unit: str) -> str:
    """A length of time without its sign: ``1 week``, ``0.5 weeks``."""
    size = abs(value)
    return f"{number(size)} {unit}{'' if size == 1 else 's'}"


def when(span: Span, unit: str) -> str:
    """A span in a sentence: ``in weeks 3 to 4``, ``in week 3``, ``from week 3 on``."""
    if span.end == OPEN:
        return f"from {unit} {number(span.begin)} on"
    if span.begin == span.end:
        return f"in {unit} {number(span.begin)}"
    return f"in {unit}s {number(span.begin)} to {number(span.end)}"


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
    name = named(check.buyer_step.name)
    if check.only_space:
        return f"at {name} the buyer wants nothing but to be left alone, and somebody reaches out"
    needs = [quoted(need) for need in check.buyer_step.needs if need.kind != "space"]
    needed = f", where the buyer needs {_some(needs)}" if needs else ""
    return f"no step of ours serves {name}{needed}"


@problem.register
def _met(check: Met, unit: str) -> str:
    name = named(check.buyer_step.name)
    if not check.space:
        return f"no step of ours delivers {quoted(check.need)}, which the buyer needs at {name}"
    steps = _names(check.disturbed)
    verb = "reaches" if len(check.disturbed) == 1 else "reach"
    time = f" {when(check.span, unit)}" if check.span else ""
    return f"{steps} {verb} out{time}, when the buyer wants space: {quoted(check.need)}"


@problem.register
def _disturbance(check: Disturbance, unit: str) -> str:
    step, time = named(check.step.name), when(check.window, unit)
    return f"{step} reaches out {time}, when the buyer wants space: {quoted(check.need)}"


@problem.register
def _delivery(check: Delivery, unit: str) -> str:
    gap, step, need = amount(check.late, unit), named(check.step.name), quoted(check.need)
    at = f"{unit} {number(check.span.begin if check.late > 0 else check.span.end)}"
    by = ", by the times of its stage," if check.inherited else ""
    if check.late > 0:
        needed = f"needed until {unit} {number(check.window.end)}"
        return f"{step} comes {gap} too late for {need}: it begins{by} in {at}, and that is {needed}"
    needed = f"needed from {unit} {number(check.window.begin)} on"
    return f"{step} comes {gap} too early for {need}: it is over{by} in {at}, and that is {needed}"


@problem.register
def _pair(check: Pair, unit: str) -> str:
    first, second = named(check.first.name), named(check.second.name)
    return f"{first} comes before {second}, and for the buyer it is the other way round"


@problem.register
def _misplaced(check: Misplaced, unit: str) -> str:
    names = _names(check.others)
    before = any(isinstance(each, mends.Reorder) and each.where == "behind" for each in check.mends)
    where = "before" if before else "behind"
    return f"{named(check.step.name)} comes {where} {names}, and for the buyer it is the other way round"


@problem.register
def _end(check: End, unit: str) -> str:
    gap, step, name = amount(check.gap, unit), named(check.step.name), named(check.buyer_step.name)
    time, limit = f"{unit} {number(check.time)}", f"{unit} {number(check.limit)}"
    if check.which == "start":
        return f"we begin with {step} in {time}, {gap} after the buyer's first step, {name}, is over"
    return f"we end with {step} in {time}, {gap} before the buyer's last step, {name}, begins in {limit}"


@problem.register
def _focus(check: Focus, unit: str) -> str:
    return f"{named(check.step.name)} serves no step of the buyer"


@problem.register
def _unwanted(check: Unwanted, unit: str) -> str:
    serves = listed([named(step.name) for step in check.serves])
    return (
        f"{named(check.step.name)} serves {serves}, but delivers {quoted(check.need)}, "
        f"which the buyer needs at {named(check.buyer_step.name)}"
    )


def mended(each: Iterable[mends.Mend], unit: str) -> str:
    """What would mend it, one way or the other: ``move “Demonstrate” 3 weeks earlier, or let “Compare” deliver …``."""
    return ", or ".join(mend(one, unit) for one in each)


@singledispatch
def mend(value: object, unit: str) -> str:
    """One mend as an order."""
    raise TypeError(f"no words for {type(value).__name__}")


@mend.register
def _move(value: mends.Move, unit: str) -> str:
    return f"move {named(value.step.name)} {amount(value.by, unit)} {'later' if value.by > 0 else 'earlier'}"


@mend.register
def _serve(value: mends.Serve, unit: str) -> str:
    name = named(value.buyer_step.name)
    if value.step is not None:
        return f"let {named(value.step.name)} serve {name} (add `{value.buyer_step.id}` to its `serves`)"
    where = f" to the stage {named(value.stage.name)}" if value.stage else ""
    return f"add a step{where} that serves {name}"


@mend.register
def _deliver(value: mends.Deliver, unit: str) -> str:
    if value.step is not None:
        return f"let {named(value.step.name)} deliver it (add `{value.need.id}` to its `delivers`)"
    where = f" to the stage {named(value.stage.name)}" if value.stage else ""
    return f"add a step{where} that delivers it"


@mend.register
def _withhold(value: mends.Withhold, unit: str) -> str:
    return f"take `{value.need.id}` out of its `delivers`"


@mend.register
def _reorder(value: mends.Reorder, unit: str) -> str:
    return f"move {named(value.step.name)} {value.where} {named(value.other.name)}"


@mend.register
def _spare(value: mends.Spare, unit: str) -> str:
    return f"let it pause {when(value.window, unit)}"


@mend.register
def _keep_out(value: mends.KeepOut, unit: str) -> str:
    return f"keep {_names(value.steps)} out of {when(value.window, unit).removeprefix('in ')}"


@mend.register
def _background(value: mends.Background, unit: str) -> str:
    return f"move it to `controls` of {named(value.stage.name)}, where internal work belongs"


@mend.register
def _go_on(value: mends.GoOn, unit: str) -> str:
    return f"let {named(value.step.name)} go on until {unit} {number(value.until)}"


def _names(steps: Iterable[Step]) -> str:
    return _some([named(step.name) for step in steps])


def _some(names: list[str]) -> str:
    """The first few of the names, and how many more there are."""
    if len(names) <= _SEVERAL:
        return listed(names)
    return f"{', '.join(names[:_SEVERAL])} and {len(names) - _SEVERAL} more"


def left_out(alignment: Alignment) -> Iterable[str]:
    """A sentence per measure that had to leave something out, with what would have to be given."""
    for name in ("value", "timing", "ends"):
        elements = [each.element for each in alignment.left_out if each.measure == name]
        if elements:
            names = [named(each.what if isinstance(each, Need) else each.name) for each in elements]
            title = MEASURES[name][0].lower()
            verb = "has" if len(names) == 1 else "have"
            yield f"Left out of {title}, since {listed(names)} {verb} no time: give `from` and `until`."
