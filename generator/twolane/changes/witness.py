"""Finds the witness of a change of the flow: a deal that could go on before and cannot now, or may and should not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from twolane.changes.change import Witness
from twolane.changes.gates import Gate, gates
from twolane.model.process import Process

_TOLD = 3
"""So many criteria are named in a sentence; the others are counted."""


@dataclass(frozen=True, slots=True)
class Flow:
    """How deals go through a process in both versions; ids are those of the new one.

    ``new_id`` leads from old ids to new ones where they differ; ``words`` are what criteria, steps and stages say,
    by id, from both versions.
    """

    old: tuple[Gate, ...] = ()
    new: tuple[Gate, ...] = ()
    words: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    new_id: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def stuck_for(self, id: str) -> Witness | None:
        """A deal that could go on without ``id`` under the old version, and cannot under the new one."""
        for gate in self.new:
            before = self._old_gate(gate.stage)
            if id not in gate.needs or before is None:
                continue
            missing = gate.needs - before.needs - before.met
            if id in missing:
                return Witness(gate.stage, tuple(sorted(before.needs)), (id,), True, self._stuck(before, gate, id))
        return None

    def unguarded_by(self, id: str) -> Witness | None:
        """A deal that may go on without ``id`` under the new version, and could not under the old one."""
        for before in self.old:
            gate = self._way_into(before)
            if id not in before.needs or gate is None:
                continue
            if id not in gate.needs | gate.met:
                met = tuple(sorted(gate.needs | gate.spares))
                return Witness(gate.stage, met, (id,), False, self._unguarded(gate, id))
        return None

    def _way_into(self, before: Gate) -> Gate | None:
        """The new gate by which deals come to where ``before`` led; where that is gone, the one behind its stage."""
        there = next((gate for gate in self.new if gate.into == before.into), None)
        return there or self._new_gate(before.stage)

    def without(self, stage: str) -> Witness | None:
        """A deal in a stage that is gone."""
        before = self._old_gate(self.new_id.get(stage, stage))
        if before is None:
            return None
        sentence = f"A deal in {self._stage(stage)} has no stage to be in any more."
        return Witness(stage, tuple(sorted(before.needs)), (), True, sentence)

    def elsewhere(self, stages: Iterable[str]) -> Witness | None:
        """A deal whose next stage is another one, in the first of ``stages`` for which that holds."""
        for stage in stages:
            before, after = self._old_gate(stage), self._new_gate(stage)
            if before is None or after is None or before.into == after.into:
                continue
            ahead = f"went on to {self._stage(before.into)}" if before.into else "was at the end"
            now = f"goes on to {self._stage(after.into)}" if after.into else "is at the end"
            sentence = f"A deal that has done its work in {self._stage(stage)} {ahead}; now it {now}."
            return Witness(stage, tuple(sorted(before.needs)), (), True, sentence)
        return None

    def _old_gate(self, stage: str) -> Gate | None:
        return next((gate for gate in self.old if gate.stage == stage), None)

    def _new_gate(self, stage: str) -> Gate | None:
        return next((gate for gate in self.new if gate.stage == stage), None)

    def _stage(self, id: str) -> str:
        return f"“{self.words.get(id, id)}”"

    def _stuck(self, before: Gate, gate: Gate, id: str) -> str:
        met = self._all(before.needs)
        wanted = f"“{self.words.get(id, id)}”"
        if not gate.stage:
            having = f"with {met}" if met else "with nothing met"
            return f"A deal {having} could enter {self._stage(before.into)}; now it also needs {wanted}."
        having = f" that has met {met}" if met else ""
        to = f"go on to {self._stage(before.into)}" if before.into else "end well"
        return f"A deal in {self._stage(gate.stage)}{having} could {to}; now it also needs {wanted}."

    def _unguarded(self, gate: Gate, id: str) -> str:
        without = f"“{self.words.get(id, id)}”"
        into = f"enter {self._stage(gate.into)}" if gate.into else f"leave {self._stage(gate.stage)}"
        return f"A deal may now {into} without {without}, which every deal there had met before."

    def _all(self, ids: Iterable[str]) -> str:
        named = [f"“{self.words.get(id, id)}”" for id in sorted(ids)]
        if len(named) > _TOLD:
            named = [*named[:_TOLD], f"{len(named) - _TOLD} more"]
        return " and ".join((", ".join(named[:-1]), named[-1])) if len(named) > 1 else "".join(named)


def flow(old: Process, new: Process, new_id: Mapping[str, str]) -> Flow:
    """How deals go through both versions of a process."""
    words = dict(_words(old))
    words |= {now: words[was] for was, now in new_id.items() if was in words}
    words.update(_words(new))
    return Flow(gates(old, new_id), gates(new, {}), MappingProxyType(words), new_id)


def _words(process: Process) -> Iterable[tuple[str, str]]:
    for stage in process.stages:
        yield stage.id, stage.name
        yield from ((each.id, each.criterion) for each in stage.entry)
        yield from ((each.id, each.buyer) for each in stage.exit)
        yield from ((step.id, step.name) for step in stage.steps)
