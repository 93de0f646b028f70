"""A process on one sheet of paper, to pin up: each stage with who does what, when, and how the stage ends.

It is for the house: our own decisions and what we do for ourselves stand on it, marked as such. What has no room on
paper stays on the screen, and the paper says how much that is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from twolane.links.addresses import of_poster
from twolane.links.element_links import Ref
from twolane.links.process_names import is_retired
from twolane.model.buying import BuyerStep
from twolane.model.process import Process
from twolane.model.selling import ExitCriterion, Stage, Step
from twolane.pages.draft import Draft, OnPaper
from twolane.pages.process_page import section
from twolane.parts.page_inputs import PageInputs, line_of
from twolane.parts.poster_fit import Block, Fit, Line, Sheet, fit, shown
from twolane.parts.site_paths import PagePath, SiteContents
from twolane.site.search_rank import Rank
from twolane.wording.lists import listed
from twolane.wording.plurals import Plural
from twolane.wording.spans import span
from twolane.wording.spoken_language import texts

_RANK = Rank(0.3, top_only=True)
_MANY = 88
"""Stands for the count of what has no room, as long as that is not known."""
_BANNER = 6
"""The lines that it takes to say that a process is retired."""
_JOINER = "\u2060"
"""Keeps what stands on both sides of it on one line."""


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a list: what it is, who and when; ``fits`` says whether it is on paper.

    ``own`` is the word for what is our own affair, ``need`` the one for what is required, or is not.
    """

    text: str
    ref: Ref | None
    who: str = ""
    when: str = ""
    own: str = ""
    need: str = ""
    fits: bool = True

    def line(self, kept: bool = False) -> Line:
        """The line as it is measured."""
        name = " ".join(filter(None, (self.text, self.own, self.need)))
        return Line(name, " · ".join(filter(None, (self.who, self.when))), self.when, kept, bool(self.own))


@dataclass(frozen=True, slots=True)
class Items:
    """A list, and what paper says of those that have no room there."""

    items: tuple[Item, ...]
    left: str


@dataclass(frozen=True, slots=True)
class Row:
    """A stage; what the buyer does in none has no name of a stage."""

    number: str
    name: str
    ref: Ref | None
    when: str
    goal: str
    buyer: Items
    steps: Items
    exits: Items
    fits: bool = True
    goal_fits: bool = True


@dataclass(frozen=True, slots=True)
class View:
    """What the sheet shows; ``size`` and ``split`` are the places in the tables of ``parts.poster_fit``."""

    summary: str
    trigger: str
    rows: tuple[Row, ...]
    foot: tuple[str, ...]
    left: tuple[str, ...]
    size: int
    split: int
    brief: bool


def paths(contents: SiteContents) -> Iterator[PagePath]:
    """One page a process that has stages."""
    for process in contents.playbook.processes:
        if process.stages:
            yield PagePath(of_poster(process).page)


def drafts(given: PageInputs) -> Iterator[Draft]:
    """One page a process that has stages."""
    for process in given.playbook.processes:
        if of_poster(process).page in given.paths:
            title = texts().poster_title.format(name=process.name)
            yield Draft(
                of_poster(process).page,
                title,
                "poster.html",
                _view(given, process, title),
                section=section(process),
                process=process,
                source=line_of(process),
                description=texts().poster_description,
                label=texts().poster,
                rank=_RANK,
                on_paper=OnPaper.POSTER,
            )


def _view(given: PageInputs, process: Process, title: str) -> View:
    plain = given.prose.plain
    summary, trigger = plain(process.summary), plain(process.buyer.trigger)
    rows = tuple(_rows(given, process))
    foot = tuple(_foot(given, process))
    lanes, t = given.playbook.about.lanes, texts()
    columns = (t.stage, lanes.buyer, lanes.seller, t.poster_leave)
    around = (summary, f"{t.trigger}: {trigger}", " · ".join(foot))
    more = (_more(_MANY, t.poster_more_steps), _more(_MANY, t.poster_more))
    blocks = tuple(map(_block, rows))
    found = fit(Sheet(title, columns, around, blocks, more, _BANNER if is_retired(process) else 0))
    fitted = tuple(_fitted(row, found, at) for at, row in enumerate(rows))
    return View(summary, trigger, fitted, foot, tuple(_left(fitted, found)), found.size, found.split, found.brief)


def _rows(given: PageInputs, process: Process) -> Iterator[Row]:
    for number, stage in enumerate(process.stages, 1):
        yield Row(
            str(number),
            stage.name,
            given.refs.stage(process, stage),
            _when(process, stage),
            given.prose.plain(stage.goal),
            Items(tuple(_buyer(given, process, process.served_during(stage))), ""),
            Items(tuple(_steps(given, process, stage.steps)), ""),
            Items(tuple(_exits(given, stage.exit)), ""),
        )
    served = {step.id for stage in process.stages for step in process.served_during(stage)}
    others = tuple(_buyer(given, process, (step for step in process.buyer.steps if step.id not in served)))
    if others:
        yield Row("", texts().poster_unserved, None, "", "", Items(others, ""), Items((), ""), Items((), ""))


def _when(process: Process, stage: Stage) -> str:
    begins = [step.from_ for step in stage.steps if step.from_ is not None]
    ends = [step.until for step in stage.steps if step.until is not None]
    return _span(process, min(begins, default=None), max(ends, default=None))


def _span(process: Process, begin: float | None, end: float | None) -> str:
    """A time span that breaks at its blank alone."""
    return span(begin, end, process.time_unit).replace("–", f"{_JOINER}–{_JOINER}")


def _buyer(given: PageInputs, process: Process, steps: Iterable[BuyerStep]) -> Iterator[Item]:
    for step in steps:
        who = listed(tuple(ref.text for ref in given.refs.roles(step.actors)))
        when = _span(process, step.from_, step.until)
        yield Item(step.name, given.refs.buyer_step(process, step), who, when)


def _steps(given: PageInputs, process: Process, steps: Iterable[Step]) -> Iterator[Item]:
    for step in steps:
        who = given.refs.role(step.responsible)
        when = _span(process, step.from_, step.until)
        own = texts().poster_kinds[step.kind] if step.of_the_house else ""
        need = texts().required if step.required else ""
        yield Item(step.name, given.refs.step(process, step), who.text if who else "", when, own, need)


def _exits(given: PageInputs, criteria: Iterable[ExitCriterion]) -> Iterator[Item]:
    for each in criteria:
        yield Item(given.prose.plain(each.buyer), None, need="" if each.required else texts().optional)


def _foot(given: PageInputs, process: Process) -> Iterator[str]:
    title = given.playbook.about.title
    yield texts().poster_foot.format(playbook=title, process=process.name, version=process.version)
    owner = given.refs.role(process.owner)
    if owner:
        yield f"{texts().owner}: {owner.text}"


def _block(row: Row) -> Block:
    return Block(
        Line(f"{row.number}. {row.name}", row.when, framed=True),
        row.goal,
        tuple(each.line() for each in row.buyer.items),
        tuple(each.line(kept=bool(each.need)) for each in row.steps.items),
        tuple(each.line(kept=not each.need) for each in row.exits.items),
    )


def _fitted(row: Row, found: Fit, at: int) -> Row:
    if at >= len(found.stages):
        return replace(row, fits=False)
    t, block, left = texts(), _block(row), found.stages[at]
    return replace(
        row,
        goal_fits=left.goal,
        buyer=_cut(row.buyer, block.buyer, left.buyer, t.poster_more),
        steps=_cut(row.steps, block.steps, left.steps, t.poster_more_steps),
        exits=_cut(row.exits, block.exits, left.exits, t.poster_more),
    )


def _cut(items: Items, lines: Sequence[Line], most: int, words: Plural) -> Items:
    there = shown(lines, most)
    marked = tuple(replace(each, fits=fits) for each, fits in zip(items.items, there, strict=True))
    return Items(marked, _more(sum(not each.fits for each in marked), words))


def _more(count: int, words: Plural) -> str:
    return words.of(count).format(count=count) if count else ""


def _left(rows: Sequence[Row], found: Fit) -> Iterator[str]:
    """What paper says at its end of what is missing there as a whole."""
    stages = sum(not row.fits for row in rows)
    goals = sum(row.fits and not row.goal_fits for row in rows)
    yield from filter(None, (_more(stages, texts().poster_more_stages), _more(goals, texts().poster_more_goals)))
    if found.brief and any(item.who for row in rows for item in row.buyer.items):
        yield texts().poster_more_actors
