"""The words of what is handed over: the pages to print, and the action plan that seller and buyer share."""

from __future__ import annotations

from collections.abc import Mapping

HAND_OVER_TEXTS: Mapping[str, str] = {
    "hand_over": "To hand over",
    "print_all": "The whole playbook to print",
    "print_one": "This process to print",
    "print_title": "{name}: to print",
    "print_all_lead": "On one page: the processes with their stages, roles, strategy, and what belongs to them. "
    "Its end says what is not on it.",
    "print_all_lead_written": "On one page: the processes with their stages, roles, strategy, what belongs to them, "
    "and the pages written by hand. Its end says what is not on it.",
    "print_one_lead": "The whole process on one page: how they buy, how we sell, each stage with its checklist.",
    "print_contents": "Contents",
    "print_shared": "For all processes",
    "plan": "Action plan",
    "plan_title": "Action plan for {buyer} and {seller}",
    "plan_lead": "What we do together, in which order, and how both of us see that it is done.",
    "plan_start": "The day on which we start",
    "plan_csv": "The plan as a table for a spreadsheet (CSV)",
    "plan_when": "When",
    "plan_what": "What",
    "plan_evidence": "How we see it",
    "plan_gets": "Receives: {what}",
    "plan_decides": "Decides: {question}",
    "plan_by": "by {unit} {number}",
    "plan_step": "Step",
    "plan_kind": "Kind",
    "plan_from": "From ({unit})",
    "plan_until": "Until ({unit})",
    "plan_from_date": "From (date)",
    "plan_until_date": "Until (date)",
    "plan_kind_milestone": "milestone",
    "plan_kind_decision": "decision",
    "plan_kind_contribution": "contribution",
}
"""Merged into ``twolane.pages.texts.TEXTS``, which is what pages use."""
