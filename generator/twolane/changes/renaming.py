"""What things are called in the new version: leads references of the old one over renamed ids."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from types import MappingProxyType
from typing import Any

from twolane.changes.compared_elements import Node
from twolane.changes.regrouped import NOTHING, Declared
from twolane.model.element import Element, Reference, annotation_marks
from twolane.model.roles import OnboardingItem

Lasting = tuple[str, str]
"""Kind and id."""
ANYTHING = ("anything",)
"""The kinds of what a list may name that names whatever there is to read."""


def declared(old: Mapping[str, str], new: Mapping[str, str]) -> Mapping[str, str]:
    """Which old id each new one replaces, as ``renamed_from`` says in either version.

    What the old version says counts the other way round, so that taking a rename back is a rename too.
    """
    return {**{was: now for now, was in old.items()}, **new}


@dataclass(frozen=True, slots=True)
class Names:
    """``declared`` leads from new ids to the old ones, as ``renamed_from`` says; ``new_id`` from old to new ones.

    ``regrouped`` are declared merges and splits; ``parts`` lead from what was split to the ids of its parts, and
    ``joined`` are the new ids of what was merged.
    """

    declared: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    new_id: Mapping[Lasting, str] = field(default_factory=lambda: MappingProxyType({}))
    regrouped: Declared = NOTHING
    parts: Mapping[Lasting, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    joined: frozenset[Lasting] = frozenset()

    def with_pairs(self, pairs: Iterable[tuple[Node, Node]]) -> Names:
        """The names, and those of things that have another id now."""
        found = {old.lasting: new.key for old, new in pairs if old.lasting and old.key != new.key}
        return replace(self, new_id={**self.new_id, **found}) if found else self

    def with_groups(self, split: Mapping[Node, tuple[Node, ...]], merged: Iterable[Node]) -> Names:
        """The names, and the ids of the parts of what was split, and of what was merged."""
        parts = {old.lasting: tuple(new.key for new in news) for old, news in split.items() if old.lasting}
        joined = frozenset(new.lasting for new in merged if new.lasting)
        if not parts and not joined:
            return self
        return replace(self, parts={**self.parts, **parts}, joined=self.joined | joined)

    def with_declared(self, declared: Mapping[str, str], regrouped: Declared | None = None) -> Names:
        """The names, with other declared ones."""
        return replace(self, declared=declared, regrouped=regrouped or NOTHING)

    def settled(self, old: Element, new: Element, key: str, value: Any, after: Any) -> Any:
        """The value of a field of ``old``, which is ``after`` in ``new``, without what a merge or split alone did.

        What named something that was split names those of its parts that ``after`` names. Where one field named one of
        two that were merged, and a list the other, the list need not name the one again; nor the other way round.
        """
        before = self.renamed(type(new), key, value, after if isinstance(after, tuple) else (after,))
        if not isinstance(before, tuple) or not (self.joined or self.parts):
            return before
        kinds = reference_kinds(type(new), key)
        spare = {id for kind, id in self.joined if kind in kinds and id not in after and _names(new, kind, id)}
        split = (parts for (kind, id), parts in self.parts.items() if kind in kinds and _names(old, kind, id))
        more = tuple(id for parts in split for id in parts if id in after and id not in before)
        return (*(id for id in before if id not in spare), *more)

    def renamed(self, owner: type[Element], key: str, value: Any, after: tuple[Any, ...] = ()) -> Any:
        """The value of a field as the new version would write it; the value itself where it refers to nothing."""
        if not self.new_id and not self.parts:
            return value
        kinds = reference_kinds(owner, key)
        if not kinds:
            return value
        if not isinstance(value, tuple):
            return self._one(kinds, value, after)[0]
        found = tuple(id for each in value for id in self._one(kinds, each, after))
        return value if found == value else tuple(dict.fromkeys(found))

    def _one(self, kinds: tuple[str, ...], id: Any, after: tuple[Any, ...]) -> tuple[Any, ...]:
        if kinds == ANYTHING:
            return ("/".join(self._any(part) for part in id.split("/")) if isinstance(id, str) else id,)
        for kind in kinds:
            parts = self.parts.get((kind, id), ())
            if parts:
                return tuple(each for each in after if each in parts) or parts[:1]
        return (next((self.new_id[kind, id] for kind in kinds if (kind, id) in self.new_id), id),)

    def _any(self, id: str) -> str:
        found = {new for (_, old), new in self.new_id.items() if old == id}
        return found.pop() if len(found) == 1 else id


@cache
def reference_kinds(owner: type[Element], key: str) -> tuple[str, ...]:
    """The kinds that the ids in a field may belong to; none where it refers to nothing."""
    if owner is OnboardingItem and key == "read":
        return ANYTHING
    mark = annotation_marks(owner, Reference).get(key)
    return tuple(mark.kind.split(" or ")) if mark is not None else ()


def _names(element: Element, kind: str, id: str) -> bool:
    """Whether one field of an element names the thing alone: who does a step."""
    owner = type(element)
    found = (getattr(element, name) for name in owner.model_fields if kind in reference_kinds(owner, name))
    return any(each == id for each in found)
