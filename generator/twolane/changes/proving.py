"""Proves by a deal that a change hurts: which gates it is about, the deal, and how much it matters without one."""

from __future__ import annotations

from twolane.changes.change import Witness
from twolane.changes.compared_elements import Node
from twolane.changes.find import Difference, Found
from twolane.changes.gates import Need
from twolane.changes.kind import Kind, Nature
from twolane.changes.levels import Audience, Level
from twolane.changes.witness import Flow
from twolane.model.process import Process
from twolane.wording.spoken_language import texts

_FLOWING = frozenset(("stage", "step", "entry criterion", "exit criterion"))
_HURTING = frozenset((Nature.ADDED, Nature.REMOVED, Nature.MOVED, Nature.TIGHTENED, Nature.LOOSENED, Nature.REORDERED))


def holds_deals(difference: Difference, found: Found, flow: Flow) -> bool:
    """Whether an added stage holds deals under way; one before the first holds none, since all are past it."""
    if difference.nature is not Nature.ADDED or difference.item.entity != "stage":
        return False
    witness = flow.stuck_for(_gates_of(difference, found, flow))
    return witness is not None and witness.stage != ""


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
    return hurts and kind.entity in _FLOWING and gates


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
