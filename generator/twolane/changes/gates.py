"""The gates of a process: what a deal must meet before it is in each stage, and before its end (P16)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from twolane.model.process import Process
from twolane.model.selling import EntryCriterion, ExitCriterion, Stage

Leading = Callable[[str, str], str]
"""From a sort of thing and an id to the id by which the new version calls it."""


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that a deal must meet: a criterion, a required step, or our yes in a required gate of ours.

    Two are the same where ``sort`` (``criterion``, ``step`` or ``decision``) and ``id`` are. ``words`` are what people
    call it, ``stage`` and ``side`` (``entry``, ``steps`` or ``exit``) where it stands. ``spares`` tells that it holds
    for new deals only.
    """

    sort: str
    id: str
    words: str = field(compare=False, default="")
    stage: str = field(compare=False, default="")
    side: str = field(compare=False, default="")
    spares: bool = field(compare=False, default=False)

    def stands_as(self, other: Need) -> bool:
        """Whether it stands where ``other`` does."""
        return (self.stage, self.side) == (other.stage, other.side)


@dataclass(frozen=True, slots=True)
class Way:
    """The way through a process: its stages, and what must be met before each and, last, before the end.

    ``places`` says which gate each need belongs to that holds for deals under way: 0 leads into the first stage.
    """

    stages: tuple[str, ...] = ()
    gates: tuple[tuple[Need, ...], ...] = ()
    places: Mapping[Need, int] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def end(self) -> int:
        """Where a deal is that has gone through all stages."""
        return len(self.stages)

    def position(self, stage: str) -> int | None:
        """Where a stage stands, from 0; of several old ones that are one now, the first."""
        return self.stages.index(stage) if stage in self.stages else None

    def at(self, position: int) -> str:
        """The stage at a position; empty before the first and at the end."""
        return self.stages[position] if 0 <= position < self.end else ""

    def until(self, begin: int, end: int) -> tuple[Need, ...]:
        """What a deal under way at one position must meet before it is at another."""
        return tuple(need for gate in self.gates[begin + 1 : end + 1] for need in gate if not need.spares)


def way(process: Process, lead: Leading = lambda sort, id: id) -> Way:
    """The way through ``process``, with the ids that ``lead`` gives."""
    stages = process.stages
    gates: list[tuple[Need, ...]] = [()] * (len(stages) + 1)
    for at, stage in enumerate(stages):
        own = [_led(need, lead) for need in _needs(stage)]
        gates[at] += tuple(need for need in own if need.side == "entry")
        gates[at + 1] = tuple(need for need in own if need.side != "entry")
    places: dict[Need, int] = {}
    for at, gate in enumerate(gates):
        places.update((need, at) for need in gate if not need.spares and need not in places)
    return Way(tuple(lead("stage", stage.id) for stage in stages), tuple(gates), MappingProxyType(places))


def _led(need: Need, lead: Leading) -> Need:
    sort = "criterion" if need.sort == "criterion" else "step"
    return replace(need, id=lead(sort, need.id), stage=lead("stage", need.stage))


def _needs(stage: Stage) -> Iterator[Need]:
    """What a deal must meet at a stage, in the order in which it stands there."""
    yield from (_criterion(each, each.criterion, stage, "entry") for each in stage.entry if each.required)
    for step in stage.steps:
        if step.required:
            yield Need("step", step.id, step.name, stage.id, "steps")
        if step.required and step.kind == "gate":
            yield Need("decision", step.id, step.name, stage.id, "steps")
    yield from (_criterion(each, each.buyer, stage, "exit") for each in stage.exit if each.required)


def _criterion(each: EntryCriterion | ExitCriterion, words: str, stage: Stage, side: str) -> Need:
    return Need("criterion", each.id, words, stage.id, side, each.applies_to != "all")
