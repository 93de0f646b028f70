"""Makes what went and what came in its place one change, and a move to another side with what it takes off."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from twolane.changes.all_kinds import find
from twolane.changes.compared_elements import Node
from twolane.changes.kind import Nature
from twolane.changes.one_change import Context, said_as
from twolane.changes.told import Told, merged
from twolane.model.selling import ExitCriterion

_REPLACED = ("entry criterion", "exit criterion", "step", "buyer step")
_ORDERED = ("step", "buyer step")
"""Things of which one stands in another's place only where it comes at the same turn."""

Spot = tuple[int, str, str]
"""What something hangs on in the new version, in which list, and of which sort it is."""


def with_what_replaces(told: Sequence[Told], context: Context) -> tuple[Told, ...]:
    """All that is told, with what went and what came in its place told as one."""
    gone, came = (_by_spot(told, nature, context) for nature in (Nature.REMOVED, Nature.ADDED))
    found: tuple[Told, ...] = tuple(told)
    for spot in gone.keys() & came.keys():
        for old, new in _pairs(gone[spot], came[spot], context):
            found = _replaced(found, old, new, context)
    return found


def _by_spot(told: Sequence[Told], nature: Nature, context: Context) -> dict[Spot, list[Told]]:
    found: dict[Spot, list[Told]] = defaultdict(list)
    for each in told:
        item = each.difference.item
        if each.difference.nature is not nature or item.entity not in _REPLACED or item.owner is None:
            continue
        owner = context.found.matching.new_of.get(item.owner) if nature is Nature.REMOVED else item.owner
        if owner is not None:
            found[id(owner), item.list, each.change.kind.variant].append(each)
    return found


def _pairs(gone: list[Told], came: list[Told], context: Context) -> list[tuple[Told, Told]]:
    """What went, each with what came in its place: what is like it, else what stands where it stood."""
    pairs: list[tuple[Told, Told]] = []
    left, alike = list(came), context.found.matching.alike
    for certain in (True, False):
        for old in gone:
            if any(old is each for each, _ in pairs):
                continue
            fits = [new for new in left if _fits(old, new, gone, came, alike.get(old.difference.item), certain)]
            if fits:
                pairs.append((old, fits[0]))
                left.remove(fits[0])
    return pairs


def _fits(old: Told, new: Told, gone: list[Told], came: list[Told], like: Node | None, certain: bool) -> bool:
    was, now = old.difference.item, new.difference.item
    if certain:
        return like is now
    if like is not None:
        return False
    alone = len(gone) == len(came) == 1 and was.entity not in _ORDERED
    return alone or _turn(was, gone) == _turn(now, came)


def _turn(item: Node, several: list[Told]) -> tuple[str, int]:
    """Behind which neighbour that stays an item stands, and as the how many of those that come or go there."""
    beside = [each for each in item.owner.children if each.list == item.list] if item.owner else []
    gone = {each.difference.item for each in several}
    before, number = "", 0
    for each in beside:
        if each is item:
            break
        before, number = (before, number + 1) if each in gone else (each.key, 0)
    return before, number


def _replaced(told: Sequence[Told], old: Told, new: Told, context: Context) -> tuple[Told, ...]:
    item = new.difference.item
    kind = find(item.entity, Nature.CHANGED, "", new.change.kind.variant)
    assert kind is not None
    change = said_as(new.change, kind, old=old.change.name, new=new.change.name)
    more = {"old": old.change.name, "before": old.change.before, "hint": old.change.hint}
    fresh = Told(replace(change, replacement=old.change.replacement, **more), new.differences)  # type: ignore[arg-type]  # each is of its field
    others = tuple(fresh if each is new else each for each in told)
    return merged(others, {fresh: [old]}, context.bench.new_readers)


def with_what_they_bring(told: Sequence[Told], context: Context) -> tuple[Told, ...]:
    """All that is told, with what a change brings by itself: the evidence that a criterion loses at an entry, or gets
    at an exit, in its move; who sees a step that is of another kind, where nobody wrote that down, in that."""
    moves = {each.difference.new: each for each in told if _changes_side(each)}
    kinds = {each.difference.new: each for each in told if each.change.field == "kind"}
    parts: dict[Told, list[Told]] = {}
    for each in told:
        field, item = each.change.field, each.difference.new
        root = moves.get(item) if field == "evidence" else kinds.get(item) if _unwritten_audience(each) else None
        if root is not None:
            parts.setdefault(root, []).append(each)
    return merged(told, parts, context.bench.new_readers)


def _unwritten_audience(told: Told) -> bool:
    sides = (told.difference.old, told.difference.new)
    return told.change.field == "audience" and not any(getattr(each.element, "audience", ()) for each in sides if each)


def _changes_side(told: Told) -> bool:
    old, new = told.difference.old, told.difference.new
    if told.difference.nature is not Nature.MOVED or old is None or new is None:
        return False
    return isinstance(old.element, ExitCriterion) is not isinstance(new.element, ExitCriterion)
