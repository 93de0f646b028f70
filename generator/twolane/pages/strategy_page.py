"""The page of strategy and process: both side by side, the trace between them, and what has no counterpart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from twolane.links.addresses import Top, anchor_of
from twolane.links.element_links import Ref
from twolane.model.market import Requirement, Segment
from twolane.model.playbook import Playbook
from twolane.model.strategy import Department, Goal, Strategy, SwotItem
from twolane.pages.draft import Draft, OnPaper
from twolane.parts.element_rows import MetricRow, metric_rows
from twolane.parts.page_inputs import PageInputs, first_line, line_of
from twolane.parts.site_paths import PagePath, SiteContents
from twolane.parts.title_facts import ProcessState, reviewed
from twolane.site.search_rank import Rank
from twolane.source import Place
from twolane.wording.counts import number
from twolane.wording.dates import period
from twolane.wording.spoken_language import texts

_RANK = Rank(0.6)

QUARTERS = ("strengths", "weaknesses", "opportunities", "threats")


@dataclass(frozen=True, slots=True)
class Trace:
    """A goal, and what executes and measures it."""

    goal: Goal
    anchor: str
    by: str
    owner: Ref | None
    processes: tuple[Ref, ...]
    stages: tuple[Ref, ...]
    metrics: tuple[MetricRow, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that has no counterpart, and what is missing."""

    ref: Ref
    missing: str


@dataclass(frozen=True, slots=True)
class SwotRow:
    """A SWOT item and what answers it."""

    item: SwotItem
    anchor: str
    answers: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class RequirementRow:
    """A requirement of a segment, and what of us meets it."""

    requirement: Requirement
    anchor: str
    met_by: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class SegmentRow:
    """A segment with its requirements and the processes that are for it."""

    segment: Segment
    anchor: str
    capacity: str
    requirements: tuple[RequirementRow, ...]
    processes: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class DepartmentRow:
    """A department that selling works with."""

    department: Department
    anchor: str


@dataclass(frozen=True, slots=True)
class View:
    """What the page shows; SWOT comes by quarter."""

    strategy: Strategy
    processes: tuple[ProcessState, ...]
    traces: tuple[Trace, ...]
    gaps: tuple[Gap, ...] | None
    swot: tuple[tuple[str, tuple[SwotRow, ...]], ...]
    segments: tuple[SegmentRow, ...]
    departments: tuple[DepartmentRow, ...]


def paths(contents: SiteContents) -> Iterator[PagePath]:
    """One page, where there is a strategy or a segment."""
    playbook = contents.playbook
    if playbook.strategy != Strategy() or playbook.segments:
        yield PagePath(Top.STRATEGY, texts().strategy_title)


def drafts(given: PageInputs) -> Iterator[Draft]:
    """One page, where there is a strategy or a segment."""
    playbook = given.playbook
    if Top.STRATEGY not in given.paths:
        return
    yield Draft(
        Top.STRATEGY,
        texts().strategy_title,
        "strategy.html",
        _view(given),
        section=(texts().strategy,),
        about=playbook.processes,
        source=_source(playbook),
        description=given.prose.plain(playbook.strategy.story.external),
        rank=_RANK,
        on_paper=OnPaper.PRINTED,
    )


def _source(playbook: Playbook) -> Place | None:
    return line_of(playbook.strategy) or first_line(playbook.segments)


def _view(given: PageInputs) -> View:
    strategy = given.playbook.strategy
    swot = ((quarter, tuple(_swot(given, item) for item in getattr(strategy.swot, quarter))) for quarter in QUARTERS)
    return View(
        strategy,
        reviewed(given, given.playbook.processes),
        tuple(_trace(given, goal) for goal in strategy.goals),
        None if given.playbook.audience else tuple(_gaps(given)),
        tuple((quarter, rows) for quarter, rows in swot if rows),
        tuple(_segment(given, segment) for segment in given.playbook.segments),
        tuple(DepartmentRow(each, anchor_of(each)) for each in strategy.departments),
    )


def _trace(given: PageInputs, goal: Goal) -> Trace:
    playbook, refs = given.playbook, given.refs
    measured = (goal.metric, *(metric.id for metric in playbook.metrics if metric.goal == goal.id))
    stages = (
        refs.stage(process, stage)
        for process in playbook.processes
        for stage in process.stages
        if goal.id in stage.advances
    )
    return Trace(
        goal,
        anchor_of(goal),
        period(goal.by),
        refs.role(goal.owner),
        tuple(refs.process(process) for process in playbook.processes if goal.id in process.advances),
        tuple(stages),
        metric_rows(given, measured),
    )


def _gaps(given: PageInputs) -> Iterator[Gap]:
    playbook, refs = given.playbook, given.refs
    for goal in playbook.strategy.goals:
        trace, ref = _trace(given, goal), refs.goals((goal.id,))[0]
        if not trace.processes and not trace.stages:
            yield Gap(ref, texts().gap_goal_unexecuted)
        if not trace.metrics:
            yield Gap(ref, texts().gap_goal_unmeasured)
    for process in playbook.processes:
        advanced = {*process.advances, *(id for stage in process.stages for id in stage.advances)}
        if not playbook.named(playbook.goal, sorted(advanced)):
            yield Gap(refs.process(process), texts().gap_process_adrift)
    for quarter, item in playbook.swot_items:
        if quarter in ("weaknesses", "threats") and not refs.answers(item.answered_by):
            yield Gap(refs.swot(item), texts().swot_gaps[quarter])


def _swot(given: PageInputs, item: SwotItem) -> SwotRow:
    return SwotRow(item, anchor_of(item), given.refs.answers(item.answered_by))


def _segment(given: PageInputs, segment: Segment) -> SegmentRow:
    processes = (each for each in given.playbook.processes if each.segment == segment.id)
    return SegmentRow(
        segment,
        anchor_of(segment),
        "" if segment.capacity is None else f"{number(segment.capacity)}%",
        tuple(_requirement(given, each) for each in segment.requirements),
        tuple(given.refs.process(process) for process in processes),
    )


def _requirement(given: PageInputs, requirement: Requirement) -> RequirementRow:
    meeting = (each.id for each in given.playbook.differentiators if requirement.id in each.meets)
    return RequirementRow(requirement, anchor_of(requirement), given.refs.differentiators(meeting))
