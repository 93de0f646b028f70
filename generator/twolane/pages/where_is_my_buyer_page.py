"""The page that finds where a buyer is: the signs as questions, and for each step what to do there (P6).

The fastest way to an answer is to have heard it already, so everything that a buyer could have said stands there to
be tapped: one tap. Whoever has heard nothing of it yet gets the question that halves what is still possible: with
three taps that tells fifteen steps apart. Further signs of the step that was found are asked afterwards, since a rep
in a call needs the answer first and the proof second.

Steps stand in the order in which they begin. Those of tracks that run at once stand beside each other: to be past one
of them says nothing of the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from twolane.alignment.lines import lines
from twolane.alignment.time_spans import span as exact_span
from twolane.links.addresses import Address, anchor_of, of_where
from twolane.links.element_links import Ref
from twolane.links.process_names import is_retired
from twolane.model.buying import BuyerStep, Clue, Need
from twolane.model.process import Process
from twolane.model.selling import Step
from twolane.pages.draft import Draft, OnPaper
from twolane.pages.process_page import section
from twolane.parts.page_inputs import PageInputs, line_of
from twolane.parts.site_paths import PagePath, SiteContents
from twolane.wording.spans import span
from twolane.wording.spoken_language import texts

SCRIPT = "twolane-where.js"


@dataclass(frozen=True, slots=True)
class Doing:
    """One of our steps for this buyer, and the needs that it meets here."""

    step: Step
    ref: Ref
    brings: tuple[Ref, ...]
    responsible: Ref | None


@dataclass(frozen=True, slots=True)
class Row:
    """A step of the buyer: how to tell, in which of our stages to be, and what to do, the next thing first.

    ``alone`` are the needs for space with their times, ``unmet`` the others that none of our steps delivers; ``quiet``
    where there are no others. ``done`` is what is over by then, ``own`` what we do for ourselves meanwhile.
    ``beside`` are the numbers of the rows of steps that run at the same time, ``meanwhile`` those steps.
    """

    number: int
    step: BuyerStep
    anchor: str
    here: Address
    ref: Ref
    when: str
    clues: tuple[Clue, ...]
    stages: tuple[Ref, ...]
    doing: tuple[Doing, ...]
    done: tuple[Ref, ...]
    alone: tuple[tuple[Ref, str], ...]
    unmet: tuple[Ref, ...]
    own: tuple[tuple[Step, Ref], ...]
    quiet: bool
    before: Ref | None
    after: Ref | None
    beside: tuple[int, ...]
    meanwhile: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class View:
    """What the page shows; ``first`` is the number of the step that is asked about first."""

    process: Process
    rows: tuple[Row, ...]
    first: int


def paths(contents: SiteContents) -> Iterator[PagePath]:
    """One page a process that is worked by and whose buyer gives any sign."""
    for process in contents.playbook.processes:
        if not is_retired(process) and any(step.clues for step in process.buyer_steps):
            yield PagePath(of_where(process).page)


def drafts(given: PageInputs) -> Iterator[Draft]:
    """One page a process that is worked by and whose buyer gives any sign."""
    for process in given.playbook.processes:
        if of_where(process).page in given.paths:
            yield Draft(
                of_where(process).page,
                texts().where_title.format(name=process.name),
                "where_is_my_buyer.html",
                _view(given, process),
                section=section(process),
                process=process,
                source=line_of(process.buyer),
                description=texts().where_description,
                label=texts().where,
                scripts=(SCRIPT,),
                on_paper=OnPaper.CALL,
            )


def _view(given: PageInputs, process: Process) -> View:
    order = lines(process).order
    numbers = order.by_begin()
    steps = tuple(process.buyer_steps[number] for number in numbers)
    rows = tuple(
        _row(given, process, steps, at, tuple(to for to, other in enumerate(numbers) if order.beside(number, other)))
        for at, number in enumerate(numbers)
    )
    return View(process, rows, asked_first(tuple(bool(row.clues) for row in rows)))


def asked_first(askable: tuple[bool, ...]) -> int:
    """The number of the step that halves what is possible: the one with a sign that is nearest to the middle."""
    middle = (len(askable) - 1) / 2
    return min((at for at, can in enumerate(askable) if can), key=lambda at: (abs(at - middle), at))


def _row(given: PageInputs, process: Process, steps: Sequence[BuyerStep], number: int, beside: tuple[int, ...]) -> Row:
    step, refs = steps[number], given.refs
    before = next((steps[at] for at in reversed(range(number)) if at not in beside), None)
    after = next((steps[at] for at in range(number + 1, len(steps)) if at not in beside), None)
    stages = process.stages_during(step) or tuple(
        dict.fromkeys(process.stage_of[each.id] for each in process.serving(step)[:1])
    )
    return Row(
        number,
        step,
        anchor_of(step),
        of_where(process, step),
        refs.buyer_step(process, step),
        span(step.from_, step.until, process.time_unit),
        step.clues,
        refs.stages(process, stages),
        tuple(_doing(given, process, step, each) for each in _serving(process, step, over=False)),
        refs.steps(process, _serving(process, step, over=True)),
        tuple((refs.need(process, need), _when(process, need)) for need in step.needs if need.kind == "space"),
        tuple(refs.need(process, need) for need in step.needs if _is_unmet(process, need)),
        tuple((each, refs.step(process, each)) for each in _own(process, step)),
        not any(need.kind != "space" for need in step.needs),
        _here(process, before) if before else None,
        _here(process, after) if after else None,
        beside,
        tuple(_here(process, steps[at]) for at in beside),
    )


def _serving(process: Process, buyer_step: BuyerStep, over: bool) -> tuple[Step, ...]:
    """Our steps for a step of the buyer: those that are over when it begins, or the others."""
    steps = (step for step in process.serving(buyer_step) if not step.of_the_house)
    return tuple(step for step in steps if _is_over(step, buyer_step) == over)


def _is_over(step: Step, buyer_step: BuyerStep) -> bool:
    """Whether a step of ours has ended when the buyer's begins; what both do in the same moment has not."""
    if step.until is None or buyer_step.from_ is None:
        return False
    lasts = step.from_ != step.until and buyer_step.from_ != buyer_step.until
    return step.until < buyer_step.from_ or (step.until == buyer_step.from_ and lasts)


def _own(process: Process, buyer_step: BuyerStep) -> Iterator[Step]:
    """What we do or decide for ourselves in the stages for a step of the buyer, unless it is at another time."""
    during = exact_span(buyer_step.from_, buyer_step.until)
    for stage in process.stages_during(buyer_step):
        for step in stage.steps:
            when = exact_span(step.from_, step.until)
            if step.of_the_house and (when is None or during is None or not when.late_for(during)):
                yield step


def _here(process: Process, step: BuyerStep) -> Ref:
    return Ref(step.name, of_where(process, step), "buyer")


def _doing(given: PageInputs, process: Process, buyer_step: BuyerStep, step: Step) -> Doing:
    brings = (need for need in buyer_step.needs if need.id in step.delivers)
    needs = tuple(given.refs.need(process, need) for need in brings)
    return Doing(step, given.refs.step(process, step), needs, given.refs.role(step.responsible))


def _when(process: Process, need: Need) -> str:
    return span(need.from_, need.until, process.time_unit)


def _is_unmet(process: Process, need: Need) -> bool:
    return need.kind != "space" and not process.delivering(need)
