"""Finds the witness of a change of the flow: a deal that could go on before and cannot now, or may and should not."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from twolane.changes import witness_sentences
from twolane.changes.change import Witness
from twolane.changes.gates import Leading, Need, Way, way
from twolane.changes.whole_way import Stretch, stretches
from twolane.model.process import Process


@dataclass(frozen=True, slots=True)
class Flow:
    """How deals go through a process in both versions; ids are those of the new one.

    ``held`` is where deals need more than before, ``freed`` where they come to what relied on more. ``names`` are what
    stages are called, by id, in both versions; ``new_id`` leads from old ids to new ones where they differ.
    """

    old: Way = field(default_factory=Way)
    new: Way = field(default_factory=Way)
    held: tuple[Stretch, ...] = ()
    freed: tuple[Stretch, ...] = ()
    names: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    new_id: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def stuck_for(self, needs: Container[Need]) -> Witness | None:
        """A deal that could go on without any of ``needs`` under the old version, and cannot under the new one."""
        for stretch in self.held:
            missing = tuple(need for need in stretch.newly if need in needs)
            if missing:
                met = _by_id(self.old.until(stretch.begins[0], stretch.ends[0]))
                sentence = witness_sentences.stuck(stretch, self.old, self.new, self._worded(met), missing, self.names)
                return Witness(stretch.stage, _ids(met), _ids(missing), True, sentence)
        return None

    def unguarded_by(self, needs: Container[Need]) -> Witness | None:
        """A deal that may go on without ``needs`` under the new version, and could not under the old one."""
        for stretch in self.freed:
            missing = tuple(need for need in stretch.newly if need in needs)
            if missing:
                now = stretch.ends[0]
                stage, met = self.new.at(now - 1), _by_id(self.new.until(now - 1, now))
                sentence = witness_sentences.unguarded(stretch.into, stage, self._worded(missing), self.names)
                return Witness(stretch.into or stage, _ids(met), _ids(missing), False, sentence)
        return None

    def in_another_order(self, stage: str = "") -> frozenset[Need]:
        """What deals need earlier than before though it stands where it stood; at or before ``stage``, or anywhere."""
        stood = {need: need for need in self.old.places}
        return frozenset(
            need
            for stretch in self.held
            for need in stretch.newly
            if need in stood and need.stands_as(stood[need]) and stage in ("", need.stage, stretch.into)
        )

    def without(self, stage: str) -> Witness | None:
        """A deal in a stage that is gone."""
        was = self.old.position(self.new_id.get(stage, stage))
        if was is None:
            return None
        met = _by_id(self.old.until(was, was + 1))
        return Witness(stage, _ids(met), (), True, witness_sentences.nowhere(stage, self.names))

    def elsewhere(self, stages: Iterable[str]) -> Witness | None:
        """A deal whose next stage is another one, in the first of ``stages`` for which that holds."""
        for stage in stages:
            was, now = self.old.position(stage), self.new.position(stage)
            if was is None or now is None or self.old.at(was + 1) == self.new.at(now + 1):
                continue
            met = _by_id(self.old.until(was, was + 1))
            before, after = self.old.at(was + 1), self.new.at(now + 1)
            return Witness(stage, _ids(met), (), True, witness_sentences.elsewhere(stage, before, after, self.names))
        return None

    def _worded(self, needs: Iterable[Need]) -> tuple[Need, ...]:
        """The needs as the new version words them, where it has them."""
        now = {need: need for gate in self.new.gates for need in gate}
        return tuple(now.get(need, need) for need in needs)


def flow(old: Process, new: Process, new_id: Mapping[str, str]) -> Flow:
    """How deals go through both versions of a process; ``new_id`` leads from ids of the old one to the new ones."""
    before, after = way(old, _leading(new, new_id)), way(new)
    held = tuple(stretches(before, after))
    freed = tuple(each for each in stretches(after, before) if each.begins == (-1, -1))
    names = {stage.id: stage.name for process in (old, new) for stage in process.stages}
    return Flow(before, after, held, freed, MappingProxyType(names), new_id)


def _leading(new: Process, new_id: Mapping[str, str]) -> Leading:
    """To the id of the new version, where that has such a thing and not the old id itself."""
    known = {("stage", stage.id) for stage in new.stages}
    known |= {("step", step.id) for step in new.steps} | {("criterion", each.id) for _, each in new.criteria()}

    def lead(sort: str, id: str) -> str:
        led = new_id.get(id, id)
        return led if (sort, id) not in known and (sort, led) in known else id

    return lead


def _by_id(needs: Iterable[Need]) -> tuple[Need, ...]:
    return tuple(sorted(needs, key=lambda need: need.id))


def _ids(needs: Iterable[Need]) -> tuple[str, ...]:
    """Their ids, each once: our yes in a step is asked for with the step."""
    return tuple(dict.fromkeys(need.id for need in needs))
