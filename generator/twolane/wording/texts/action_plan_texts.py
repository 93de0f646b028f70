"""The action plan that seller and buyer share, in words for readers."""

from __future__ import annotations

from twolane.wording.choices import Choices
from twolane.wording.tables import Table


class ActionPlanTexts(Table):
    """The action plan that seller and buyer share."""

    plan: str = "Action plan"
    plan_title: str = "Action plan: {buyer} and {seller}"
    plan_lead: str = "What happens, when, and who does it."
    plan_start: str = "First day of the plan"
    plan_csv: str = "The plan as a table for a spreadsheet (CSV)"
    plan_when: str = "When"
    plan_what: str = "What"
    plan_gets: str = "Receives: {what}"
    plan_decides: str = "Decides: {question}"
    plan_by: str = "by {unit} {number}"
    plan_step: str = "Step"
    plan_kind: str = "Kind"
    plan_kinds: Choices[str] = Choices(milestone="milestone", decision="decision", contribution="contribution")
    plan_from: str = "From ({unit})"
    plan_until: str = "Until ({unit})"
    plan_from_date: str = "From (date)"
    plan_until_date: str = "Until (date)"
    lane_words: Choices[str] = Choices(
        The="the", Our="our", Your="your", Their="their", My="my", We="us", Us="us", You="you", I="me", They="them"
    )
    """How the first word of a lane's name is written within a sentence."""
