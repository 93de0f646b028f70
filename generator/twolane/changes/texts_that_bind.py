"""The texts on which a deal, a system or a figure hangs: another meaning there is more than another wording."""

from __future__ import annotations

from twolane.changes.compared_elements import entity
from twolane.model.element import Element
from twolane.model.selling import EntryCriterion, ExitCriterion, Step

BINDING = frozenset(
    (
        ("exit criterion", "buyer"),
        ("exit criterion", "evidence"),
        ("entry criterion", "criterion"),
        ("step", "name"),
        ("need", "what"),
        ("decision", "question"),
        ("decision", "no_go"),
        ("decision", "no_decision"),
        ("metric", "definition"),
    )
)
"""By entity and field."""


def bind(element: Element, field: str) -> bool:
    """Whether something hangs on what the text means."""
    return (entity(type(element)), field) in BINDING


def of_weight(element: Element, field: str) -> str:
    """The variant of the kind of change that another meaning is: whether a deal may do without it."""
    if isinstance(element, EntryCriterion | ExitCriterion):
        return "required" if element.required and element.applies_to != "new-only" else "optional"
    if isinstance(element, Step) and field == "name":
        return "required" if element.required else "optional"
    return ""
