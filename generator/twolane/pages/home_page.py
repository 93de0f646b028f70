"""The home page: the processes with their state, a way in for each role, the goals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from twolane.findings import Severity
from twolane.links.addresses import Address, Top, anchor_of, of_role, of_start
from twolane.links.element_links import Ref
from twolane.links.finished_page import HOME
from twolane.model.playbook_file import PlaybookFile
from twolane.model.process import Process
from twolane.model.roles import Role
from twolane.model.strategy import Goal
from twolane.pages.draft import Draft, OnPaper
from twolane.pages.format_reference_pages import OVERVIEW
from twolane.parts.alignment_figures import Figures, figures_of
from twolane.parts.element_rows import way_to_buyer
from twolane.parts.page_inputs import PageInputs, line_of
from twolane.parts.site_paths import PagePath, SiteContents
from twolane.parts.title_facts import ProcessState, state_of
from twolane.wording.counts import count, counted
from twolane.wording.dates import period
from twolane.wording.lists import listed
from twolane.wording.spoken_language import texts

_SIDES = ("seller", "partner", "buyer")


@dataclass(frozen=True, slots=True)
class Card:
    """A process as a card."""

    process: Process
    anchor: str
    state: ProcessState
    size: str
    journey: Ref | None
    where: Ref | None
    figures: Figures | None


@dataclass(frozen=True, slots=True)
class GoalRow:
    """A strategy goal and until when it shall be reached."""

    goal: Goal
    ref: Ref
    by: str
    metrics: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class View:
    """What the home page shows; roles come by side, with the words above them."""

    playbook: PlaybookFile
    cards: tuple[Card, ...]
    roles: tuple[tuple[str, str, tuple[tuple[Ref, Ref | None], ...]], ...]
    goals: tuple[GoalRow, ...]
    more: tuple[Ref, ...]
    health: Ref | None


def paths(contents: SiteContents) -> Iterator[PagePath]:
    """The one home page."""
    del contents
    yield PagePath(HOME)


def drafts(given: PageInputs) -> Iterator[Draft]:
    """The one home page."""
    about = given.playbook.about
    view = View(
        about,
        tuple(_card(given, process) for process in given.playbook.processes),
        tuple(_roles(given)),
        tuple(_goal(given, goal) for goal in given.playbook.strategy.goals),
        tuple(_more(given)),
        None if given.playbook.audience else Ref(_health(given), Address(Top.HEALTH)),
    )
    yield Draft(
        HOME,
        about.title,
        "home.html",
        view,
        about=given.playbook.processes,
        source=line_of(about),
        description=given.prose.plain(about.description),
        label=texts().home,
        on_paper=OnPaper.HOME,
    )


def _card(given: PageInputs, process: Process) -> Card:
    steps = len(process.buyer.steps)
    sizes = (
        count(steps, texts().step_of_buyer, texts().steps_of_buyer) if steps else "",
        counted(len(process.stages), texts().stage_count) if process.stages else "",
    )
    journey = given.refs.journey(process, texts().journey) if steps else None
    size = listed(tuple(filter(None, sizes)))
    figures = None if given.playbook.audience else figures_of(given, process)
    where = way_to_buyer(given, process)
    return Card(process, anchor_of(process), state_of(given, process), size, journey, where, figures)


def _roles(given: PageInputs) -> Iterator[tuple[str, str, tuple[tuple[Ref, Ref | None], ...]]]:
    """Each role of a side with its ways in."""
    for side in _SIDES:
        roles = tuple(_ways_in(given, role) for role in given.playbook.roles if role.side == side)
        if roles:
            yield side, texts().i_am[side], roles


def _ways_in(given: PageInputs, role: Role) -> tuple[Ref, Ref | None]:
    """The first link of one who sells leads to where somebody new starts, the second to all that the role does."""
    if of_start(role).page not in given.paths:
        return Ref(role.name, of_role(role)), None
    return Ref(role.name, of_start(role)), Ref(texts().start_my_role, of_role(role))


def _more(given: PageInputs) -> Iterator[Ref]:
    yield from (Ref(each.on_home, Address(each.path)) for each in given.paths.on_home())
    if not given.playbook.audience:
        yield Ref(texts().format_overview_title, Address(OVERVIEW))
    yield Ref(texts().print_all, Address(Top.PRINT))


def _goal(given: PageInputs, goal: Goal) -> GoalRow:
    return GoalRow(goal, given.refs.goals((goal.id,))[0], period(goal.by), given.refs.metrics((goal.metric,)))


def _health(given: PageInputs) -> str:
    """The findings in a few words: the worst by number, advice only where there is nothing worse."""
    numbers = {severity: sum(each.severity is severity for each in given.findings) for severity in Severity}
    words = tuple(
        counted(number, texts().severity_counts[severity.word])
        for severity, number in sorted(numbers.items(), reverse=True)
        if number
    )
    return listed(words) or texts().no_findings
