"""Makes two things that took each other's id one change: whoever uses one of the ids gets the other thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from twolane.changes.all_kinds import by_slug
from twolane.changes.compared_elements import Node, value_fields
from twolane.changes.concerned import roles_of
from twolane.changes.element_names import own_words
from twolane.changes.kind import Nature
from twolane.changes.one_change import Context, is_time, said_as, times
from twolane.changes.told import Told, merged
from twolane.wording.lists import listed
from twolane.wording.spoken_language import texts

Both = tuple[Node, Node]
"""A thing in the old version and in the new one, by its id."""


def with_swapped_ids(told: Sequence[Told], context: Context) -> tuple[Told, ...]:
    """All that is told, with two things that exchanged their texts, and all else that they exchanged, as one."""
    found: tuple[Told, ...] = tuple(told)
    for one, other in _swapped(told, context):
        parts = [each for each in found if _exchanged(each, one, other, context)]
        if parts:
            found = _one(found, parts, one, other, context)
    return found


def _swapped(told: Sequence[Told], context: Context) -> Iterator[tuple[Both, Both]]:
    """The things of a sort of which each has the other's words now."""
    changed = dict.fromkeys(each.difference.new for each in told if each.difference.nature is Nature.CHANGED)
    by_words: dict[tuple[str, str, str], list[Both]] = defaultdict(list)
    for new in changed:
        old = context.found.matching.old_of.get(new) if new is not None else None
        if new is not None and old is not None and new.lasting and old.key == new.key:
            by_words[new.lasting[0], _words(old), _words(new)].append((old, new))
    taken: set[tuple[str, str, str]] = set()
    for (sort, was, now), one in by_words.items():
        other = by_words.get((sort, now, was), [])
        if len(one) == len(other) == 1 and was and now and was != now and (sort, now, was) not in taken:
            taken.add((sort, was, now))
            yield one[0], other[0]


def _words(item: Node) -> str:
    return " ".join(own_words(item.element).casefold().split()).rstrip(".")


def _exchanged(told: Told, one: Both, other: Both, context: Context) -> bool:
    """Whether a change says only what one of the two took over from the other."""
    difference = told.difference
    if difference.nature is Nature.REORDERED:
        swap = {one[1].key: other[1].key, other[1].key: one[1].key}
        return tuple(swap.get(each, each) for each in difference.before) == tuple(difference.after)
    mine = one if difference.new is one[1] else other if difference.new is other[1] else None
    if mine is None:
        return False
    its = other if mine is one else one
    if difference.nature is Nature.MOVED:
        return _stands_where(mine[1], its[0], context) and _stands_where(its[1], mine[0], context)
    return difference.nature is Nature.CHANGED and _is_exchanged(told, mine, its)


def _stands_where(new: Node, old: Node, context: Context) -> bool:
    """Whether a thing stands now where one of the old version stood."""
    owner = context.found.matching.new_of.get(old.owner) if old.owner is not None else None
    return owner is not None and owner is new.owner and old.list == new.list


def _is_exchanged(told: Told, mine: Both, its: Both) -> bool:
    """Whether a value is now the one that the other thing had, which has this one's in turn."""
    if is_time(told):
        return times(mine[1]) == times(its[0]) and times(mine[0]) == times(its[1])
    difference = told.difference
    if difference.after == own_words(mine[1].element):
        return True
    its_old, its_new = (_value(item, difference.field) for item in its)
    return bool((difference.after or None) == its_old and (difference.before or None) == its_new)


def _value(item: Node, field: str) -> Any:
    """The value of a field; ``None`` where it is empty or there is no such field, as at the other side of a stage."""
    names = dict(value_fields(type(item.element)))
    return (getattr(item.element, names[field]) if field in names else None) or None


def _one(told: Sequence[Told], parts: Sequence[Told], one: Both, other: Both, context: Context) -> tuple[Told, ...]:
    first = next(each for each in parts if each.difference.new in (one[1], other[1]))
    needed = any(_is_needed(item) for both in (one, other) for item in both)
    kind, t = by_slug()["ids-swapped" if needed else "optional-ids-swapped"], texts()
    old, new = (
        listed(t.entry_meaning.format(id=each[side].key, words=own_words(each[side].element)) for each in (one, other))
        for side in (0, 1)
    )
    change = said_as(first.change, kind, old=old, new=new)
    fresh = Told(replace(change, level=kind.level, old=old, new=new, field="id"), first.differences)
    others = tuple(fresh if each is first else each for each in told)
    rest = [each for each in parts if each is not first]
    roles = [id for each in parts for id in roles_of(each.difference, context.bench)]
    readers = context.bench.new_readers
    return merged(others, {fresh: rest}, readers, {fresh: {"roles": readers.reading(roles)}})


def _is_needed(item: Node) -> bool:
    """Whether no deal may do without it; what is neither needed nor optional is what everybody uses."""
    return bool(getattr(item.element, "required", True))
