"""Makes what moves by the same length of time one change: all that comes behind a new step, or from a step on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import inf

from twolane.changes.all_kinds import by_slug
from twolane.changes.compared_elements import Node
from twolane.changes.kind import Nature
from twolane.changes.one_change import Context, begin, is_time, said_as, times
from twolane.changes.told import Told, and_more, merged
from twolane.findings import Related
from twolane.model.buying import BuyerStep
from twolane.model.selling import Step
from twolane.wording.counts import number
from twolane.wording.lists import first_listed
from twolane.wording.spans import units
from twolane.wording.spoken_language import texts

_NAMED = 3
"""So many things that did not move with the others are named; what else is there is counted."""


@dataclass(frozen=True, slots=True)
class Shift:
    """What moves by the same length, ``by``, from one moment on; ``until`` is where that ends, in the old version.

    ``first`` is what begins it, ``others`` is what begins in that time and did not move along.
    """

    by: float
    told: tuple[Told, ...]
    first: Node
    following: Node | None
    others: tuple[Node, ...]


def moved_together(told: Sequence[Told], context: Context) -> tuple[Told, ...]:
    """All that is told, with times that move by the same length in one change."""
    if not _same_unit(context):
        return tuple(told)
    found: tuple[Told, ...] = tuple(told)
    for shift in _shifts(told, context):
        root = _root(shift, found, context)
        says = _says(shift, context)
        if root is not None:
            parts = [each for each in shift.told if each is not root]
            roles = (*root.change.roles, *_doing(shift, context))
            said = {
                root: {
                    "sentence": and_more(root.change.sentence, says),
                    "roles": context.bench.new_readers.reading(roles),
                }
            }
            found = merged(found, {root: parts}, context.bench.new_readers, said)
        elif len(shift.told) > 1:
            found = _plain(found, shift, says, context)
    return found


def _same_unit(context: Context) -> bool:
    old, new = context.bench.old_process, context.bench.new_process
    return old is not None and new is not None and old.time_unit == new.time_unit


def length(old: Node, new: Node) -> float | None:
    """By how much an item moves as it is; ``None`` where it does not, or becomes longer or shorter."""
    deltas = set()
    for was, now in zip(times(old), times(new), strict=True):
        if (was is None) != (now is None):
            return None
        if was is not None and now is not None:
            deltas.add(round(now - was, 6))
    (by,) = deltas if len(deltas) == 1 else (0.0,)
    return by or None


def _shifts(told: Sequence[Told], context: Context) -> list[Shift]:
    """What moves together, by its old order; each of the buyer's steps in that time has to."""
    groups: dict[float, list[Told]] = defaultdict(list)
    for each in filter(is_time, told):
        by = length(*_both(each))
        if by is not None:
            groups[by].append(each)
    starts = {by: min(_start(each) for each in held) for by, held in groups.items() if any(map(_is_buyers, held))}
    order = sorted(starts, key=lambda by: (2 * starts[by] + by, abs(by)))
    new_starts = {by: min(begin(_both(each)[1]) or 0 for each in groups[by]) for by in order}
    spans = {by: Span(starts[by], inf, new_starts[by], inf) for by in order}
    spans |= {by: Span(starts[by], starts[to], new_starts[by], new_starts[to]) for by, to in pairwise(order)}
    timed = sorted(context.timed(), key=lambda pair: begin(pair[0]) or 0)
    found = (_shift(by, groups[by], spans[by], timed) for by in order)
    return [each for each in found if each is not None]


@dataclass(frozen=True, slots=True)
class Span:
    """The time in which things move, in the old version and in the new one."""

    start: float
    end: float
    new_start: float
    new_end: float

    def has_old(self, item: Node) -> bool:
        """Whether an item of the old version begins in it."""
        return self.start <= (begin(item) or 0) < self.end

    def has_new(self, item: Node) -> bool:
        """Whether an item of the new version begins in it."""
        return self.new_start <= (begin(item) or 0) < self.new_end


def _shift(by: float, held: list[Told], span: Span, timed: list[tuple[Node, Node]]) -> Shift | None:
    """What moves in a time, where that holds for what begins in it before or after, read either way."""
    inside = [(old, new) for old, new in timed if span.has_old(old) or span.has_new(new)]
    moved = tuple(each for each in held if span.has_old(_both(each)[0]) and span.has_new(_both(each)[1]))
    others = tuple(new for old, new in inside if length(old, new) != by)
    if not moved or any(isinstance(new.element, BuyerStep) for new in others) or len(others) * 2 > len(inside):
        return None
    _, first = min(map(_both, moved), key=_turn)
    behind = [new for old, new in timed if (begin(old) or 0) >= span.end]
    following = next((each for each in behind if isinstance(each.element, BuyerStep)), None)
    return Shift(by, moved, first, following, others)


def _turn(both: tuple[Node, Node]) -> tuple[float, bool, str]:
    """What things are ordered by, whichever of both versions comes first."""
    old, new = both
    return (begin(old) or 0) + (begin(new) or 0), not isinstance(new.element, BuyerStep), new.key


def _both(told: Told) -> tuple[Node, Node]:
    old, new = told.difference.old, told.difference.new
    assert old is not None
    assert new is not None
    return old, new


def _start(told: Told) -> float:
    return begin(_both(told)[0]) or 0


def _is_buyers(told: Told) -> bool:
    return isinstance(told.difference.item.element, BuyerStep)


def _says(shift: Shift, context: Context) -> str:
    t, naming = texts(), context.bench.naming
    process = context.bench.new_process
    unit = process.time_unit if process else "week"
    amount = t.length_of_time.format(number=number(abs(shift.by)), units=units(abs(shift.by), unit))
    words = {
        "first": naming.name(shift.first),
        "next": naming.name(shift.following) if shift.following else "",
        "amount": amount,
        "direction": t.entry_later if shift.by > 0 else t.entry_earlier,
    }
    says = (t.entry_all_between if shift.following else t.entry_all_from).format(**words)
    if not shift.others:
        return says
    others = first_listed([f"“{naming.name(each)}”" for each in shift.others], _NAMED)
    return t.entry_but_for.format(all=says, others=others)


def _root(shift: Shift, told: Sequence[Told], context: Context) -> Told | None:
    """The change behind which all of it moves: a step of the buyer that came, went, or takes longer or shorter."""
    if not isinstance(shift.first.element, BuyerStep):
        return None
    if shift.by > 0:
        came = _about(_beside(shift.first), Nature.ADDED, told)
        if came is not None:
            return came
    old = context.found.matching.old_of.get(shift.first)
    before = _beside(old) if old is not None else None
    if shift.by < 0:
        went = _about(before, Nature.REMOVED, told)
        if went is not None:
            return went
    changed = _about(_beside(shift.first), Nature.CHANGED, told)
    same = changed is not None and before is not None and changed.difference.old is before
    return changed if changed is not None and same and _stretched(changed) == shift.by else None


def _beside(step: Node) -> Node | None:
    """The step of the buyer before one, in its own version."""
    if step.owner is None or not step.index:
        return None
    return next((each for each in step.owner.children if each.index == step.index - 1 and each.list == step.list), None)


def _about(item: Node | None, nature: Nature, told: Sequence[Told]) -> Told | None:
    """The change that tells that an item came, went, or has another time."""
    if item is None:
        return None
    for each in told:
        about = any(one.nature is nature and item in (one.old, one.new) for one in each.differences)
        if about and (nature is not Nature.CHANGED or is_time(each)):
            return each
    return None


def _stretched(told: Told) -> float | None:
    """By how much longer something takes that begins as before."""
    (was, until), (now, then) = map(times, _both(told))
    if was != now or until is None or then is None:
        return None
    return round(then - until, 6)


def _plain(told: Sequence[Told], shift: Shift, says: str, context: Context) -> tuple[Told, ...]:
    """All that is told, with a change of its own for what moves without any other reason."""
    kind = by_slug()["times-later" if shift.by > 0 else "times-earlier"]
    first = next(each for each in shift.told if each.difference.new is shift.first)
    process = context.bench.new_process
    name = process.name if process else ""
    own = Related(first.change.place, first.change.sentence)
    change = replace(
        said_as(first.change, kind, name=name, new=says), name=name, where="", old="", new="", related=(own,)
    )
    fresh = Told(replace(change, level=kind.level), first.differences)
    others = tuple(fresh if each is first else each for each in told)
    parts = [each for each in shift.told if each is not first]
    return merged(others, {fresh: parts}, context.bench.new_readers, {fresh: {"roles": _doing(shift, context)}})


def _doing(shift: Shift, context: Context) -> tuple[str, ...]:
    """Who does or answers for the steps of ours that moved; where none did, whoever has to do with what moved."""
    steps = [new.element for _, new in map(_both, shift.told) if isinstance(new.element, Step)]
    found = [id for step in steps for id in (step.responsible, step.accountable) if id is not None]
    ids = found if steps else [id for each in shift.told for id in each.change.roles]
    return context.bench.new_readers.reading(ids)
