"""Folds what follows from a change into it: a thing that comes or goes is told once, however many lists name it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TypeAlias, TypeVar

from twolane.changes.compared_elements import Node, below
from twolane.changes.element_names import own_words
from twolane.changes.find import Difference, Found
from twolane.changes.kind import Nature
from twolane.changes.renaming import ANYTHING, reference_kinds
from twolane.findings import Related

T = TypeVar("T")
Lasting: TypeAlias = tuple[str, str]
"""Kind and id."""


@dataclass(frozen=True, slots=True)
class Roots:
    """What came and what went, by kind and id, with the difference that tells of it.

    ``instead`` are the ids of what may be the same thing under a new id, by the kind and id of what went.
    """

    told: Mapping[Lasting, Difference] = field(default_factory=lambda: MappingProxyType({}))
    instead: Mapping[Lasting, str] = field(default_factory=lambda: MappingProxyType({}))

    def of(self, kinds: Iterable[str], id: str) -> Difference | None:
        """The difference that tells of the thing with this id of one of the kinds; of any, where one alone has it."""
        if kinds == ANYTHING:
            found = [difference for (_, each), difference in self.told.items() if each == id]
            return found[0] if len(found) == 1 else None
        return next((self.told[kind, id] for kind in kinds if (kind, id) in self.told), None)

    def and_those(self, other: Roots) -> Roots:
        """These and others, which come first where both know a thing."""
        return Roots({**self.told, **other.told}, {**self.instead, **other.instead})


@dataclass(frozen=True, slots=True)
class Folded:
    """The differences that remain, and the other places that each touches."""

    differences: tuple[Difference, ...]
    also: Mapping[Difference, tuple[Related, ...]]
    into: Mapping[Difference, tuple[Difference, ...]]
    """What was taken into each: the differences that are not told by themselves any more, or not wholly."""

    def related(self, difference: Difference) -> tuple[Related, ...]:
        """The places where lists name what came, or no longer name what went."""
        return self.also.get(difference, ())


def fold_all(shared: Found, processes: Sequence[Found]) -> tuple[Folded, ...]:
    """What all processes share, then each process, folded: a role that goes is told once, whoever named it."""
    came = (each for found in processes for each in found.differences if each.item.owner is None)
    outer = _roots(shared).and_those(
        Roots({each.item.lasting: each for each in came if _is_root(each) and each.item.lasting})
    )
    parts = [fold(found, outer) for found in (shared, *processes)]
    also: dict[Difference, tuple[Related, ...]] = {}
    for part in parts:
        for root, related in part.also.items():
            also[root] = (*also.get(root, ()), *related)
    return tuple(replace(part, also=also) for part in parts)


def fold(found: Found, outer: Roots | None = None) -> Folded:
    """``found`` with what follows from the coming and going of things taken together with it.

    That is what their ids do to lists and, where something that came may be what went under a new id, what refers
    to it and what hangs on it as before. ``outer`` is what came and went elsewhere and may be named here too.
    """
    roots = outer.and_those(_roots(found)) if outer else _roots(found)
    if not roots.told:
        return Folded(found.differences, {}, {})
    also: dict[Difference, list[Related]] = defaultdict(list)
    into: dict[Difference, list[Difference]] = defaultdict(list)
    kept = []
    for difference in found.differences:
        rest = _without(difference, roots, also, into)
        if rest is not None:
            kept.append(rest)
    return Folded(tuple(kept), _fixed(also), _fixed(into))


def _fixed(lists: Mapping[Difference, Sequence[T]]) -> Mapping[Difference, tuple[T, ...]]:
    return {root: tuple(held) for root, held in lists.items()}


def _is_root(difference: Difference) -> bool:
    return difference.nature in (Nature.ADDED, Nature.REMOVED)


def _roots(found: Found) -> Roots:
    told = {
        item.lasting: difference
        for difference in found.differences
        if _is_root(difference)
        for item in below(difference.item)
        if item.lasting and item not in found.matching.new_of and item not in found.matching.old_of
    }
    return Roots(told, {old.lasting: new.key for old, new in found.matching.alike.items() if old.lasting})


def _without(
    difference: Difference,
    roots: Roots,
    also: dict[Difference, list[Related]],
    into: dict[Difference, list[Difference]],
) -> Difference | None:
    """A difference without the ids in it that came or went as a whole; ``None`` where nothing else is left."""
    if difference.nature is Nature.MOVED:
        return None if _hangs_on_alike(difference, roots) else difference
    if difference.nature is not Nature.CHANGED:
        return difference
    kinds = reference_kinds(type(difference.item.element), difference.field)
    if not isinstance(difference.after, tuple):
        return _one_without(difference, kinds, roots, also, into)
    before, after = difference.before, difference.after
    for id in (*(each for each in before if each not in after), *(each for each in after if each not in before)):
        root = roots.of(kinds, id)
        if root is not None:
            also[root].append(_told(difference.item, difference.field, gone=id in before))
            into[root].append(difference)
            before, after = _less(before, id), _less(after, id)
    return None if before == after else replace(difference, before=before, after=after)


def _hangs_on_alike(difference: Difference, roots: Roots) -> bool:
    """Whether what has moved hangs, in the same list, on what may be the same thing under a new id."""
    old, new = difference.old, difference.new
    if old is None or new is None or old.owner is None or new.owner is None or not old.owner.lasting:
        return False
    return old.list == new.list and roots.instead.get(old.owner.lasting) == new.owner.key


def _one_without(
    difference: Difference,
    kinds: Iterable[str],
    roots: Roots,
    also: dict[Difference, list[Related]],
    into: dict[Difference, list[Difference]],
) -> Difference | None:
    """A difference of one reference; ``None`` where it leads to what may be the same thing under a new id."""
    for kind in kinds:
        went = (kind, difference.before)
        if went in roots.instead and roots.instead[went] == difference.after:
            for root, gone in ((roots.told[went], True), (roots.told[kind, difference.after], False)):
                also[root].append(_told(difference.item, difference.field, gone=gone))
                into[root].append(difference)
            return None
    return difference


def _less(ids: tuple[str, ...], id: str) -> tuple[str, ...]:
    return tuple(each for each in ids if each != id)


def _told(item: Node, field: str, *, gone: bool) -> Related:
    verb = "no longer names it" if gone else "names it"
    name = own_words(item.element) or item.key
    return Related(item.element.at.key_place(field), f"`{field}` of {item.entity} “{name}” {verb}")
