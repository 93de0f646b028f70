"""Finds everything that differs between two versions: pure, complete, and without an opinion.

Taken together, the differences lead from the old value to the new one, whatever the two are. A merge or split that
was declared is one difference, and takes in what it must bring: that there are two names no more, and two goals.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from twolane.changes.compared_elements import Node, element_fields, value_fields
from twolane.changes.kind import Nature
from twolane.changes.matching import NO_MORE, Matching, match
from twolane.changes.regrouped import Group
from twolane.changes.regrouped_fields import fields_of_group
from twolane.changes.renaming import Names
from twolane.model.element import Element


@dataclass(frozen=True, slots=True, eq=False)
class Difference:
    """One difference between two versions of an item.

    ``old`` or ``new`` is missing where the item is only in the other version. Of a changed field (``field`` as the
    file calls it), ``before`` and ``after`` are its values; of a new order, the keys of what is in both versions, as
    the new version calls them; references in ``before`` are as the new version calls them too. ``others`` are the
    further old items of what was merged, or the further new ones of what was split.
    """

    nature: Nature
    old: Node | None
    new: Node | None
    field: str = ""
    before: Any = None
    after: Any = None
    others: tuple[Node, ...] = ()

    @property
    def item(self) -> Node:
        """The item as the new version has it, or as the old one had it; the latter for a field that went with it."""
        item = self.old if self.new is None or (self.old and not _has(self.new, self.field)) else self.new
        assert item is not None
        return item


@dataclass(frozen=True, slots=True)
class Found:
    """Everything that differs, and which items of both versions are the same thing."""

    differences: tuple[Difference, ...]
    matching: Matching


def find(old: Node, new: Node, names: Names, more: Group[Node] = NO_MORE) -> Found:
    """What differs between two items that are the same thing and everything below them.

    ``names`` lead from the ids of the old version to those of the new one; ``more`` are further items that have
    become ``new``, or that ``old`` has become.
    """
    if _same(old, new, names) and more is NO_MORE:
        return Found((), Matching({old: new}, {new: old}))
    matching = match(old, new, names, more)
    renamed = names.with_pairs(matching.pairs()).with_groups(matching.split, matching.merged)
    gone = (each for root in (old, *more.olds) for each in _gone(root, matching))
    there = (each for root in (new, *more.news) for each in _there(root, matching, renamed))
    return Found((*gone, *there), matching)


def _gone(old: Node, matching: Matching) -> Iterator[Difference]:
    """What is only in the old version; what hung on it went with it, but for what has moved."""
    new = matching.new_of.get(old)
    if new is not None and new.element == old.element:
        return
    if new is None:
        yield Difference(Nature.REMOVED, old, None)
    for child in old.children if new is not None else _kept_below(old, matching.new_of):
        yield from _gone(child, matching)


def _there(new: Node, matching: Matching, names: Names) -> Iterator[Difference]:
    """What is new, and what has changed about what was there."""
    old = matching.old_of.get(new)
    if old is None:
        yield Difference(Nature.ADDED, None, new)
    else:
        yield from _both(old, new, matching, names)
        if _same(old, new, names):
            return
    for child in new.children if old is not None else _kept_below(new, matching.old_of):
        yield from _there(child, matching, names)


def _kept_below(item: Node, other: Mapping[Node, Node]) -> Iterator[Node]:
    """The uppermost items below one that is only in its own version which the other version has too."""
    for child in item.children:
        if child in other:
            yield child
        else:
            yield from _kept_below(child, other)


def _both(old: Node, new: Node, matching: Matching, names: Names) -> Iterator[Difference]:
    olds, news = matching.olds.get(new, (old,)), matching.news.get(old, (new,))
    if new in matching.told or old in matching.told:
        yield from _regrouped(old, new, olds, news)
    elif old.key != new.key and old.lasting:
        yield Difference(Nature.RENAMED, old, new, "id", old.key, new.key)
    if _has_moved(old, new, matching):
        yield Difference(Nature.MOVED, old, new)
    if len(olds) > 1 or len(news) > 1:
        if new is news[0]:
            yield from (Difference(Nature.CHANGED, old, new, *each) for each in fields_of_group(olds, news, names))
        yield from _orders(old, new, matching)
    elif not _same(old, new, names):
        yield from _fields(old, new, names)
        yield from _orders(old, new, matching)


def _regrouped(old: Node, new: Node, olds: tuple[Node, ...], news: tuple[Node, ...]) -> Iterator[Difference]:
    """One merge or split, told with the first of the several."""
    before, after = tuple(each.key for each in olds), tuple(each.key for each in news)
    if len(olds) > 1:
        yield Difference(Nature.MERGED, old, new, "id", before, after, olds[1:])
    elif new is news[0]:
        yield Difference(Nature.SPLIT, old, new, "id", before, after, news[1:])


def _same(old: Node, new: Node, names: Names) -> bool:
    """Whether nothing below differs; where ids were renamed, what is written alike may mean something else."""
    return not names.new_id and old.element == new.element


def _has_moved(old: Node, new: Node, matching: Matching) -> bool:
    if old.owner is None or new.owner is None:
        return False
    together = matching.new_of.get(old.owner) is new.owner or matching.old_of.get(new.owner) is old.owner
    return not together or old.list != new.list


def _fields(old: Node, new: Node, names: Names) -> Iterator[Difference]:
    """The values that differ; that what they refer to has another id makes no difference."""
    for key, name in value_fields(type(new.element)):
        before, after = _before(old.element, new.element, name), getattr(new.element, name)
        before = names.settled(old.element, new.element, key, before, after)
        if before != after:
            yield Difference(Nature.CHANGED, old, new, key, before, after)
    if type(old.element) is not type(new.element):
        yield from _left_behind(old, new)


def _left_behind(old: Node, new: Node) -> Iterator[Difference]:
    """The values for which there is no field where the item has moved to: the evidence of an exit criterion."""
    for key, name in value_fields(type(old.element)):
        value = getattr(old.element, name)
        if value and key not in _SAME and not _has(new, key):
            yield Difference(Nature.CHANGED, old, new, key, value, type(value)())


_SAME = {"criterion": "buyer", "buyer": "criterion"}
"""Fields that say the same where a criterion moves from the entry of a stage to an exit, or back."""


def _before(old: Element, new: Element, name: str) -> Any:
    """The old value of a field of the new version; its default where the old one has no such field."""
    fields = type(old).model_fields
    if name in fields:
        return getattr(old, name)
    if _SAME.get(name) in fields:
        return getattr(old, _SAME[name])
    return type(new).model_fields[name].get_default()


def _has(item: Node, field: str) -> bool:
    """Whether such an item may have the field, by its name in the file; it has whatever is not one field alone."""
    return field in _fields_of(type(item.element))


@cache
def _fields_of(owner: type[Element]) -> frozenset[str]:
    named = (key for fields in (value_fields, element_fields) for key, _ in fields(owner))
    return frozenset(("", "id", *named))


def _orders(old: Node, new: Node, matching: Matching) -> Iterator[Difference]:
    """The lists whose items, as far as both versions have them in this list, are in another order."""
    for key, name in element_fields(type(new.element)):
        if not isinstance(getattr(new.element, name), tuple):
            continue
        after = [each.key for each in new.children if each.list == key and _stayed(each, old, matching)]
        kept = dict.fromkeys(matching.new_of.get(each) for each in old.children if each.list == key)
        before = [each.key for each in kept if each is not None and each.owner is new and each.list == key]
        if before != after:
            yield Difference(Nature.REORDERED, old, new, key, tuple(before), tuple(after))


def _stayed(new: Node, owner: Node, matching: Matching) -> bool:
    """Whether an item is in the same list of ``owner`` as before; of what was split, the first part."""
    old = matching.old_of.get(new)
    if old is None or _has_moved(old, new, matching):
        return False
    return old.owner is owner and matching.new_of.get(old) is new
