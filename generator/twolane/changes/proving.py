"""Proves by a deal that a change hurts: which gates it is about, the deal, and how much it matters without one."""

from __future__ import annotations

from twolane.changes.change import Witness
from twolane.changes.compared_elements import Node
from twolane.changes.find import Difference, Found
from twolane.changes.gates import Need
from twolane.changes.kind import Kind, Nature
from twolane.changes.levels import Audience, Level
from twolane.changes.witness import Flow
from twolane.changes.witness_sentences import needed
from twolane.model.process import Process
from twolane.wording.spoken_language import texts

_FLOWING = frozenset(("stage", "step", "entry criterion", "exit criterion"))
FOR_NEW = "for-new"
"""The variant of a new stage that asks something of new deals alone."""
_HURTING = frozenset((Nature.ADDED, Nature.REMOVED, Nature.MOVED, Nature.TIGHTENED, Nature.LOOSENED, Nature.REORDERED))


def stage_variant(difference: Difference, found: Found, flow: Flow) -> str:
    """What an added stage is to deals: it holds some under way, asks something of new ones only, or of nobody.

    One before the first holds none that are under way, since all are past it.
    """
    if difference.nature is not Nature.ADDED or difference.item.entity != "stage":
        return ""
    witness = flow.stuck_for(_gates_of(difference, found, flow))
    if witness is not None and witness.stage:
        return "guarded"
    return FOR_NEW if _asked_anew(difference, found, flow) else "open"


def words_for_new(difference: Difference, found: Found, flow: Flow) -> dict[str, str]:
    """What a new stage asks of deals that begin from now on, before which stage, and that others are spared."""
    position = flow.new.position(difference.item.key)
    behind = flow.new.at(position + 1) if position is not None else ""
    words = flow.names.get(behind, behind)
    t, asked = texts(), _asked_anew(difference, found, flow)
    spared = all(need.spares for need in asked) or all(flow.new.position(each) is not None for each in flow.old.stages)
    return {
        "items": needed(asked),
        "new": t.witness_need.format(words=words) if behind else t.entry_its_end,
        "old": t.entry_spared if spared else t.entry_spared_with_stage,
    }


def _asked_anew(difference: Difference, found: Found, flow: Flow) -> tuple[Need, ...]:
    """What a new stage asks for that nothing asked for before, in the order in which a deal comes there."""
    fresh = _gates_of(difference, found, flow)
    stood = {need for gate in flow.old.gates for need in gate}
    return tuple(need for gate in flow.new.gates for need in gate if need in fresh and need not in stood)


def witness_of(kind: Kind, difference: Difference, found: Found, flow: Flow) -> Witness | None:
    """The deal that shows that a change hurts; ``None`` where there is none, or where no deal could show it."""
    if not _of_the_flow(kind):
        return _ended_with(kind, difference.item)
    if kind.entity == "stage" and kind.nature is Nature.REMOVED:
        return flow.without(difference.item.key)
    gates = _gates_of(difference, found, flow)
    if kind.nature is Nature.REORDERED:
        held = flow.stuck_for(gates)
        return held if held is not None and held.stage else flow.elsewhere(difference.before or ()) or held
    return flow.stuck_for(gates) or flow.unguarded_by(gates)


def proven_level(kind: Kind, witness: Witness | None) -> Level:
    """The kind's level; a change of the flow without a witness is a warning, and breaks nothing by itself."""
    if not _of_the_flow(kind) or witness is not None:
        return kind.level
    others = (level for audience, level in kind.levels.items() if audience is not Audience.FLOW)
    return max((Level.MINOR, *others))


def _of_the_flow(kind: Kind) -> bool:
    """Whether a witness decides how much it matters to deals: of what a deal must meet, or of a step's being a gate."""
    hurts = kind.levels.get(Audience.FLOW) is Level.MAJOR
    gates = kind.nature in _HURTING or (kind.entity, kind.field) == ("step", "kind")
    regrouped = kind.entity == "process" and kind.nature in (Nature.MERGED, Nature.SPLIT)
    return hurts and ((kind.entity in _FLOWING and gates) or regrouped)


def _gates_of(difference: Difference, found: Found, flow: Flow) -> frozenset[Need]:
    """What a deal may need only because of ``difference``; of stages, what no other difference tells of.

    A new stage brings what only the new version has. What stood there before stands earlier on the way, where stages
    come in another order, or where one may be what another was under its new id.
    """
    item = difference.item
    if difference.nature is Nature.REORDERED:
        return flow.in_another_order()
    if item.entity == "stage":
        fresh = (need for child in item.children if child not in found.matching.old_of for need in _gates(child))
        return frozenset(fresh) | flow.in_another_order(item.key)
    gates = _gates(item)
    return frozenset(need for need in gates if need.sort == "decision") if difference.field == "kind" else gates


def _gates(item: Node) -> frozenset[Need]:
    if item.entity == "step":
        return frozenset((Need("step", item.key), Need("decision", item.key)))
    return frozenset((Need("criterion", item.key),)) if item.entity.endswith("criterion") else frozenset()


def _ended_with(kind: Kind, item: Node) -> Witness | None:
    """A deal in a process that is gone, unless that was said to be a draft or retired: nobody works by those."""
    process = item.element
    if not isinstance(process, Process) or kind.nature is not Nature.REMOVED or kind.field:
        return None
    sentence = texts().witness_no_process.format(process=process.name)
    works = process.status == "active" or "status" not in process.model_fields_set
    return Witness("", (), (), True, sentence) if works else None
