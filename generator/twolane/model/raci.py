"""Who takes which part in our steps, and where work goes from one role to another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from twolane.model.playbook import Playbook
from twolane.model.process import Process
from twolane.model.roles import Role
from twolane.model.selling import Step

PARTS = ("responsible", "accountable", "consulted", "informed")
"""The four parts of RACI, by their keys in the format."""


@dataclass(frozen=True, slots=True)
class Task:
    """A role's part in one step."""

    process: Process
    step: Step
    part: str


@dataclass(frozen=True, slots=True)
class HandOff:
    """Two steps in a row that different roles are responsible for."""

    process: Process
    before: Step
    after: Step


def ids_of(step: Step, part: str) -> tuple[str, ...]:
    """The ids of the roles that take this part in the step."""
    held = getattr(step, part)
    return (held,) if isinstance(held, str) else tuple(held or ())


def tasks(playbook: Playbook) -> Mapping[str, tuple[Task, ...]]:
    """All parts of each role, by the role's id, in the order of processes and steps."""
    found: dict[str, list[Task]] = {}
    for process in playbook.processes:
        for step in process.steps:
            for task in (Task(process, step, part) for part in PARTS):
                for role in ids_of(step, task.part):
                    found.setdefault(role, []).append(task)
    return {role: tuple(held) for role, held in found.items()}


def hand_offs(playbook: Playbook) -> Iterator[HandOff]:
    """Every hand-off of a playbook, in the order of processes and steps."""
    for process in playbook.processes:
        for before, after in pairwise(process.steps):
            if before.responsible and after.responsible and before.responsible != after.responsible:
                yield HandOff(process, before, after)


def takes_part(process: Process, role: Role) -> bool:
    """Whether the role takes any part in our steps of the process."""
    return any(role.id in ids_of(step, part) for step in process.steps for part in PARTS)


def has_parts(process: Process) -> bool:
    """Whether any step of the process names a role."""
    return any(ids_of(step, part) for step in process.steps for part in PARTS)
