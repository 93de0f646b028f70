"""Makes where a yes leads part of the change that explains it: a buyer step that came, went or changed places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from twolane.changes.compared_elements import Node
from twolane.changes.effective_values import after_yes
from twolane.changes.kind import Nature
from twolane.changes.one_change import Context
from twolane.changes.told import Told, merged
from twolane.model.buying import BuyerStep, Decision
from twolane.model.process import Process


def with_what_they_follow(told: Sequence[Told], context: Context) -> tuple[Told, ...]:
    """All that is told, with a yes that leads to another step only because of the steps around it in their change."""
    came, went = (dict(_structural(told, nature)) for nature in (Nature.ADDED, Nature.REMOVED))
    order = next((each for each in told if is_order(each)), None)
    parts: dict[Told, list[Told]] = {}
    for each in told:
        if is_yes(each):
            root = _explained(each, came, went, context) or (order if _is_next(each, context) else None)
            if root is not None:
                parts.setdefault(root, []).append(each)
    return merged(told, parts, context.bench.new_readers, {root: _as_it_was(root) for root in parts})


def _as_it_was(root: Told) -> dict[str, Any]:
    """What stays as it was: where a yes leads follows from the change, and makes it no graver for anybody."""
    change = root.change
    return {"level": change.level, "roles": change.roles, "fingerprint": change.fingerprint}


def is_yes(told: Told) -> bool:
    """Whether a change tells that a yes leads elsewhere."""
    return told.difference.field == "go" and isinstance(told.difference.item.element, Decision)


def is_order(told: Told) -> bool:
    """Whether a change tells that the buyer's steps come in another order."""
    return told.difference.nature is Nature.REORDERED and told.difference.item.entity == "buyer"


def _structural(told: Sequence[Told], nature: Nature) -> Iterator[tuple[str, Told]]:
    """The buyer's steps that came or went, by id, with the change that tells it."""
    for each in told:
        for difference in each.differences:
            if difference.nature is nature and isinstance(difference.item.element, BuyerStep):
                yield difference.item.key, each


def _explained(told: Told, came: Mapping[str, Told], went: Mapping[str, Told], context: Context) -> Told | None:
    """The change of a step that came or went, where the yes leads over it to the same step as before."""
    difference = told.difference
    old, new = context.bench.old_process, context.bench.new_process
    before, passed_before = _beyond(difference.before or "", went, old)
    after, passed = _beyond(difference.after or "", came, new)
    if context.bench.flow.new_id.get(before, before) != after:
        return None
    over = [*(came[id] for id in passed), *(went[id] for id in passed_before)]
    return over[0] if over else None


def _beyond(id: str, passing: Mapping[str, Told], process: Process | None) -> tuple[str, list[str]]:
    """The step to which yes after yes leads over those of one version alone, and these."""
    passed: list[str] = []
    while id in passing and id not in passed and process is not None:
        passed.append(id)
        step = process.buyer_step(id)
        following = process.after_go(step) if step is not None else None
        id = following.id if following is not None else ""
    return id, passed


def _is_next(told: Told, context: Context) -> bool:
    """Whether a yes leads to the next step in both versions, which is another one only by the order."""
    sides = ((told.difference.old, context.bench.old_process), (told.difference.new, context.bench.new_process))
    return all(_leads_on(decision, process) for decision, process in sides)


def _leads_on(decision: Node | None, process: Process | None) -> bool:
    step = decision.owner if decision is not None else None
    if step is None or process is None:
        return False
    ids = [each.id for each in process.buyer.steps]
    following = dict(pairwise((*ids, ""))).get(step.key)
    return following == after_yes(step, process)
