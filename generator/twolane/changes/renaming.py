"""What things are called in the new version: leads references of the old one over renamed ids."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from types import MappingProxyType
from typing import Any

from twolane.changes.compared_elements import Node
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
    """``declared`` leads from new ids to the old ones, as ``renamed_from`` says; ``new_id`` from old to new ones."""

    declared: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    new_id: Mapping[Lasting, str] = field(default_factory=lambda: MappingProxyType({}))

    def with_pairs(self, pairs: Iterable[tuple[Node, Node]]) -> Names:
        """The names, and those of things that have another id now."""
        found = {old.lasting: new.key for old, new in pairs if old.lasting and old.key != new.key}
        return replace(self, new_id={**self.new_id, **found}) if found else self

    def with_declared(self, declared: Mapping[str, str]) -> Names:
        """The names, with other declared ones."""
        return replace(self, declared=declared)

    def renamed(self, owner: type[Element], key: str, value: Any) -> Any:
        """The value of a field as the new version would write it; the value itself where it refers to nothing."""
        if not self.new_id:
            return value
        kinds = reference_kinds(owner, key)
        if not kinds:
            return value
        if isinstance(value, tuple):
            return tuple(self._one(kinds, each) for each in value)
        return self._one(kinds, value)

    def _one(self, kinds: tuple[str, ...], id: Any) -> Any:
        if kinds == ANYTHING:
            return "/".join(self._any(part) for part in id.split("/")) if isinstance(id, str) else id
        return next((self.new_id[kind, id] for kind in kinds if (kind, id) in self.new_id), id)

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
