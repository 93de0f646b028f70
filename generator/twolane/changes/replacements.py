"""Makes what went and what came in its place one change, and a move to another side with what it takes off."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from twolane.changes.compared_elements import Node
from twolane.changes.effective_values import for_the_usual
from twolane.changes.find import Difference
from twolane.changes.kind import Nature
from twolane.changes.kinds.entry_kinds import KINDS
from twolane.changes.one_change import Context, said_as
from twolane.changes.told import Told, merged
from twolane.model.selling import ExitCriterion

_REPLACED = ("entry criterion", "exit criterion", "step", "buyer step", "asset")
_ORDERED = ("step", "buyer step")
"""Things of which one stands in another's place only where it comes at the same turn."""

_KINDS = {(each.entity, each.variant): each for each in KINDS if each.nature is Nature.CHANGED and not each.field}
"""The kinds of what is replaced, by what it is and how much hangs on it."""

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
    left = list(came)
    for certain in (True, False):
        for old in gone:
            if any(old is each for each, _ in pairs):
                continue
            fits = [new for new in left if _fits(old, new, len(gone) == len(came) == 1, context, certain)]
            if fits:
                pairs.append((old, fits[0]))
                left.remove(fits[0])
    return pairs


def _fits(old: Told, new: Told, alone: bool, context: Context, certain: bool) -> bool:
    """Whether the one may stand for the other; ``alone`` are both where nothing else of their sort comes or goes."""
    was, now = old.difference.item, new.difference.item
    matching = context.found.matching
    like = matching.alike.get(was)
    if certain:
        return like is now
    if like is not None or now in matching.alike.values():
        return False
    if alone and was.entity not in _ORDERED:
        return True
    before, number = _turn(was, matching.new_of)
    return (matching.new_of.get(before) if before else None, number) == _turn(now, matching.old_of)


def _turn(item: Node, other: Mapping[Node, Node]) -> tuple[Node | None, int]:
    """Behind which neighbour that stays an item stands, and as the how many of those that come or go there."""
    beside = [each for each in item.owner.children if each.list == item.list] if item.owner else []
    before, number = None, 0
    for each in beside:
        if each is item:
            break
        before, number = (each, 0) if each in other else (before, number + 1)
    return before, number


def _replaced(told: Sequence[Told], old: Told, new: Told, context: Context) -> tuple[Told, ...]:
    kind = _KINDS.get((new.difference.item.entity, new.change.kind.variant))
    if kind is None:
        return tuple(told)
    change = said_as(new.change, kind, old=old.change.name, new=new.change.name)
    more = {"old": old.change.name, "before": old.change.before, "hint": old.change.hint}
    fresh = Told(replace(change, replacement=old.change.replacement, **more), new.differences)  # type: ignore[arg-type]  # each is of its field
    others = tuple(fresh if each is new else each for each in told)
    return merged(others, {fresh: [old]}, context.bench.new_readers)


def with_what_they_bring(told: Sequence[Told], context: Context) -> tuple[Told, ...]:
    """All that is told, with what a change brings by itself: the evidence that a criterion loses at an entry, or gets
    at an exit, in its move; who sees a step that is of another kind, as far as that is the default of its kind."""
    moves = {one.new: each for each in told for one in each.differences if _changes_side(one)}
    kinds = {each.difference.new: each for each in told if each.change.field == "kind"}
    parts: dict[Told, list[Told]] = {}
    for each in told:
        field, item = each.change.field, each.difference.new
        root = moves.get(item) if field == "evidence" else kinds.get(item) if _as_usual(each, context) else None
        if root is not None:
            parts.setdefault(root, []).append(each)
    return merged(told, parts, context.bench.new_readers)


def _as_usual(told: Told, context: Context) -> bool:
    """Whether others see something only since it is of another kind, of which that is the default."""
    playbooks = (context.bench.old_readers.playbook, context.bench.new_readers.playbook)
    sides = zip((told.difference.old, told.difference.new), playbooks, strict=True)
    return told.change.field == "audience" and all(each is None or for_the_usual(each, book) for each, book in sides)


def _changes_side(difference: Difference) -> bool:
    old, new = difference.old, difference.new
    if difference.nature is not Nature.MOVED or old is None or new is None:
        return False
    return isinstance(old.element, ExitCriterion) is not isinstance(new.element, ExitCriterion)
