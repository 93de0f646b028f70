"""The page of differentiators: claims with proof, competitors, and objections across all stages as cards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from twolane.links.addresses import Top, anchor_of
from twolane.links.element_links import Ref
from twolane.model.market import Competitor, Differentiator
from twolane.pages.draft import Draft, OnPaper
from twolane.parts.element_rows import ObjectionRow, has_answers, objection_row
from twolane.parts.page_inputs import PageInputs, first_line
from twolane.parts.site_paths import PagePath, SiteContents
from twolane.site.search_rank import Rank
from twolane.wording.choice_names import choice
from twolane.wording.lists import listed
from twolane.wording.spoken_language import texts

_RANK = Rank(0.5, {"objections": 0})


@dataclass(frozen=True, slots=True)
class Use:
    """A stage where a differentiator is used."""

    process: Ref
    stage: Ref


@dataclass(frozen=True, slots=True)
class Row:
    """A differentiator with everything that hangs on it; ``answers`` are SWOT items."""

    differentiator: Differentiator
    title: str
    anchor: str
    kind: str
    knows: str
    against: tuple[Ref, ...]
    meets: tuple[Ref, ...]
    answers: tuple[Ref, ...]
    used: tuple[Use, ...]


@dataclass(frozen=True, slots=True)
class CompetitorRow:
    """A competitor and what of us counts against them."""

    competitor: Competitor
    anchor: str
    ours: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class View:
    """What the page shows."""

    rows: tuple[Row, ...]
    competitors: tuple[CompetitorRow, ...]
    objections: tuple[ObjectionRow, ...]


def paths(contents: SiteContents) -> Iterator[PagePath]:
    """One page, where there is a differentiator, a competitor or an objection."""
    if has_answers(contents.playbook):
        yield PagePath(Top.DIFFERENTIATORS, texts().differentiators_title)


def drafts(given: PageInputs) -> Iterator[Draft]:
    """One page, where there is a differentiator, a competitor or an objection."""
    playbook = given.playbook
    if Top.DIFFERENTIATORS in given.paths:
        view = View(
            tuple(_row(given, each) for each in playbook.differentiators),
            tuple(_competitor(given, each) for each in playbook.competitors),
            tuple(_objections(given)),
        )
        yield Draft(
            Top.DIFFERENTIATORS,
            texts().differentiators_title,
            "differentiators.html",
            view,
            section=(texts().strategy,),
            about=playbook.processes,
            source=first_line((*playbook.differentiators, *playbook.competitors)),
            description=texts().differentiators_description,
            rank=_RANK,
            on_paper=OnPaper.PRINTED,
        )


def _row(given: PageInputs, each: Differentiator) -> Row:
    refs = given.refs
    swot = (item for _, item in given.playbook.swot_items if each.id in item.answered_by)
    return Row(
        each,
        given.prose.plain(each.claim),
        anchor_of(each),
        choice(each.kind),
        listed(tuple(map(choice, each.knows))),
        refs.competitors(each.against),
        refs.requirements(each.meets),
        tuple(map(refs.swot, swot)),
        tuple(_uses(given, each)),
    )


def _uses(given: PageInputs, each: Differentiator) -> Iterator[Use]:
    for process in given.playbook.processes:
        for stage in process.stages:
            if each.id in (*stage.differentiators, *(objection.differentiator for objection in stage.objections)):
                yield Use(given.refs.process(process), given.refs.stage(process, stage))


def _competitor(given: PageInputs, each: Competitor) -> CompetitorRow:
    ours = (differentiator for differentiator in given.playbook.differentiators if each.id in differentiator.against)
    return CompetitorRow(each, anchor_of(each), tuple(map(given.refs.differentiator, ours)))


def _objections(given: PageInputs) -> Iterator[ObjectionRow]:
    for process in given.playbook.processes:
        for stage in process.stages:
            for objection in stage.objections:
                yield objection_row(given, process, stage, objection)
