"""Makes times that follow from another change part of it: those of steps that changed places, and of a step's needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import nan

from twolane.changes.compared_elements import Node
from twolane.changes.kind import Nature
from twolane.changes.one_change import Context, is_time, times
from twolane.changes.time_shifts import length
from twolane.changes.told import Told, merged
from twolane.model.buying import Need
from twolane.model.selling import Step

Pairs = Mapping[str, tuple[Node, Node]]
"""Old and new, by the new version's key."""


def with_their_steps(told: Sequence[Told], context: Context) -> tuple[Told, ...]:
    """All that is told, with the time of a need that lasts as long as its step in the time of that."""
    of_steps = {each.difference.new: each for each in told if is_time(each)}
    parts: dict[Told, list[Told]] = {}
    for each in told:
        difference = each.difference
        if not is_time(each) or difference.new is None or not isinstance(difference.new.element, Need):
            continue
        root = of_steps.get(difference.new.owner)
        if root is not None and all(_lasts_as_long(need) for need in (difference.old, difference.new)):
            parts.setdefault(root, []).append(each)
    return merged(told, parts, context.bench.new_readers)


def _lasts_as_long(need: Node | None) -> bool:
    if need is None or need.owner is None:
        return False
    own, step = times(need), times(need.owner)
    return all(mine is None or mine == its for mine, its in zip(own, step, strict=True))


def with_their_order(told: Sequence[Told], context: Context) -> tuple[Told, ...]:
    """All that is told, with the times of steps that changed places in the change of their order.

    That holds where each takes as long as before, and all of them together begin and end as before.
    """
    parts: dict[Told, list[Told]] = {}
    for root in told:
        if root.difference.nature is Nature.REORDERED and root.difference.field == "steps":
            moved = _moved(root, context)
            if moved:
                parts[root] = [each for each in told if is_time(each) and _follows(each, moved)]
    return merged(told, parts, context.bench.new_readers)


def _moved(root: Told, context: Context) -> Pairs:
    """The steps that changed places, where their times say no more than that; none else."""
    before, after = root.difference.before, root.difference.after
    apart = [at for at, (was, now) in enumerate(zip(before, after, strict=True)) if was != now]
    keys = before[apart[0] : apart[-1] + 1]
    new = {each.key: each for each in root.difference.item.children if each.list == "steps"}
    pairs = {key: (context.found.matching.old_of[new[key]], new[key]) for key in keys}
    was, now = ([_span(pair[side]) for pair in pairs.values()] for side in (0, 1))
    lasting = [[round(end - begin, 6) for begin, end in spans] for spans in (was, now)]
    around = [(min(begin for begin, _ in spans), max(end for _, end in spans)) for spans in (was, now)]
    return pairs if lasting[0] == lasting[1] and around[0] == around[1] else {}


def _span(step: Node) -> tuple[float, float]:
    """When a step begins and ends; without one of both it takes no time that could be the same as before."""
    start, end = times(step)
    return (nan if start is None else start, nan if end is None else end)


def _follows(told: Told, moved: Pairs) -> bool:
    """Whether a time is that of one of the steps, or moves with those that it belongs to."""
    old, new = told.difference.old, told.difference.new
    if old is None or new is None:
        return False
    if any(new is node for _, node in moved.values()):
        return True
    element = new.element
    owner = new.owner.key if new.owner is not None else ""
    leading: tuple[str, ...] = element.serves if isinstance(element, Step) else (owner,)
    by = length(old, new)
    return bool(leading) and by is not None and all(key in moved and length(*moved[key]) == by for key in leading)
