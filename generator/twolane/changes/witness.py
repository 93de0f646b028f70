"""Finds the witness of a change of the flow: a deal that could go on before and cannot now, or may and should not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from twolane.changes.change import Witness
from twolane.changes.gates import Gate, gates
from twolane.model.process import Process
from twolane.wording.lists import listed
from twolane.wording.spoken_language import texts

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
        sentence = texts().witness_no_stage.format(stage=self._called(stage))
        return Witness(stage, tuple(sorted(before.needs)), (), True, sentence)

    def elsewhere(self, stages: Iterable[str]) -> Witness | None:
        """A deal whose next stage is another one, in the first of ``stages`` for which that holds."""
        for stage in stages:
            before, after = self._old_gate(stage), self._new_gate(stage)
            if before is None or after is None or before.into == after.into:
                continue
            t = texts()
            text = t.witness_other_stage if before.into and after.into else t.witness_now_last
            text = text if before.into else t.witness_was_last
            old, new = self._called(before.into), self._called(after.into)
            sentence = text.format(stage=self._called(stage), old=old, new=new)
            return Witness(stage, tuple(sorted(before.needs)), (), True, sentence)
        return None

    def _old_gate(self, stage: str) -> Gate | None:
        return next((gate for gate in self.old if gate.stage == stage), None)

    def _new_gate(self, stage: str) -> Gate | None:
        return next((gate for gate in self.new if gate.stage == stage), None)

    def _called(self, id: str) -> str:
        return self.words.get(id, id)

    def _stuck(self, before: Gate, gate: Gate, id: str) -> str:
        t, met = texts(), self._all(before.needs)
        if not gate.stage:
            text = t.witness_enter if met else t.witness_enter_free
        elif before.into:
            text = t.witness_go_on if met else t.witness_go_on_free
        else:
            text = t.witness_end if met else t.witness_end_free
        stage, into, needed = self._called(gate.stage), self._called(before.into), self._called(id)
        return text.format(stage=stage, into=into, needed=needed, met=met)

    def _unguarded(self, gate: Gate, id: str) -> str:
        text = texts().witness_unguarded_in if gate.into else texts().witness_unguarded_out
        return text.format(stage=self._called(gate.into or gate.stage), needed=self._called(id))

    def _all(self, ids: Iterable[str]) -> str:
        named = [f"“{self._called(id)}”" for id in sorted(ids)]
        if len(named) > _TOLD:
            named = [*named[:_TOLD], texts().witness_more.format(number=len(named) - _TOLD)]
        return listed(named)


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
