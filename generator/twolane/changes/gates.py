"""The gates of a process: what a deal needs to enter the first stage, to go from each to the next, and to end (P16)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from twolane.model.process import Process
from twolane.model.selling import EntryCriterion, ExitCriterion, Stage


@dataclass(frozen=True, slots=True)
class Gate:
    """What stands between a stage and the next: ids of criteria and required steps.

    ``stage`` is the id of the stage that a deal leaves, empty for the way into the first; ``into`` the one that it
    enters, empty behind the last. ``needs`` holds for every deal, ``spares`` for new deals only. ``met`` is what
    every deal here has met at earlier gates.
    """

    stage: str
    into: str
    needs: frozenset[str]
    spares: frozenset[str]
    met: frozenset[str] = frozenset()


def gates(process: Process, new_id: Mapping[str, str]) -> tuple[Gate, ...]:
    """The gates of ``process`` in order; ids of what was renamed are led over to the new ones."""
    stages: list[Stage | None] = [None, *process.stages, None]
    bare = [
        _gate(leaving, entering, new_id)
        for leaving, entering in pairwise(stages)
        if leaving is not None or entering is not None
    ]
    met: frozenset[str] = frozenset()
    found = []
    for gate in bare:
        found.append(replace(gate, met=met))
        met |= gate.needs
    return tuple(found)


def _gate(leaving: Stage | None, entering: Stage | None, new_id: Mapping[str, str]) -> Gate:
    criteria: tuple[EntryCriterion | ExitCriterion, ...] = (
        *(leaving.exit if leaving else ()),
        *(entering.entry if entering else ()),
    )
    required = [each for each in criteria if each.required]
    steps = [step.id for step in leaving.steps if step.required] if leaving else []
    needs = [*(each.id for each in required if each.applies_to == "all"), *steps]
    spares = [each.id for each in required if each.applies_to != "all"]
    return Gate(
        _new(leaving.id if leaving else "", new_id),
        _new(entering.id if entering else "", new_id),
        frozenset(_new(id, new_id) for id in needs),
        frozenset(_new(id, new_id) for id in spares),
    )


def _new(id: str, new_id: Mapping[str, str]) -> str:
    return new_id.get(id, id)
