"""The action plan that seller and buyer share: what happens, when, and who does it; nothing internal.

It says the buyer's steps, what the buyer receives, does and decides. Of our side it says who brings what and when;
our goals, probabilities, records, autonomy and ways of working are none of it, nor are the names of our stages, what we
take for evidence, and what we do and decide among ourselves. What is marked for certain audiences stands in it only
where ``buyer`` is one of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from twolane.alignment.milestones import ends_at, nearest_steps
from twolane.links.addresses import InProcess, of_plan, segment
from twolane.links.finished_page import SideFile
from twolane.links.process_names import several
from twolane.model.audiences import BUYER, sees
from twolane.model.buying import BuyerStep, Need
from twolane.model.element import Element
from twolane.model.playbook_file import Lanes
from twolane.model.process import Process
from twolane.model.selling import Stage, Step
from twolane.pages.draft import Draft, OnPaper
from twolane.pages.process_page import section
from twolane.parts.page_inputs import PageInputs
from twolane.parts.site_paths import PagePath, SiteContents
from twolane.site.csv_text import csv_text
from twolane.site.search_rank import Rank
from twolane.wording.counts import number
from twolane.wording.lane_names import in_a_sentence
from twolane.wording.lists import listed
from twolane.wording.spans import span
from twolane.wording.spoken_language import texts

_RANK = Rank(0.4, top_only=True)

SCRIPT = "twolane-action-plan.js"
_KINDS = ("contribution", "milestone", "decision")
"""In which order things come that are due at the same time."""


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that happens: ``begin`` and ``end`` in the process's unit, empty where nobody says.

    ``kind`` is milestone, decision or contribution; ``buyer`` and ``seller`` are those of both sides who do it.
    """

    kind: str
    what: str
    buyer: str
    seller: str
    when: str
    begin: str
    end: str


@dataclass(frozen=True, slots=True)
class Part:
    """A step of the buyer with what belongs to it; ``number`` counts them as they are written, for addresses."""

    number: int
    name: str
    when: str
    buyer: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class View:
    """What the plan shows, ``timed`` where anything in it has a time.

    ``file`` is the path of the same as a table, ``columns`` the names of one with dates. ``saved_as`` is what the table
    is called among the reader's downloads, where nothing else says whose plan it is.
    """

    unit: str
    parts: tuple[Part, ...]
    file: str
    columns: tuple[tuple[str, str], ...]
    saved_as: str
    timed: bool


def paths(contents: SiteContents) -> Iterator[PagePath]:
    """One page a process that says how its buyer buys."""
    for process in contents.playbook.processes:
        if process.buyer_steps:
            yield PagePath(of_plan(process).page)


def drafts(given: PageInputs) -> Iterator[Draft]:
    """One page a process that says how its buyer buys."""
    for process in given.playbook.processes:
        if of_plan(process).page in given.paths:
            yield _draft(given, process)


def _draft(given: PageInputs, process: Process) -> Draft:
    lanes, path = given.playbook.about.lanes, of_plan(process).page
    parts = _in_time(_parts(given, process))
    file = SideFile(f"{path}.csv", csv_text(_table(given, process, parts)))
    title = _title(lanes)
    saved_as = f"{InProcess.PLAN}.csv"
    if several(given.playbook):
        saved_as = f"{InProcess.PLAN}-{segment(process.id)}.csv"
        title = texts().title_of_process.format(title=title, name=process.name)
    return Draft(
        path,
        title,
        "action_plan.html",
        View(
            process.time_unit,
            parts,
            file.path,
            tuple(_columns(given, process)),
            saved_as,
            any(row.when for part in parts for row in part.rows),
        ),
        section=section(process),
        process=process,
        description=texts().plan_lead,
        label=texts().plan,
        scripts=("twolane-words.js", SCRIPT),
        files=(file,),
        rank=_RANK,
        on_paper=OnPaper.PLAN,
    )


def _title(lanes: Lanes) -> str:
    """Who the plan is for, by the names that the playbook has given to both sides."""
    if lanes == Lanes():
        return texts().plan
    return texts().plan_title.format(buyer=in_a_sentence(lanes.buyer), seller=in_a_sentence(lanes.seller))


def _parts(given: PageInputs, process: Process) -> Iterator[tuple[BuyerStep, Part]]:
    """Each step of the buyer in which something happens, as it is written."""
    kinds = (_contributions, _milestones, _decision)
    count = 0
    for step in filter(_shown, process.buyer.steps):
        rows = sorted((row for kind in kinds for row in kind(given, process, step)), key=_due)
        if rows:
            count += 1
            when = span(step.from_, step.until, process.time_unit)
            yield step, Part(count, step.name, when, _names(given, step.actors), tuple(rows))


def _in_time(parts: Iterable[tuple[BuyerStep, Part]]) -> tuple[Part, ...]:
    """The parts as they begin, else as they are written; one without a begin stands behind those before it."""
    timed, latest = [], float("-inf")
    for step, part in parts:
        begin = latest if step.from_ is None else step.from_
        latest = max(latest, begin)
        timed.append((begin, part))
    return tuple(part for _, part in sorted(timed, key=lambda each: each[0]))


def _due(row: Row) -> tuple[float, int, float]:
    """When a row is due, among those of its step: those that do not say it come last."""
    return float(row.end or row.begin or "inf"), _KINDS.index(row.kind), float(row.begin or "-inf")


def _shown(element: Element) -> bool:
    return sees(BUYER, element)


def _shown_step(process: Process, step: Step) -> bool:
    return _shown(step) and _shown(process.stage_of[step.id])


def _contributions(given: PageInputs, process: Process, step: BuyerStep) -> Iterator[Row]:
    """What the buyer receives, and from whom."""
    for need in filter(_shown, step.needs):
        for ours in process.delivering(need) if need.kind != "space" else ():
            if _shown_step(process, ours):
                begin, end = _times(need, (ours.from_, ours.until), (step.from_, step.until))
                seller = _names(given, (ours.responsible,))
                what = texts().plan_gets.format(what=given.prose.plain(need.what))
                yield _row(process, "contribution", what, _names(given, step.actors), seller, begin, end)


def _times(
    need: Need, ours: tuple[float | None, float | None], theirs: tuple[float | None, float | None]
) -> tuple[float | None, float | None]:
    """When our step is done; else when it is needed."""
    if ours != (None, None):
        return ours
    return (need.from_, need.until) if (need.from_, need.until) != (None, None) else theirs


def _milestones(given: PageInputs, process: Process, step: BuyerStep) -> Iterator[Row]:
    """What the buyer does at the end of each stage that ends with this step: once, where several end with it."""
    for stage in filter(_shown, process.stages):
        ends = ends_at(process, stage, _shown)
        if ends and ends[-1] is step:
            buyer = _names(given, (actor for each in ends for actor in each.actors))
            seller = _of_ours(given, process, stage, ends)
            for each in filter(_shown, stage.exit):
                what = given.prose.plain(each.buyer)
                yield _row(process, "milestone", what, buyer, seller, None, step.until)


def _of_ours(given: PageInputs, process: Process, stage: Stage, ends: tuple[BuyerStep, ...]) -> str:
    """Who of us is there when a stage ends: of those whom the buyer may see, who does the step nearest to it."""
    steps = filter(_shown, nearest_steps(process, stage, ends))
    roles = (*(step.responsible for step in steps), process.owner)
    return next(filter(None, (_names(given, (role,)) for role in roles)), "")


def _decision(given: PageInputs, process: Process, step: BuyerStep) -> Iterator[Row]:
    if step.decision:
        what = texts().plan_decides.format(question=given.prose.plain(step.decision.question))
        yield _row(process, "decision", what, _names(given, step.actors), "", None, step.until)


def _row(
    process: Process, kind: str, what: str, buyer: str, seller: str, begin: float | None, end: float | None
) -> Row:
    when = span(begin, end, process.time_unit)
    if begin is None and end is not None:
        when = texts().plan_by.format(unit=process.time_unit, number=number(end))
    return Row(kind, what, buyer, seller, when, _figure(begin), _figure(end))


def _figure(value: float | None) -> str:
    return "" if value is None else f"{value:.6f}".rstrip("0").rstrip(".")


def _names(given: PageInputs, ids: Iterable[str | None]) -> str:
    found = given.playbook.named(given.playbook.role, dict.fromkeys(ids))
    return listed(tuple(role.name for role in found if _shown(role)))


def _columns(given: PageInputs, process: Process) -> Iterator[tuple[str, str]]:
    """Each column of the table; those with dates are filled in a browser, once the reader says when the plan starts."""
    lanes, unit = given.playbook.about.lanes, process.time_unit
    t = texts()
    yield from (("step", t.plan_step), ("kind", t.plan_kind), ("what", t.plan_what))
    yield from (("buyer", lanes.buyer), ("seller", lanes.seller))
    yield from (("from-date", t.plan_from_date), ("until-date", t.plan_until_date))
    yield from (("from", t.plan_from.format(unit=unit)), ("until", t.plan_until.format(unit=unit)))


def _table(given: PageInputs, process: Process, parts: Iterable[Part]) -> Iterator[tuple[str, ...]]:
    yield tuple(words for name, words in _columns(given, process) if not name.endswith("-date"))
    for part in parts:
        for row in part.rows:
            kind = texts().plan_kinds[row.kind]
            yield part.name, kind, row.what, row.buyer, row.seller, row.begin, row.end
