"""The pages of old versions: a process as it was released, readable in full and marked as old."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from twolane.alignment.analysis import align
from twolane.history.released import Released
from twolane.links.addresses import Address, anchor_of, of_compared, of_process, of_version, of_versions
from twolane.links.element_links import Ref, References
from twolane.model.buying import BuyerStep, Need
from twolane.model.playbook import Playbook
from twolane.model.process import Process
from twolane.model.selling import Stage, Step
from twolane.pages.draft import Draft, OnPaper
from twolane.pages.process_page import section
from twolane.parts.page_inputs import PageInputs
from twolane.parts.process_history import History
from twolane.parts.site_paths import PagePath, SiteContents
from twolane.two_lines.view import TwoLines, two_lines
from twolane.wording.choice_names import choice
from twolane.wording.dates import day
from twolane.wording.lists import listed
from twolane.wording.spans import span
from twolane.wording.spoken_language import texts


@dataclass(frozen=True, slots=True)
class OldBuyerStep:
    """A step of the buyer as it was."""

    step: BuyerStep
    anchor: str
    when: str
    actors: str
    needs: tuple[tuple[str, Need], ...]


@dataclass(frozen=True, slots=True)
class OldStep:
    """A step of ours as it was."""

    step: Step
    anchor: str
    when: str
    responsible: str
    accountable: str
    delivers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OldStage:
    """A stage as it was."""

    stage: Stage
    anchor: str
    serves: str
    steps: tuple[OldStep, ...]


@dataclass(frozen=True, slots=True)
class View:
    """What the page of an old version shows."""

    process: Process
    banner: str
    current: Ref
    since: Ref | None
    versions: Ref
    status: str
    owner: str
    lines: TwoLines | None
    buying: tuple[OldBuyerStep, ...]
    selling: tuple[OldStage, ...]


class OldReferences(References):
    """Links to the parts of an old version, which all stand on its one page."""

    def __init__(self, playbook: Playbook, now: References, here: str) -> None:
        # A release does not freeze what the lanes are called, which is the same for all processes.
        about = playbook.about.model_copy(update={"lanes": now.playbook.about.lanes})
        super().__init__(replace(playbook, about=about), now.prose, lambda _: None)
        self._here = here

    def journey(self, process: Process, text: str) -> Ref:
        """The buyer's side."""
        return Ref(text, Address(self._here, "buying"), "buyer")

    def stage(self, process: Process, stage: Stage) -> Ref:
        """A stage."""
        return Ref(stage.name, Address(self._here, anchor_of(stage)), "seller")

    def step(self, process: Process, step: Step) -> Ref:
        """A step of ours."""
        return Ref(step.name, Address(self._here, anchor_of(step)), "seller")

    def buyer_step(self, process: Process, step: BuyerStep) -> Ref:
        """A step of the buyer."""
        return Ref(step.name, Address(self._here, anchor_of(step)), "buyer")

    def need(self, process: Process, need: Need) -> Ref:
        """A need of the buyer."""
        return Ref(self.prose.plain(need.what), Address(self._here, anchor_of(need)), "buyer")


def paths(contents: SiteContents) -> Iterator[PagePath]:
    """One page a release that the site keeps, but for the one that the other pages show."""
    for process in contents.playbook.processes:
        yield from (PagePath(of_version(process, each.version).page) for each in _old(contents.history, process))


def drafts(given: PageInputs) -> Iterator[Draft]:
    """A page for each release that the site keeps, but for the one that the other pages show."""
    for process in given.playbook.processes:
        newest = next(iter(given.history.kept(process)), None)
        for released in _old(given.history, process):
            before = released.process
            assert before is not None
            names = {"name": before.name, "version": released.version}
            yield Draft(
                of_version(process, released.version).page,
                texts().version_of.format_map(names),
                "old_version.html",
                _view(given, process, released, before, released is newest),
                section=section(process),
                process=process,
                description=texts().old_description.format_map(names),
                listed=False,
                indexed=False,
                on_paper=OnPaper.VERSIONS,
            )


def _old(history: History, process: Process) -> tuple[Released, ...]:
    kept = history.kept(process)
    return kept[1:] if history.shows_newest(process) else kept


def _view(given: PageInputs, now: Process, released: Released, process: Process, newest: bool) -> View:
    playbook = released.playbook
    assert playbook is not None
    refs = OldReferences(playbook, given.refs, of_version(now, released.version).page)
    banner = texts().old_banner_newest if newest else texts().old_banner
    return View(
        process,
        banner.format(version=released.version, date=day(released.release.date)),
        Ref((texts().old_current_newest if newest else texts().old_current), of_process(now)),
        _since(given, now, released),
        Ref(texts().old_all, of_versions(now)),
        choice(process.status),
        _roles(playbook, (process.owner,)),
        two_lines(align(process), refs),
        tuple(_buyer_step(playbook, process, step) for step in process.buyer.steps),
        tuple(_stage(given, playbook, process, stage) for stage in process.stages),
    )


def _since(given: PageInputs, now: Process, released: Released) -> Ref | None:
    """The comparison with what the other pages show."""
    new = next((new for old, new in given.history.pairs(now) if old is released), released)
    if new is released:
        return None
    return Ref(texts().old_since, of_compared(now, released.version, new.version if new else ""))


def _buyer_step(playbook: Playbook, process: Process, step: BuyerStep) -> OldBuyerStep:
    when = span(step.from_, step.until, process.time_unit)
    needs = tuple((anchor_of(need), need) for need in step.needs)
    return OldBuyerStep(step, anchor_of(step), when, _roles(playbook, step.actors), needs)


def _stage(given: PageInputs, playbook: Playbook, process: Process, stage: Stage) -> OldStage:
    serves = listed(tuple(step.name for step in filter(None, map(process.buyer_step, stage.serves))))
    return OldStage(
        stage, anchor_of(stage), serves, tuple(_step(given, playbook, process, step) for step in stage.steps)
    )


def _step(given: PageInputs, playbook: Playbook, process: Process, step: Step) -> OldStep:
    needs = filter(None, map(process.need, step.delivers))
    return OldStep(
        step,
        anchor_of(step),
        span(step.from_, step.until, process.time_unit),
        _roles(playbook, (step.responsible,)),
        _roles(playbook, (step.accountable,)),
        tuple(given.prose.plain(need.what) for need in needs),
    )


def _roles(playbook: Playbook, ids: Iterable[str | None]) -> str:
    return listed(tuple(role.name for role in playbook.named(playbook.role, ids)))
