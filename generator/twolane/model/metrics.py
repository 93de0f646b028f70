"""Metrics: what is measured, why, and the target (P14)."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from twolane.model.element import Element
from twolane.model.value_types import GoalId, Id, Number, OneOrMore, Prose, RoleId, Text


class Metric(Element):
    """Something that is measured because a goal hangs on it."""

    KIND: ClassVar[str] = "metric"
    SCOPE: ClassVar[str] = "playbook"

    id: Id = Field(examples=["meeting-rate"])
    """The lasting name of the metric."""
    name: Text = Field(examples=["Meeting rate"])
    """What people call it."""
    definition: Prose = Field("", examples=["Discovery visits agreed ÷ plants contacted, in a month"])
    """Exactly how the figure is made."""
    unit: Literal["percent", "days", "count", "money"] | None = Field(None, examples=["percent"])
    """What the figure counts."""
    better: Literal["higher", "lower"] | None = Field(None, examples=["higher"])
    """Which direction is good."""
    target: Number | None = Field(None, examples=[35])
    """The figure to reach."""
    cadence: Text = Field("", examples=["monthly"])
    """How often it is looked at."""
    source: Text = Field("", examples=["CRM, report Meetings"])
    """Where the figure comes from."""
    owner: RoleId | None = Field(None, examples=["sales-director"])
    """The role that answers for it."""
    kind: Literal["leading", "lagging"] | None = Field(None, examples=["leading"])
    """Leading metrics move before the result does, lagging ones after."""
    goal: GoalId | None = Field(None, examples=["win-back-planning"])
    """The strategy goal that it measures."""
    audience: OneOrMore[Text] = Field((), examples=[["internal", "partner"]])
    """The audiences that see it beside the first one of playbook.yml; nobody else where it says nothing."""


class MetricsFile(Element):
    """``metrics.yml``: the metrics."""

    metrics: tuple[Metric, ...] = ()
    """All metrics."""
