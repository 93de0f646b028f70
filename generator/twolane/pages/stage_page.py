"""The page of a stage, for a rep in a call: the buyer's side and ours, the checklist, questions and answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from twolane.links.addresses import anchor_of, of_stage
from twolane.links.element_links import Ref
from twolane.mermaid.stage_lanes import stage_lanes
from twolane.model.buying import BuyerStep
from twolane.model.process import Process
from twolane.model.raci import PARTS, ids_of
from twolane.model.selling import EntryCriterion, ExitCriterion, Stage
from twolane.pages.draft import Draft, OnPaper
from twolane.pages.process_page import section
from twolane.parts.checklist_lines import key_of
from twolane.parts.deal_checklist import SCRIPTS, Checklist, checklist
from twolane.parts.element_rows import (
    DifferentiatorRow,
    MetricRow,
    NeedRow,
    ObjectionRow,
    StepRow,
    differentiator_rows,
    metric_rows,
    need_row,
    objection_row,
    step_row,
)
from twolane.parts.page_inputs import PageInputs, line_of
from twolane.parts.site_paths import PagePath, SiteContents
from twolane.site.search_rank import Rank
from twolane.wording.counts import number

_RANK = Rank(
    2.0,
    {
        "objections": 1.4,
        "exit": 1.2,
        "buyer": 0.8,
        "differentiators": 0.6,
        "metrics": 0.4,
        "controls": 0.4,
        "roles": 0.3,
        "steps": 0,
    },
)


@dataclass(frozen=True, slots=True)
class BuyerSide:
    """Where the buyer is during the stage."""

    step: BuyerStep
    anchor: str
    ref: Ref
    actors: tuple[Ref, ...]
    needs: tuple[NeedRow, ...]


@dataclass(frozen=True, slots=True)
class EntryRow:
    """Something to be true before a deal enters."""

    criterion: EntryCriterion
    anchor: str
    key: str


@dataclass(frozen=True, slots=True)
class ExitRow:
    """Something that the buyer does before a deal leaves."""

    criterion: ExitCriterion
    anchor: str
    key: str


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A role and the steps of this stage in which it takes each part."""

    ref: Ref
    responsible: tuple[Ref, ...]
    accountable: tuple[Ref, ...]
    consulted: tuple[Ref, ...]
    informed: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class View:
    """What the page of a stage shows; ``number`` counts from 1, ``guarded`` says whether something holds deals up."""

    stage: Stage
    checklist: Checklist
    number: int
    of: int
    guarded: bool
    before: Ref | None
    after: Ref | None
    probability: str
    goals: tuple[Ref, ...]
    buyer: tuple[BuyerSide, ...]
    entry: tuple[EntryRow, ...]
    steps: tuple[StepRow, ...]
    exit: tuple[ExitRow, ...]
    objections: tuple[ObjectionRow, ...]
    differentiators: tuple[DifferentiatorRow, ...]
    roles: tuple[RoleRow, ...]
    metrics: tuple[MetricRow, ...]


def paths(contents: SiteContents) -> Iterator[PagePath]:
    """One page a stage."""
    for process in contents.playbook.processes:
        yield from (PagePath(of_stage(process, stage).page) for stage in process.stages)


def drafts(given: PageInputs) -> Iterator[Draft]:
    """One page a stage."""
    for process in given.playbook.processes:
        for at, stage in enumerate(process.stages):
            yield Draft(
                given.refs.stage(process, stage).address.page,
                stage.name,
                "stage.html",
                _view(given, process, stage, at),
                section=section(process),
                process=process,
                source=line_of(stage),
                diagrams=(stage_lanes(process, stage, given.playbook.about.lanes, given.prose.plain),),
                description=given.prose.plain(stage.goal),
                scripts=SCRIPTS,
                rank=_RANK,
                on_paper=OnPaper.PRINTED,
            )


def _view(given: PageInputs, process: Process, stage: Stage, at: int) -> View:
    links = given.refs.stages(process, process.stages)
    return View(
        stage=stage,
        checklist=checklist(given, process, stage),
        number=at + 1,
        of=len(links),
        guarded=bool(stage.entry or stage.exit or any(step.required for step in stage.steps)),
        before=links[at - 1] if at else None,
        after=links[at + 1] if at + 1 < len(links) else None,
        probability="" if stage.probability is None else f"{number(stage.probability)}%",
        goals=given.refs.goals(stage.advances),
        buyer=tuple(_buyer_sides(given, process, stage)),
        entry=tuple(EntryRow(each, anchor_of(each), key_of(each)) for each in stage.entry),
        steps=tuple(step_row(given, process, step) for step in stage.steps),
        exit=tuple(ExitRow(each, anchor_of(each), key_of(each)) for each in stage.exit),
        objections=tuple(objection_row(given, process, stage, each) for each in stage.objections),
        differentiators=differentiator_rows(given, stage.differentiators),
        roles=tuple(_roles(given, process, stage)),
        metrics=metric_rows(given, stage.metrics),
    )


def _buyer_sides(given: PageInputs, process: Process, stage: Stage) -> Iterator[BuyerSide]:
    for step in filter(None, map(process.buyer_step, stage.serves)):
        needs = tuple(need_row(given, process, need) for need in step.needs)
        ref, actors = given.refs.buyer_step(process, step), given.refs.roles(step.actors)
        yield BuyerSide(step, anchor_of(step), ref, actors, needs)


def _roles(given: PageInputs, process: Process, stage: Stage) -> Iterator[RoleRow]:
    ids = (id for part in PARTS for step in stage.steps for id in ids_of(step, part))
    for id in dict.fromkeys(ids):
        role = given.refs.role(id)
        if role:
            yield RoleRow(role, *(_steps(given, process, stage, part, id) for part in PARTS))


def _steps(given: PageInputs, process: Process, stage: Stage, part: str, role: str) -> tuple[Ref, ...]:
    return given.refs.steps(process, (step for step in stage.steps if role in ids_of(step, part)))
