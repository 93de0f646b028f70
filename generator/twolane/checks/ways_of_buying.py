"""Tells a process for customers, and its decision, and one for calls for tenders, from that for new business."""

from __future__ import annotations

import re
from collections.abc import Collection

from twolane.model.buying import BuyerStep
from twolane.model.playbook import Playbook
from twolane.model.process import Process
from twolane.model.roles import Role

_AGAIN = re.compile(r"\brenew", re.IGNORECASE)
_TENDER = re.compile(
    r"\b(?:tender(?:s|ed|ing)?\b|rf[pq]s?\b|calls? for (?:bids|proposals|offers|competition)"
    r"|(?:invitations?|requests?) (?:to|for) (?:bid|tender|proposal|quotation)"
    r"|(?:public|sealed|competitive) (?:procurement|contracts?\b|bids?\b|bidding))",
    re.IGNORECASE,
)


def is_for_customers(playbook: Playbook, process: Process) -> bool:
    """Whether it goes round, is called a renewal, or is mostly done by those who look after customers."""
    if process.shape == "flywheel" or process.loops or _AGAIN.search(f"{process.name} {process.id}"):
        return True
    doing = playbook.named(playbook.role, [step.responsible for step in process.steps if step.responsible])
    return 2 * sum(map(_looks_after, doing)) > len(process.steps)


def is_tender(process: Process) -> bool:
    """Whether its name or summary says that bidders answer a call, and so may not meet whom they like."""
    return bool(_TENDER.search(f"{process.name} {process.id.replace('-', ' ')} {process.summary}"))


def _looks_after(role: Role) -> bool:
    """Whether a role works with customers alone."""
    return role.phase == ("post-sales",) or role.focus == ("farmer",)


def decided_at(process: Process, among: Collection[BuyerStep]) -> BuyerStep | None:
    """The last of ``among`` before the order, which the last stage with a probability below 100 brings."""
    likely = [
        at for at, stage in enumerate(process.stages) if stage.probability is not None and stage.probability < 100
    ]
    before = process.stages[: likely[-1] + 1 if likely else None]
    served = {id for stage in before for id in (*stage.serves, *(id for step in stage.steps for id in step.serves))}
    found = [step for step in process.buyer_steps if step in among and step.id in served]
    if all(step.until is not None for step in found):
        return max(found, key=lambda step: step.until or 0, default=None)
    return found[-1]
