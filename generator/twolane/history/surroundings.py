"""What all processes share, as far as one of them refers to it: as values, and as the text of a frozen copy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from twolane.model.approvals import Approval
from twolane.model.element import Element
from twolane.model.playbook import Playbook
from twolane.model.process import Process
from twolane.model.releases import FrozenWith
from twolane.model.roles import Role
from twolane.model.walk import elements, uses
from twolane.yaml_text.yaml_writing import listed, plain

KEY = "frozen_with"
LISTS = ("goals", "roles", "segments", "metrics", "differentiators", "competitors")
_HEAD = "# What this version referred to when it was released. Never edited: releases.yml holds its checksum."


class Surroundings:
    """What the processes of one playbook may refer to; many are asked for, so what was worked out is kept."""

    def __init__(self, playbook: Playbook) -> None:
        self._lists = {name: of_list(playbook, name) for name in LISTS}
        shared = (each for listed in self._lists.values() for each in listed)
        self._known: dict[tuple[str, str], Element] = {
            (each.KIND, str(getattr(each, "id", ""))): each for each in shared
        }
        for segment in playbook.segments:
            self._known |= {("requirement", each.id): segment for each in segment.requirements}
        self._further: dict[int, tuple[Element, ...]] = {}
        self._texts: dict[int, str] = {}

    def of(self, process: Process, approvals: Sequence[Approval] = ()) -> FrozenWith:
        """What ``process`` and ``approvals`` refer to, directly or by way of that; roles lead no further."""
        lists: dict[str, Any] = dict(self._around(process, approvals))
        return FrozenWith.model_construct(**lists)

    def text(self, process: Process, approvals: Sequence[Approval] = (), indent: str = "") -> str:
        """The same as the end of a frozen copy, whose keys stand as far in as ``indent``."""
        around = {name: found for name, found in self._around(process, approvals).items() if found}
        lines = [_HEAD, f"{KEY}:" if around else f"{KEY}: {{}}"]
        for name, found in around.items():
            lines += [f"  {name}:", *(self._text(each) for each in found)]
        text = "\n".join(lines) + "\n"
        return text if not indent else "".join(f"{indent}{line}" for line in text.splitlines(keepends=True))

    def _around(self, process: Process, approvals: Sequence[Approval]) -> Mapping[str, tuple[Element, ...]]:
        found: set[int] = set()
        waiting = [each for inner in (*elements(process), *approvals) for each in self._led_to(inner)]
        while waiting:
            meant = waiting.pop()
            if id(meant) not in found:
                found.add(id(meant))
                waiting += self._next(meant)
        lists = {name: tuple(each for each in held if id(each) in found) for name, held in self._lists.items()}
        return {**lists, "approvals": tuple(approvals)}

    def _next(self, shared: Element) -> tuple[Element, ...]:
        if id(shared) not in self._further:
            inside = () if isinstance(shared, Role) else elements(shared)
            self._further[id(shared)] = tuple(each for inner in inside for each in self._led_to(inner))
        return self._further[id(shared)]

    def _led_to(self, element: Element) -> Iterator[Element]:
        for use in uses(element):
            kinds = use.kind.split(" or ") if " or " in use.kind else (use.kind,)
            yield from (self._known[kind, use.id] for kind in kinds if (kind, use.id) in self._known)

    def _text(self, element: Element) -> str:
        if id(element) not in self._texts:
            self._texts[id(element)] = "\n".join(f"    {line}" if line else line for line in listed(plain(element)))
        return self._texts[id(element)]


def of_list(playbook: Playbook, name: str) -> tuple[Element, ...]:
    """What stands in the list ``name`` of a frozen copy, of the whole playbook."""
    found: tuple[Element, ...] = playbook.strategy.goals if name == "goals" else getattr(playbook, name)
    return found
