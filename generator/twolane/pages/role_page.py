"""The page of a role: everything it does by process and stage, hand-offs, and what it needs and answers for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby, islice

from twolane.changes.change import Change
from twolane.links.addresses import Address, Top, anchor_of, of_raci, of_role, of_start, of_versions
from twolane.links.element_links import Ref
from twolane.model.buying import BuyerStep
from twolane.model.process import Process
from twolane.model.raci import HandOff, Task, hand_offs, tasks
from twolane.model.roles import OnboardingItem, Role
from twolane.model.selling import EntryCriterion, ExitCriterion, Step
from twolane.pages.draft import Draft, OnPaper
from twolane.parts.change_rows import ChangeRow, change_rows
from twolane.parts.element_rows import MetricRow, metric_row
from twolane.parts.page_inputs import PageInputs, line_of
from twolane.parts.site_paths import PagePath, SiteContents
from twolane.parts.written_facts import ref_to
from twolane.wording.choice_names import choice
from twolane.wording.dates import day
from twolane.wording.lists import listed
from twolane.wording.spans import span
from twolane.wording.spoken_language import texts


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One step in which the role takes part."""

    stage: Ref
    ref: Ref
    step: Step
    part: str
    when: str
    autonomy: str


@dataclass(frozen=True, slots=True)
class BuyerStepRow:
    """One step of the buyer in which the role takes part, or whose pains it feels."""

    ref: Ref
    step: BuyerStep
    acts: bool
    pains: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HandOffRow:
    """Work that comes from, or goes to, another role, and what must be true in between.

    ``leaving`` is what the buyer does before the earlier stage is over, ``entering`` what must be true before the later
    one begins, both empty within one stage; ``delivered`` are the needs that the step before has met.
    """

    other: Ref | None
    before: Ref
    after: Ref
    leaving: tuple[ExitCriterion, ...]
    entering: tuple[EntryCriterion, ...]
    delivered: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class ProcessWork:
    """What the role does in one process."""

    ref: Ref
    version: str
    anchor: str
    raci: Ref | None
    tasks: tuple[TaskRow, ...]
    buyer_steps: tuple[BuyerStepRow, ...]
    incoming: tuple[HandOffRow, ...]
    outgoing: tuple[HandOffRow, ...]


@dataclass(frozen=True, slots=True)
class OnboardingRow:
    """One task of somebody new in a role of the buyer's, who has no page of that."""

    item: OnboardingItem
    anchor: str
    read: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class ChangedForMe:
    """A release of a process, or a proposal, and what of it the role must read."""

    by: Ref
    title: str
    rows: tuple[ChangeRow, ...]


@dataclass(frozen=True, slots=True)
class View:
    """What the page of a role shows."""

    role: Role
    about: str
    reports_to: Ref | None
    reports: tuple[Ref, ...]
    work: tuple[ProcessWork, ...]
    tools: tuple[str, ...]
    skills: tuple[str, ...]
    processes: tuple[Ref, ...]
    pages: tuple[Ref, ...]
    goals: tuple[Ref, ...]
    metrics: tuple[MetricRow, ...]
    mapped: tuple[Ref, ...]
    onboarding: tuple[OnboardingRow, ...]
    start: Ref | None
    changed: tuple[ChangedForMe, ...]
    released: bool


@dataclass(frozen=True, slots=True)
class _Work:
    """All work of a playbook, found once for all roles."""

    tasks: Mapping[str, tuple[Task, ...]]
    hand_offs: tuple[HandOff, ...]


def paths(contents: SiteContents) -> Iterator[PagePath]:
    """One page a role."""
    yield from (PagePath(of_role(role).page) for role in contents.playbook.roles)


def drafts(given: PageInputs) -> Iterator[Draft]:
    """One page a role, ours first."""
    work = _Work(tasks(given.playbook), tuple(hand_offs(given.playbook)))
    for side in ("seller", "partner", "buyer"):
        for role in given.playbook.roles:
            if role.side == side:
                yield _draft(given, role, work)


def _draft(given: PageInputs, role: Role, work: _Work) -> Draft:
    involved = tuple(process for process in given.playbook.processes if _takes_part(process, role, work))
    return Draft(
        given.refs.roles((role.id,))[0].address.page,
        role.name,
        "role.html",
        _view(given, role, involved, work),
        section=(texts().roles, texts().role_sides[role.side]),
        about=involved,
        source=line_of(role),
        description=given.prose.plain(role.mission),
        on_paper=OnPaper.PRINTED,
    )


def _takes_part(process: Process, role: Role, work: _Work) -> bool:
    does = any(task.process is process for task in work.tasks.get(role.id, ()))
    return does or any(_is_in(step, role) for step in process.buyer.steps)


def _is_in(step: BuyerStep, role: Role) -> bool:
    return role.id in step.actors or any(role.id in pain.affects for pain in step.pains)


def _view(given: PageInputs, role: Role, involved: tuple[Process, ...], work: _Work) -> View:
    playbook, refs = given.playbook, given.refs
    starts = of_start(role).page in given.paths
    own = tuple(task for task in work.tasks.get(role.id, ()) if task.part == "responsible")
    return View(
        role,
        _about(role),
        refs.role(role.reports_to),
        refs.roles(other.id for other in playbook.roles if other.reports_to == role.id),
        tuple(_process_work(given, process, role, work) for process in involved),
        _once(role.tools, (tool for task in own for tool in task.step.tools)),
        _once(role.skills, (skill for task in own for skill in task.step.skills)),
        tuple(refs.process(process) for process in playbook.processes if process.owner == role.id),
        tuple(ref_to(page) for page in playbook.written if page.facts.owner == role.id and not page.is_retired),
        refs.goals(goal.id for goal in playbook.strategy.goals if goal.owner == role.id),
        tuple(metric_row(given, metric) for metric in playbook.metrics if metric.owner == role.id),
        tuple(refs.process(process) for process in playbook.processes if role.id in process.mapped_with),
        () if starts else tuple(_onboarding(given, item) for item in role.onboarding),
        Ref(texts().start_here, of_start(role)) if starts else None,
        _changed_for(given, role) if starts else (),
        starts and any(given.history.released(process) for process in involved),
    )


def _about(role: Role) -> str:
    """Level, seat, focus and phase in one line."""
    words = (choice(role.level), choice(role.seat), *map(choice, role.focus))
    phases = tuple(map(choice, role.phase))
    return ", ".join(filter(None, (*words, listed(phases))))


def _once(own: Iterable[str], further: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*own, *further)))


def _process_work(given: PageInputs, process: Process, role: Role, work: _Work) -> ProcessWork:
    mine = (task for task in work.tasks.get(role.id, ()) if task.process is process)
    passed = tuple(each for each in work.hand_offs if each.process is process)
    return ProcessWork(
        given.refs.process(process),
        process.version,
        anchor_of(process),
        Ref(texts().raci, of_raci(process)) if of_raci(process).page in given.paths else None,
        tuple(_task_row(given, process, tuple(held)) for _, held in groupby(mine, lambda task: task.step.id)),
        tuple(_buyer_step(given, process, step, role) for step in process.buyer.steps if _is_in(step, role)),
        tuple(_hand_off(given, each, each.before.responsible) for each in passed if each.after.responsible == role.id),
        tuple(_hand_off(given, each, each.after.responsible) for each in passed if each.before.responsible == role.id),
    )


def _task_row(given: PageInputs, process: Process, parts: tuple[Task, ...]) -> TaskRow:
    """One step with all parts that the role takes in it."""
    step = parts[0].step
    return TaskRow(
        given.refs.stage(process, process.stage_of[step.id]),
        given.refs.step(process, step),
        step,
        listed(tuple(texts().parts[task.part] for task in parts)),
        span(step.from_, step.until, process.time_unit),
        choice(step.autonomy),
    )


def _buyer_step(given: PageInputs, process: Process, step: BuyerStep, role: Role) -> BuyerStepRow:
    pains = tuple(pain.problem for pain in step.pains if role.id in pain.affects)
    return BuyerStepRow(given.refs.buyer_step(process, step), step, role.id in step.actors, pains)


def _hand_off(given: PageInputs, passed: HandOff, other: str | None) -> HandOffRow:
    refs, process = given.refs, passed.process
    before, after = process.stage_of[passed.before.id], process.stage_of[passed.after.id]
    delivered = refs.needs(process, passed.before.delivers)
    first, second = refs.step(process, passed.before), refs.step(process, passed.after)
    if before is after:
        return HandOffRow(refs.role(other), first, second, (), (), delivered)
    # Where stages lie between the two, what closes each of them must be true as well.
    crossed = process.stages[process.stages.index(before) : process.stages.index(after)]
    leaving = tuple(each for stage in crossed for each in stage.exit)
    return HandOffRow(refs.role(other), first, second, leaving, after.entry, delivered)


def _changed_for(given: PageInputs, role: Role) -> tuple[ChangedForMe, ...]:
    """What a proposal changes for the role, then what the releases that the site keeps did, the newest first.

    What processes share is told once.
    """
    found: list[tuple[date, ChangedForMe]] = []
    told: set[tuple[str, str]] = set()
    for process in given.playbook.processes:
        for step in islice(given.history.steps(process), given.history.most):
            mine = tuple(each for each in step.changes or () if role.id in each.roles and _is_new(each, told))
            version, on = step.released.version, step.released.release.date
            if mine:
                ref = Ref(process.name, of_versions(process, version))
                title = texts().version_dated.format(version=version, date=day(on))
                found.append((on, ChangedForMe(ref, title, change_rows(given.refs, mine))))
    newest_first = sorted(found, key=lambda each: each[0], reverse=True)
    return (*_proposed_for(given, role), *(each for _, each in newest_first))


def _proposed_for(given: PageInputs, role: Role) -> Iterator[ChangedForMe]:
    preview = given.history.preview
    mine = preview.comparison.readers().get(role.id, ()) if preview else ()
    if preview and mine:
        title = texts().preview_against.format(old=preview.comparison.old_label)
        yield ChangedForMe(Ref(texts().preview_this, Address(Top.PREVIEW)), title, change_rows(given.refs, mine))


def _is_new(change: Change, told: set[tuple[str, str]]) -> bool:
    """Whether a change of what all processes share has not been told for another process."""
    key = (change.fingerprint, change.sentence)
    new = bool(change.process) or key not in told
    told.add(key)
    return new


def _onboarding(given: PageInputs, item: OnboardingItem) -> OnboardingRow:
    read = (given.refs.anything(named) or named for named in item.read)
    return OnboardingRow(item, anchor_of(item), tuple(each for each in read if isinstance(each, Ref)))
