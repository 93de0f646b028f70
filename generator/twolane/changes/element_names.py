"""What a changed thing, what it stands in, and its values are called in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from itertools import chain
from typing import Any, TypeAlias

from twolane.changes.compared_elements import Node
from twolane.changes.renaming import reference_kinds
from twolane.model.element import Element
from twolane.model.market import Requirement
from twolane.model.playbook import Playbook
from twolane.model.process import Loop, Process
from twolane.model.selling import Step
from twolane.model.walk import elements
from twolane.wording.choice_names import choice
from twolane.wording.lists import listed
from twolane.wording.spoken_language import texts, translated

Names: TypeAlias = Mapping[tuple[str, str], str]

_NAMED_BY = (
    "name",
    "title",
    "term",
    "text",
    "criterion",
    "buyer",
    "claim",
    "says",
    "what",
    "problem",
    "ask",
    "look_for",
    "label",
)


@dataclass(frozen=True)
class Naming:
    """Names in both versions of a playbook, and in those of one process where it is about one."""

    shared: Names
    """Of what all processes share: from kind and id to the name."""
    old_process: Process | None = None
    new_process: Process | None = None
    others: tuple[Process, ...] = ()
    """Those that it was merged with, or split into."""

    def name(self, item: Node) -> str:
        """What people call an item: its name, else its own words."""
        element = item.element
        if isinstance(element, Loop):
            return f"{self._called(('stage',), element.from_)} → {self._called(('stage',), element.to)}"
        if item.entity == "decision" and item.owner is not None:
            return str(getattr(element, "question", "")) or self.name(item.owner)
        if item.entity == "buyer" and item.owner is not None:
            return self.name(item.owner)
        own = (getattr(element, field, "") for field in _NAMED_BY)
        return next((text for text in own if isinstance(text, str) and text), "") or texts().all_one.get(
            item.entity, item.key
        )

    def where(self, item: Node) -> str:
        """What an item stands in: ``the stage “Prospecting”``; empty for what stands in the playbook itself."""
        if item.entity == "SWOT item":
            return texts().where_listed.format(list=translated(item.list))
        owner = item.owner
        while owner is not None and owner.entity in ("buyer", "decision", "swot", "strategy"):
            owner = owner.owner
        if owner is None or owner.entity in ("whole", "playbook"):
            return ""
        return texts().where_in.format(kind=translated(owner.entity), name=self.name(owner))

    def home(self, item: Node) -> str:
        """What an item stands in; of a criterion also on which side of it."""
        sides = {"entry": texts().home_entry, "exit": texts().home_exit}
        return sides.get(item.list, "{where}").format(where=self.where(item))

    def value(self, owner: type[Element], key: str, value: Any) -> str:
        """A value as people read it; references by the names of what they lead to."""
        if value is None or value == "" or value == ():
            return ""
        if isinstance(value, bool):
            return texts().value_yes if value else texts().value_no
        if isinstance(value, float | int):
            return f"{value:g}"
        if isinstance(value, date):
            return value.isoformat()
        if isinstance(value, tuple):
            return ", ".join(self.value(owner, key, each) for each in value)
        if key == "kind" and owner in (Step, Requirement):
            return choice(str(value))
        kinds = reference_kinds(owner, key)
        return self._called(kinds, str(value)) if kinds else str(value)

    def items(self, owner: type[Element], key: str, ids: Iterable[str]) -> str:
        """Several values in a sentence, each in quotes."""
        return listed(f"“{self.value(owner, key, id)}”" for id in ids)

    def ordered(self, keys: Iterable[str], owner: Node, key: str) -> str:
        """The new order of a list, by names."""
        named = {child.key: self.name(child) for child in owner.children if child.list == key}
        return ", ".join(named.get(each, each) for each in keys)

    def _called(self, kinds: Iterable[str], id: str) -> str:
        names = (self._inside, self.shared)
        return next((held[kind, id] for kind in kinds for held in names if (kind, id) in held), id)

    @cached_property
    def _inside(self) -> Names:
        """The names of what stands in the process, in both versions."""
        found: dict[tuple[str, str], str] = {}
        for process in filter(None, (*self.others, self.old_process, self.new_process)):
            found.update(_named(elements(process)))
        return found


def shared_names(old: Playbook, new: Playbook) -> Names:
    """The names of what all processes share, and of the processes, in both versions."""
    found: dict[tuple[str, str], str] = {}
    for playbook in (old, new):
        lists = (playbook.roles, playbook.metrics, playbook.segments, playbook.differentiators, playbook.competitors)
        requirements = (each.requirements for each in playbook.segments)
        more = (playbook.strategy.goals, playbook.terms, playbook.processes)
        found.update(_named(chain(*lists, *requirements, *more)))
    return found


def _named(found: Iterable[Element]) -> Iterator[tuple[tuple[str, str], str]]:
    for element in found:
        kind = type(element)
        if kind.KIND and "id" in kind.model_fields and own_words(element):
            yield (kind.KIND, str(element.id)), own_words(element)  # type: ignore[attr-defined]  # each of these has an id


def own_words(element: Element) -> str:
    """The name of an element, or the words that it has in place of one; empty where it has neither."""
    texts = (getattr(element, field) for field in _naming_fields(type(element)))
    return next((text for text in texts if text), "")


@cache
def _naming_fields(owner: type[Element]) -> tuple[str, ...]:
    return tuple(field for field in _NAMED_BY if field in owner.model_fields)
