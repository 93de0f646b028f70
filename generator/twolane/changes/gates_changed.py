"""Which gates a difference is about: what a deal must meet only because of it, or need not meet any more."""

from __future__ import annotations

from twolane.changes.compared_elements import Node
from twolane.changes.find import Difference
from twolane.changes.gates import Need
from twolane.changes.kind import Nature
from twolane.changes.matching import Matching
from twolane.changes.witness import Flow


def gates_of(difference: Difference, matching: Matching, flow: Flow) -> frozenset[Need]:
    """What a deal may need only because of ``difference``; of stages, what no other difference tells of.

    A new stage brings what only the new version has. What stood there before stands earlier on the way, where stages
    come in another order, or where one may be what another was under its new id.
    """
    item = difference.item
    if difference.nature is Nature.REORDERED:
        return flow.in_another_order()
    if item.entity == "stage":
        fresh = (need for child in item.children if child not in matching.old_of for need in _gates(child))
        return frozenset(fresh) | flow.in_another_order(item.key)
    gates = _gates(item)
    return frozenset(need for need in gates if need.sort == "decision") if difference.field == "kind" else gates


def _gates(item: Node) -> frozenset[Need]:
    if item.entity == "step":
        return frozenset((Need("step", item.key), Need("decision", item.key)))
    return frozenset((Need("criterion", item.key),)) if item.entity.endswith("criterion") else frozenset()
