"""Finds everything that differs between two versions: pure, complete, and without an opinion.

Taken together, the differences lead from the old value to the new one, whatever the two are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from twolane.changes.compared_elements import Node, element_fields, value_fields
from twolane.changes.kind import Nature
from twolane.changes.matching import Matching, match
from twolane.changes.renaming import Names
from twolane.model.element import Element


@dataclass(frozen=True, slots=True, eq=False)
class Difference:
    """One difference between two versions of an item.

    ``old`` or ``new`` is missing where the item is only in the other version. Of a changed field (``field`` as the
    file calls it), ``before`` and ``after`` are its values; of a new order, the keys of what is in both versions, as
    the new version calls them; references in ``before`` are as the new version calls them too.
    """

    nature: Nature
    old: Node | None
    new: Node | None
    field: str = ""
    before: Any = None
    after: Any = None

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


def find(old: Node, new: Node, names: Names) -> Found:
    """What differs between two items that are the same thing and everything below them.

    ``names`` lead from the ids of the old version to those of the new one.
    """
    if _same(old, new, names):
        return Found((), Matching({old: new}, {new: old}))
    matching = match(old, new, names)
    renamed = names.with_pairs(matching.pairs())
    return Found((*_gone(old, matching), *_there(new, matching, renamed)), matching)


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
    if old.key != new.key and old.lasting:
        yield Difference(Nature.RENAMED, old, new, "id", old.key, new.key)
    if _has_moved(old, new, matching):
        yield Difference(Nature.MOVED, old, new)
    if not _same(old, new, names):
        yield from _fields(old, new, names)
        yield from _orders(old, new, matching)


def _same(old: Node, new: Node, names: Names) -> bool:
    """Whether nothing below differs; where ids were renamed, what is written alike may mean something else."""
    return not names.new_id and old.element == new.element


def _has_moved(old: Node, new: Node, matching: Matching) -> bool:
    if old.owner is None or new.owner is None:
        return False
    return matching.new_of.get(old.owner) is not new.owner or old.list != new.list


def _fields(old: Node, new: Node, names: Names) -> Iterator[Difference]:
    """The values that differ; that what they refer to has another id makes no difference."""
    for key, name in value_fields(type(new.element)):
        before, after = _before(old.element, new.element, name), getattr(new.element, name)
        before = names.renamed(type(new.element), key, before)
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
        after = [each.key for each in new.children if each.list == key and _stayed(each, matching)]
        kept = (matching.new_of.get(each) for each in old.children if each.list == key)
        before = [each.key for each in kept if each is not None and each.owner is new and each.list == key]
        if before != after:
            yield Difference(Nature.REORDERED, old, new, key, tuple(before), tuple(after))


def _stayed(new: Node, matching: Matching) -> bool:
    old = matching.old_of.get(new)
    return old is not None and not _has_moved(old, new, matching)
