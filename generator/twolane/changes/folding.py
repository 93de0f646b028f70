"""Folds what follows from a change into it: a thing that comes or goes is told once, however many lists name it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

from twolane.changes.find import Difference, Found
from twolane.changes.items import Item, below
from twolane.changes.kind import Nature
from twolane.changes.renaming import reference_kinds
from twolane.findings import Related


@dataclass(frozen=True, slots=True)
class Folded:
    """The differences that remain, and the other places that each touches."""

    differences: tuple[Difference, ...]
    also: Mapping[Difference, tuple[Related, ...]]

    def related(self, difference: Difference) -> tuple[Related, ...]:
        """The places where lists name what came, or no longer name what went."""
        return self.also.get(difference, ())


def fold(found: Found) -> Folded:
    """``found`` with the lists of ids taken together with the things whose coming and going changed them."""
    roots = _roots(found)
    if not roots:
        return Folded(found.differences, {})
    also: dict[Difference, list[Related]] = defaultdict(list)
    kept = []
    for difference in found.differences:
        rest = _without(difference, roots, also)
        if rest is not None:
            kept.append(rest)
    return Folded(tuple(kept), {root: tuple(related) for root, related in also.items()})


def _roots(found: Found) -> dict[tuple[str, str], Difference]:
    """What came and what went, by kind and id, with the difference that tells of it."""
    return {
        item.lasting: difference
        for difference in found.differences
        if difference.nature in (Nature.ADDED, Nature.REMOVED)
        for item in below(difference.item)
        if item.lasting and item not in found.matching.new_of and item not in found.matching.old_of
    }


def _without(
    difference: Difference, roots: Mapping[tuple[str, str], Difference], also: dict[Difference, list[Related]]
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
            before, after = _less(before, id), _less(after, id)
    return None if before == after else replace(difference, before=before, after=after)


def _less(ids: tuple[str, ...], id: str) -> tuple[str, ...]:
    return tuple(each for each in ids if each != id)


def _told(item: Item, field: str, *, gone: bool) -> Related:
    verb = "no longer names it" if gone else "names it"
    return Related(item.element.at.key_place(field), f"`{field}` of {item.entity} “{item.key}” {verb}")
