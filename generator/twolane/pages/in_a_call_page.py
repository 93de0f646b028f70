"""The page for the middle of a call: objections, differentiators and competitors as short cards to be filtered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from twolane.checks.s603_unproven_claim import A_YEAR
from twolane.links.addresses import Address, Top, anchor, anchor_of, segment
from twolane.links.element_links import Ref
from twolane.model.market import Competitor, Differentiator, Proof
from twolane.model.process import Process
from twolane.model.selling import Objection, Stage
from twolane.pages.draft import Draft, OnPaper
from twolane.parts.element_rows import has_answers
from twolane.parts.page_inputs import PageInputs, first_line
from twolane.parts.site_paths import PagePath, SiteContents
from twolane.site.search_rank import Rank
from twolane.wording.spoken_language import texts

_RANK = Rank(1.5)

SCRIPTS = ("twolane-words.js", "twolane-cards.js")


@dataclass(frozen=True, slots=True)
class ProofRow:
    """A proof; ``stale`` where nobody has looked at it for a year, or nobody has said when."""

    proof: Proof
    stale: bool


@dataclass(frozen=True, slots=True)
class Card:
    """What stands on every card, and by what it is filtered.

    Filters hold keys with spaces between them: an empty one fits no choice, a missing one fits all.
    """

    kind: str
    title: str
    anchor: str
    address: Address
    stages: str | None = None
    competitors: str | None = None
    segments: str | None = None


@dataclass(frozen=True, slots=True)
class ObjectionCard:
    """What a buyer says, what to answer or to ask back, and what proves it."""

    card: Card
    objection: Objection
    differentiator: Ref | None
    proof: tuple[ProofRow, ...]
    against: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class DifferentiatorCard:
    """What we claim, what the buyer has from it, and what proves it."""

    card: Card
    differentiator: Differentiator
    proof: tuple[ProofRow, ...]
    against: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class CompetitorCard:
    """Somebody else whom the buyer may choose, and what of us counts against them.

    ``stale`` where nobody has looked for a year whether it still holds.
    """

    card: Card
    competitor: Competitor
    ours: tuple[Ref, ...]
    stale: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to filter by: its key in filters and addresses, and its name."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class StageGroup:
    """The objections of one stage."""

    anchor: str
    process: Ref
    stage: Ref
    cards: tuple[ObjectionCard, ...]


@dataclass(frozen=True, slots=True)
class View:
    """What the page shows; ``stages`` are the choices by the name of their process."""

    groups: tuple[StageGroup, ...]
    differentiators: tuple[DifferentiatorCard, ...]
    competitors: tuple[CompetitorCard, ...]
    stages: tuple[tuple[str, tuple[Choice, ...]], ...]
    rivals: tuple[Choice, ...]
    segments: tuple[Choice, ...]
    several: bool

    @property
    def number(self) -> int:
        """How many cards there are."""
        return sum(len(group.cards) for group in self.groups) + len(self.differentiators) + len(self.competitors)


def paths(contents: SiteContents) -> Iterator[PagePath]:
    """One page, where there is a differentiator, a competitor or an objection."""
    if has_answers(contents.playbook):
        yield PagePath(Top.IN_A_CALL, texts().in_a_call_title)


def drafts(given: PageInputs) -> Iterator[Draft]:
    """One page, where there is anything to put on a card."""
    if Top.IN_A_CALL in given.paths:
        view = _view(given)
        yield Draft(
            Top.IN_A_CALL,
            texts().in_a_call_title,
            "in_a_call.html",
            view,
            about=_processes(given),
            source=first_line((*given.playbook.differentiators, *given.playbook.competitors)),
            description=texts().in_a_call_description,
            scripts=SCRIPTS,
            known_as=dict(_places(view)),
            rank=_RANK,
            on_paper=OnPaper.CALL,
        )


def _places(view: View) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The process of each objection, where there are several: two may hear the same words."""
    for group in view.groups if view.several else ():
        for each in group.cards:
            yield each.card.anchor, (group.process.text,)


def _view(given: PageInputs) -> View:
    playbook = given.playbook
    groups = tuple(_groups(given))
    return View(
        groups,
        tuple(_differentiator(given, each) for each in playbook.differentiators),
        tuple(_competitor(given, each) for each in playbook.competitors),
        tuple(_stage_choices(_processes(given))),
        tuple(Choice(segment(each.id), each.name) for each in playbook.competitors),
        tuple(Choice(segment(each.id), each.name) for each in playbook.segments),
        len({group.process.address for group in groups}) > 1,
    )


def _processes(given: PageInputs) -> tuple[Process, ...]:
    """The processes that are sold by, or will be."""
    return tuple(process for process in given.playbook.processes if process.status != "retired")


def _groups(given: PageInputs) -> Iterator[StageGroup]:
    for process in _processes(given):
        for stage in process.stages:
            if stage.objections:
                name = anchor("stage", _key(process, stage).replace("/", "-"))
                cards = tuple(_objections(given, process, stage, name))
                yield StageGroup(name, given.refs.process(process), given.refs.stage(process, stage), cards)


def _objections(given: PageInputs, process: Process, stage: Stage, group: str) -> Iterator[ObjectionCard]:
    refs, at = given.refs, given.refs.stage(process, stage).address
    for number, objection in enumerate(stage.objections, start=1):
        found = given.playbook.named(given.playbook.differentiator, (objection.differentiator,))
        against = tuple(id for each in found for id in each.against)
        segments = (process.segment, *(id for each in found for id in _segments(given, each)))
        card = Card(
            "objection",
            given.prose.plain(objection.says),
            f"objection-{group.removeprefix('stage-')}-{number}",
            replace(at, anchor="objections"),
            _key(process, stage),
            _keys(against),
            _keys(segments) or None,
        )
        proof = tuple(row for each in found for row in _proof(each, given.as_of))
        named = refs.differentiator(found[0]) if found else None
        yield ObjectionCard(card, objection, named, proof, refs.competitors(against))


def _differentiator(given: PageInputs, each: Differentiator) -> DifferentiatorCard:
    ref = given.refs.differentiator(each)
    card = Card(
        "differentiator",
        ref.text,
        anchor_of(each),
        ref.address,
        " ".join(_used(given, each)),
        _keys(each.against),
        _keys(_segments(given, each)) or None,
    )
    return DifferentiatorCard(card, each, tuple(_proof(each, given.as_of)), given.refs.competitors(each.against))


def _competitor(given: PageInputs, each: Competitor) -> CompetitorCard:
    ref = given.refs.competitor(each)
    card = Card("competitor", ref.text, anchor_of(each), ref.address, competitors=_keys((each.id,)))
    ours = (differentiator for differentiator in given.playbook.differentiators if each.id in differentiator.against)
    stale = each.verified is not None and given.as_of - each.verified > A_YEAR
    return CompetitorCard(card, each, tuple(map(given.refs.differentiator, ours)), stale)


def _proof(each: Differentiator, today: date) -> Iterator[ProofRow]:
    for proof in each.proof:
        yield ProofRow(proof, proof.verified is None or today - proof.verified > A_YEAR)


def _used(given: PageInputs, each: Differentiator) -> Iterator[str]:
    """The stages that name a differentiator, or that answer an objection with it."""
    for process in _processes(given):
        for stage in process.stages:
            if each.id in (*stage.differentiators, *(objection.differentiator for objection in stage.objections)):
                yield _key(process, stage)


def _segments(given: PageInputs, each: Differentiator) -> Iterator[str]:
    """The segments that have a requirement which a differentiator meets."""
    for found in given.playbook.segments:
        if any(requirement.id in each.meets for requirement in found.requirements):
            yield found.id


def _stage_choices(processes: Iterable[Process]) -> Iterator[tuple[str, tuple[Choice, ...]]]:
    for process in processes:
        if process.stages:
            yield process.name, tuple(Choice(_key(process, stage), stage.name) for stage in process.stages)


def _key(process: Process, stage: Stage) -> str:
    return f"{segment(process.id)}/{segment(stage.id)}"


def _keys(ids: Iterable[str | None]) -> str:
    return " ".join(dict.fromkeys(segment(id) for id in ids if id))
