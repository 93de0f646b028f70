"""The page of metrics: what each one is, its target, who answers for it, and where it is used."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from twolane.links.addresses import Top, anchor_of
from twolane.links.element_links import Ref
from twolane.model.metrics import Metric
from twolane.pages.draft import Draft, OnPaper
from twolane.parts.element_rows import MetricRow, metric_row
from twolane.parts.page_inputs import PageInputs, first_line
from twolane.parts.site_paths import PagePath, SiteContents
from twolane.wording.choice_names import choice
from twolane.wording.spoken_language import texts


@dataclass(frozen=True, slots=True)
class Row:
    """A metric with everything that hangs on it."""

    shown: MetricRow
    anchor: str
    unit: str
    better: str
    kind: str
    goals: tuple[Ref, ...]
    used: tuple[tuple[Ref, Ref], ...]
    """The processes and stages that it measures."""


@dataclass(frozen=True, slots=True)
class View:
    """What the page shows."""

    rows: tuple[Row, ...]


def paths(contents: SiteContents) -> Iterator[PagePath]:
    """One page, where there is a metric."""
    if contents.playbook.metrics:
        yield PagePath(Top.METRICS, texts().metrics_title)


def drafts(given: PageInputs) -> Iterator[Draft]:
    """One page, where there is a metric."""
    metrics = given.playbook.metrics
    if Top.METRICS in given.paths:
        yield Draft(
            Top.METRICS,
            texts().metrics_title,
            "metrics.html",
            View(tuple(_row(given, metric) for metric in metrics)),
            section=(texts().strategy,),
            about=given.playbook.processes,
            source=first_line(metrics),
            description=texts().metrics_description,
            on_paper=OnPaper.PRINTED,
        )


def _row(given: PageInputs, metric: Metric) -> Row:
    playbook, refs = given.playbook, given.refs
    goals = (metric.goal, *(goal.id for goal in playbook.strategy.goals if goal.metric == metric.id))
    return Row(
        metric_row(given, metric),
        anchor_of(metric),
        choice(metric.unit),
        choice(metric.better),
        choice(metric.kind),
        refs.goals(dict.fromkeys(goals)),
        tuple(_uses(given, metric)),
    )


def _uses(given: PageInputs, metric: Metric) -> Iterator[tuple[Ref, Ref]]:
    for process in given.playbook.processes:
        for stage in process.stages:
            if metric.id in stage.metrics:
                yield given.refs.process(process), given.refs.stage(process, stage)
