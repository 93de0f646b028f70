"""The page of a process: both sides in one picture and two tables, its metrics, loops and findings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from twolane.findings import Finding
from twolane.links.addresses import Address, Top, anchor, of_plan, of_poster, of_print, of_process, of_raci
from twolane.links.element_links import Ref
from twolane.links.process_names import called
from twolane.mermaid.flywheel import flywheel
from twolane.mermaid.two_sides import two_sides
from twolane.model.buying import BuyerStep
from twolane.model.process import Loop, Process
from twolane.model.selling import Stage
from twolane.pages.draft import Draft, OnPaper
from twolane.parts.alignment_figures import Figures, figures_of
from twolane.parts.deal_checklist import SCRIPTS, Checklist, checklist
from twolane.parts.element_rows import MetricRow, metric_rows, way_to_buyer
from twolane.parts.page_inputs import PageInputs, line_of
from twolane.parts.site_paths import PagePath, SiteContents
from twolane.site.search_rank import Rank
from twolane.two_lines.view import TwoLines
from twolane.wording.choice_names import choice
from twolane.wording.counts import counted, number
from twolane.wording.spans import span
from twolane.wording.spoken_language import texts

_RANK = Rank(0.6)


@dataclass(frozen=True, slots=True)
class BuyerRow:
    """A step of the buyer, in one line."""

    step: BuyerStep
    ref: Ref
    when: str
    actors: tuple[Ref, ...]
    stages: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class StageRow:
    """A stage, in one line."""

    stage: Stage
    ref: Ref
    probability: str
    serves: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class LoopRow:
    """Where the process starts again."""

    loop: Loop
    begin: Ref
    end: Ref


@dataclass(frozen=True, slots=True)
class View:
    """What the page of a process shows."""

    process: Process
    checklist: Checklist
    lines: TwoLines | None
    unit: str
    shape: str
    segment: Ref | None
    goals: tuple[Ref, ...]
    mapped_with: tuple[Ref, ...]
    journey: Ref | None
    raci: Ref | None
    buyer_rows: tuple[BuyerRow, ...]
    stage_rows: tuple[StageRow, ...]
    metrics: tuple[MetricRow, ...]
    loops: tuple[LoopRow, ...]
    findings: Ref | None
    figures: Figures | None
    where: Ref | None
    hand_over: tuple[Ref, ...]


def paths(contents: SiteContents) -> Iterator[PagePath]:
    """One page a process."""
    for process in contents.playbook.processes:
        yield PagePath(of_process(process).page)


def drafts(given: PageInputs) -> Iterator[Draft]:
    """One page a process."""
    for process in given.playbook.processes:
        yield Draft(
            given.refs.process(process).address.page,
            process.name,
            "process.html",
            _view(given, process),
            section=section(process),
            process=process,
            source=line_of(process),
            diagrams=(flywheel(process, given.prose.plain), two_sides(process, given.playbook.about.lanes)),
            description=given.prose.plain(process.summary),
            label=texts().overview,
            scripts=SCRIPTS,
            rank=_RANK,
            on_paper=OnPaper.PRINTED,
        )


def section(process: Process) -> tuple[str, ...]:
    """Where the pages of a process stand in the navigation."""
    return (texts().processes, called(process))


def _view(given: PageInputs, process: Process) -> View:
    refs = given.refs
    return View(
        process,
        checklist(given, process),
        given.picture(process),
        texts().unit_names[process.time_unit],
        choice(process.shape),
        refs.segment(process.segment),
        refs.goals(process.advances),
        refs.roles(process.mapped_with),
        refs.journey(process, texts().journey) if process.buyer.steps else None,
        Ref(texts().raci, of_raci(process)) if of_raci(process).page in given.paths else None,
        tuple(_buyer_row(given, process, step) for step in process.buyer.steps),
        tuple(_stage_row(given, process, stage) for stage in process.stages),
        metric_rows(given, _metrics(given, process)),
        tuple(_loops(given, process)),
        _findings(given, process),
        None if given.playbook.audience else figures_of(given, process),
        way_to_buyer(given, process),
        tuple(_hand_over(given, process)),
    )


def _hand_over(given: PageInputs, process: Process) -> Iterator[Ref]:
    if of_poster(process).page in given.paths:
        yield Ref(texts().poster, of_poster(process))
    if of_plan(process).page in given.paths:
        yield Ref(texts().plan, of_plan(process))
    yield Ref(texts().print_one, of_print(process))


def _buyer_row(given: PageInputs, process: Process, step: BuyerStep) -> BuyerRow:
    return BuyerRow(
        step,
        given.refs.buyer_step(process, step),
        span(step.from_, step.until, process.time_unit),
        given.refs.roles(step.actors),
        given.refs.stages(process, process.stages_during(step)),
    )


def _stage_row(given: PageInputs, process: Process, stage: Stage) -> StageRow:
    probability = "" if stage.probability is None else f"{number(stage.probability)}%"
    return StageRow(stage, given.refs.stage(process, stage), probability, given.refs.buyer_steps(process, stage.serves))


def _metrics(given: PageInputs, process: Process) -> Iterator[str | None]:
    """The metrics of the goals that the process advances, then those of its stages."""
    playbook = given.playbook
    for goal in playbook.named(playbook.goal, process.advances):
        yield goal.metric
        yield from (metric.id for metric in playbook.metrics if metric.goal == goal.id)
    for stage in process.stages:
        yield from stage.metrics


def _loops(given: PageInputs, process: Process) -> Iterator[LoopRow]:
    for loop in process.loops:
        begin, end = process.stage(loop.from_), process.stage(loop.to)
        if begin and end:
            yield LoopRow(loop, given.refs.stage(process, begin), given.refs.stage(process, end))


def _findings(given: PageInputs, process: Process) -> Ref | None:
    number = sum(is_about(finding, process) for finding in given.findings)
    words = counted(number, texts().finding_count)
    return Ref(words, Address(Top.HEALTH, anchor("process", process.id))) if number else None


def process_of(given: PageInputs, finding: Finding) -> Process | None:
    """The process in whose file a finding stands."""
    return next((process for process in given.playbook.processes if is_about(finding, process)), None)


def is_about(finding: Finding, process: Process) -> bool:
    """Whether a finding stands in the file of a process."""
    return bool(process.at.file) and finding.place.file == process.at.file
