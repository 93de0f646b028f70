"""Folds what follows from a change into it: a thing that comes or goes is told once, however many lists name it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TypeAlias, TypeVar

from twolane.changes.find import Difference, Found
from twolane.changes.items import Item, below
from twolane.changes.kind import Nature
from twolane.changes.renaming import reference_kinds
from twolane.findings import Related

T = TypeVar("T")
Roots: TypeAlias = Mapping[tuple[str, str], Difference]
"""What came and what went, by kind and id, with the difference that tells of it."""
_NONE: Roots = MappingProxyType({})


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
    outer = {**_roots(shared), **{each.item.lasting: each for each in came if _is_root(each) and each.item.lasting}}
    parts = [fold(found, outer) for found in (shared, *processes)]
    also: dict[Difference, tuple[Related, ...]] = {}
    for part in parts:
        for root, related in part.also.items():
            also[root] = (*also.get(root, ()), *related)
    return tuple(replace(part, also=also) for part in parts)


def fold(found: Found, outer: Roots = _NONE) -> Folded:
    """``found`` with the lists of ids taken together with the things whose coming and going changed them.

    ``outer`` is what came and went elsewhere and may be named here too.
    """
    roots = {**outer, **_roots(found)}
    if not roots:
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
    return {
        item.lasting: difference
        for difference in found.differences
        if _is_root(difference)
        for item in below(difference.item)
        if item.lasting and item not in found.matching.new_of and item not in found.matching.old_of
    }


def _without(
    difference: Difference,
    roots: Roots,
    also: dict[Difference, list[Related]],
    into: dict[Difference, list[Difference]],
) -> Difference | None:
    """A difference without the ids in it that came or went as a whole; ``None`` where nothing else is left."""
    if difference.nature is not Nature.CHANGED or not isinstance(difference.after, tuple):
        return difference
    kinds = reference_kinds(type(difference.item.element), difference.field)
    before, after = difference.before, difference.after
    for id in (*(each for each in before if each not in after), *(each for each in after if each not in before)):
        root = next((roots[kind, id] for kind in kinds if (kind, id) in roots), None)
        if root is not None:
            also[root].append(_told(difference.item, difference.field, gone=id in before))
            into[root].append(difference)
            before, after = _less(before, id), _less(after, id)
    return None if before == after else replace(difference, before=before, after=after)


def _less(ids: tuple[str, ...], id: str) -> tuple[str, ...]:
    return tuple(each for each in ids if each != id)


def _told(item: Item, field: str, *, gone: bool) -> Related:
    verb = "no longer names it" if gone else "names it"
    return Related(item.element.at.key_place(field), f"`{field}` of {item.entity} “{item.key}” {verb}")
