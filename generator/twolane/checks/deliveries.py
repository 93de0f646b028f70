"""Reports a delivery that does not come in the buyer's time, at the time that would have to change."""

from __future__ import annotations

from twolane.alignment.results import Delivery
from twolane.alignment.statements import mended, problem
from twolane.findings import Finding, Related, Rule
from twolane.source import Place
from twolane.wording.spoken_language import worded


def mistimed(rule: Rule, delivery: Delivery, ours: str, theirs: str, unit: str) -> Finding:
    """A finding at the time ``ours`` of our step (where it gives none, at what it delivers), beside ``theirs``."""
    step, needed = delivery.step, _needed(delivery, theirs)
    index = step.delivers.index(delivery.need.id)
    timed = ours in step.at.values
    return rule.at(
        step.at,
        ours if timed else "delivers",
        problem(delivery, unit),
        index=None if timed else index,
        hint=mended(delivery.mends, unit),
        related=[Related(needed, worded("it is needed here, at “{buyer_step}”", buyer_step=delivery.buyer_step.name))],
    )


def _needed(delivery: Delivery, key: str) -> Place:
    """Where the need says when it is needed; else where its buyer step does."""
    for element in (delivery.need, delivery.buyer_step):
        if key in element.at.values:
            return element.at.place(key)
    return delivery.need.at.element()
