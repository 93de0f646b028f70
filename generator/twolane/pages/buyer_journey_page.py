"""The page of the buyer's side of a process: each step with what the buyer wants, fears, needs and decides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from twolane.links.addresses import anchor_of, of_journey
from twolane.links.element_links import Ref
from twolane.mermaid.decision_flow import decision_flow
from twolane.mermaid.value_exchange import value_exchange
from twolane.model.audiences import BUYER
from twolane.model.buying import BuyerStep, Decision, Pain
from twolane.model.process import Process
from twolane.pages.draft import Draft, OnPaper
from twolane.pages.process_page import section
from twolane.parts.element_rows import NeedRow, need_row
from twolane.parts.page_inputs import PageInputs, line_of
from twolane.parts.site_paths import PagePath, SiteContents
from twolane.site.search_rank import Rank
from twolane.wording.spans import span
from twolane.wording.spoken_language import texts

_RANK = Rank(0.8)


@dataclass(frozen=True, slots=True)
class PainRow:
    """What hurts, and whom."""

    pain: Pain
    affects: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One step of the buyer; ``next`` is where a yes leads, nothing at the end of the journey."""

    step: BuyerStep
    anchor: str
    when: str
    actors: tuple[Ref, ...]
    pains: tuple[PainRow, ...]
    needs: tuple[NeedRow, ...]
    decision: Decision | None
    next: Ref | None
    stages: tuple[Ref, ...]
    serving: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class View:
    """What the page of a buyer journey shows; ``tells_no`` where it says what follows from a no."""

    process: Process
    trigger: str
    rows: tuple[Row, ...]
    tells_no: bool


def paths(contents: SiteContents) -> Iterator[PagePath]:
    """One page a process that says how its buyer buys."""
    for process in contents.playbook.processes:
        if process.buyer.steps or process.buyer.trigger:
            yield PagePath(of_journey(process).page)


def drafts(given: PageInputs) -> Iterator[Draft]:
    """One page a process that says how its buyer buys."""
    for process in given.playbook.processes:
        if of_journey(process).page in given.paths:
            yield _draft(given, process)


def _draft(given: PageInputs, process: Process) -> Draft:
    plain, tells_no = given.prose.plain, given.playbook.audience != BUYER
    flow = decision_flow(process, plain) if tells_no else ""
    rows = tuple(_row(given, process, step) for step in process.buyer.steps)
    return Draft(
        given.refs.journey(process, "").address.page,
        texts().journey_title.format(name=process.name),
        "buyer_journey.html",
        View(process, process.buyer.trigger, rows, tells_no),
        section=section(process),
        process=process,
        source=line_of(process.buyer),
        diagrams=(flow, value_exchange(process, given.playbook.about.lanes, plain)),
        description=plain(process.buyer.trigger),
        label=texts().journey,
        rank=_RANK,
        on_paper=OnPaper.PRINTED,
    )


def _row(given: PageInputs, process: Process, step: BuyerStep) -> Row:
    refs, after = given.refs, process.after_go(step)
    return Row(
        step,
        anchor_of(step),
        span(step.from_, step.until, process.time_unit),
        refs.roles(step.actors),
        tuple(PainRow(pain, refs.roles(pain.affects)) for pain in step.pains),
        tuple(need_row(given, process, need) for need in step.needs),
        step.decision,
        refs.buyer_step(process, after) if after else None,
        refs.stages(process, process.stages_during(step)),
        refs.steps(process, process.serving(step)),
    )
