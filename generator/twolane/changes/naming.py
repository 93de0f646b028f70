"""What a changed thing, what it stands in, and its values are called in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from twolane.changes.items import Item
from twolane.changes.renaming import reference_kinds
from twolane.loading.fault_words import in_words
from twolane.model.element import Element
from twolane.model.playbook import Playbook
from twolane.model.process import Loop, Process
from twolane.model.walk import elements

_NAMED_BY = ("name", "title", "term", "text", "criterion", "buyer", "claim", "says", "what", "problem", "ask", "label")
_ALL_ONE = {"buyer": "the buyer's process", "lanes": "the lanes", "story": "the story", "strategy": "the strategy"}


@dataclass(frozen=True)
class Naming:
    """Names in both versions of a playbook, and of one process where it is about one."""

    old: Playbook
    new: Playbook
    old_process: Process | None = None
    new_process: Process | None = None

    def name(self, item: Item) -> str:
        """What people call an item: its name, else its own words."""
        element = item.element
        if isinstance(element, Loop):
            return f"{self._called(('stage',), element.from_)} → {self._called(('stage',), element.to)}"
        if item.entity == "decision" and item.owner is not None:
            return str(getattr(element, "question", "")) or self.name(item.owner)
        if item.entity == "buyer" and item.owner is not None:
            return self.name(item.owner)
        texts = (getattr(element, field, "") for field in _NAMED_BY)
        return next((text for text in texts if isinstance(text, str) and text), "") or _ALL_ONE.get(
            item.entity, item.key
        )

    def where(self, item: Item) -> str:
        """What an item stands in: ``the stage “Prospecting”``; empty for what stands in the playbook itself."""
        if item.entity == "SWOT item":
            return f"the {item.list}"
        owner = item.owner
        while owner is not None and owner.entity in ("buyer", "decision", "swot", "strategy"):
            owner = owner.owner
        if owner is None or owner.entity in ("whole", "playbook"):
            return ""
        return f"the {owner.entity} “{self.name(owner)}”"

    def home(self, item: Item) -> str:
        """What an item stands in; of a criterion also on which side of it."""
        side = {"entry": "the entry to ", "exit": "the exit from "}.get(item.list, "")
        return side + self.where(item)

    def value(self, owner: type[Element], key: str, value: Any) -> str:
        """A value as people read it; references by the names of what they lead to."""
        if value is None or value == "" or value == ():
            return ""
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, float | int):
            return f"{value:g}"
        if isinstance(value, date):
            return value.isoformat()
        if isinstance(value, tuple):
            return ", ".join(self.value(owner, key, each) for each in value)
        kinds = reference_kinds(owner, key)
        return self._called(kinds, str(value)) if kinds else str(value)

    def items(self, owner: type[Element], key: str, ids: Iterable[str]) -> str:
        """Several values in a sentence, each in quotes."""
        return in_words((f"“{self.value(owner, key, id)}”" for id in ids), "and")

    def ordered(self, keys: Iterable[str], owner: Item, key: str) -> str:
        """The new order of a list, by names."""
        named = {child.key: self.name(child) for child in owner.children if child.list == key}
        return ", ".join(named.get(each, each) for each in keys)

    def _called(self, kinds: Iterable[str], id: str) -> str:
        return next((self._names[kind, id] for kind in kinds if (kind, id) in self._names), id)

    @cached_property
    def _names(self) -> Mapping[tuple[str, str], str]:
        found: dict[tuple[str, str], str] = {}
        for playbook, process in ((self.old, self.old_process), (self.new, self.new_process)):
            shared = (*playbook.roles, *playbook.metrics, *playbook.segments, *playbook.differentiators)
            more = (*playbook.strategy.goals, *playbook.competitors, *playbook.terms, *playbook.processes)
            inside = elements(process) if process is not None else ()
            requirements = (each for segment in playbook.segments for each in segment.requirements)
            for element in (*shared, *more, *requirements, *inside):
                name = next((text for text in (getattr(element, field, "") for field in _NAMED_BY) if text), "")
                if isinstance(name, str) and element.KIND:
                    found[element.KIND, str(getattr(element, "id", ""))] = name
        return found
