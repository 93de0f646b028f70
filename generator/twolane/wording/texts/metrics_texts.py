"""Metrics, in words for readers."""

from __future__ import annotations

from twolane.wording.tables import Table


class MetricsTexts(Table):
    """Metrics."""

    metric: str = "Metric"
    definition: str = "Definition"
    target: str = "Target"
    unit: str = "Unit"
    better: str = "Better"
    cadence: str = "Looked at"
    measured_from: str = "Comes from"
    metric_goal: str = "Measures the goal"
    all_metrics: str = "All metrics in one table"
