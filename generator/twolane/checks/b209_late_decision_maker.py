"""Finds a process whose first step that meets a decision maker is in its second half.

A decision maker is a role on the buyer's side with `decides: true`; a step meets those who are actors of the buyer
steps that it serves. Where all our steps have times, the half is one of time, else one of the number of steps. The rule
is silent where no role of the process decides.

Why:
    Who can say yes has other questions than those who prepare it, and whoever hears them late begins again, or loses to
    somebody who heard them early. So reach decision makers early (P13; "How can we create a sales process that gets
    results?", 2003).

Mend:
    Ask what those who decide need at an earlier step of theirs, and give it to them there. If they do take part
    earlier, name them under `actors` of that buyer step.

Wrong when:
    Some people who say yes can't be met early: a council is there to vote and not to be visited, and a jury is named on
    its last day. In a small purchase the manager signs what the planner has chosen, and has no wish to meet anybody.

    Say so above the step: `# twolane: ignore[B209] the council meets no bidder before its vote`

Fails:
    buyer:
      steps:
        - id: notice
          name: Notice the problem
          actors: [planner]
        - id: choose
          name: Choose a way
          actors: [planner, plant-manager]

Passes:
    buyer:
      steps:
        - id: notice
          name: Notice the problem
          actors: [planner, plant-manager]
        - id: choose
          name: Choose a way
          actors: [planner, plant-manager]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from twolane.checks.context import Context
from twolane.checks.current import current
from twolane.findings import Finding, Related, Rule, Severity
from twolane.model.buying import BuyerStep
from twolane.model.playbook import Playbook
from twolane.model.process import Process
from twolane.model.selling import Step
from twolane.wording.lists import listed
from twolane.wording.spoken_language import worded

RULE = Rule("B209", "late-decision-maker", Severity.WARNING, ("P13",))

_HINT = "reach those who decide earlier, or name them as actors of the buyer step at which they take part already"


def check(playbook: Playbook, context: Context) -> Iterator[Finding]:
    for process in current(playbook):
        deciding = {step.id: step for step in process.buyer_steps if _deciders(playbook, step)}
        if deciding and process.steps:
            yield from _of_process(playbook, process, deciding)


def _deciders(playbook: Playbook, step: BuyerStep) -> list[str]:
    roles = playbook.named(playbook.role, step.actors)
    return [role.name for role in roles if role.decides and role.side != "seller"]


def _of_process(playbook: Playbook, process: Process, deciding: dict[str, BuyerStep]) -> Iterator[Finding]:
    steps = _in_order(process.steps)
    for number, step in enumerate(steps):
        met = next((deciding[id] for id in _served(process, step) if id in deciding), None)
        if met is not None:
            if _is_late(steps, number):
                yield _late(playbook, process, steps, number, met)
            return


def _served(process: Process, step: Step) -> Sequence[str]:
    """The buyer steps that a step serves; where it does not say so, those of its stage."""
    return step.serves or process.stage_of[step.id].serves


def _in_order(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """By time where every step has one, else as they are written."""
    return tuple(sorted(steps, key=_begin)) if _is_timed(steps) else steps


def _is_timed(steps: tuple[Step, ...]) -> bool:
    return all(step.from_ is not None for step in steps)


def _begin(step: Step) -> float:
    return step.from_ or 0


def _end(steps: tuple[Step, ...]) -> float:
    return max(step.until or _begin(step) for step in steps)


def _is_late(steps: tuple[Step, ...], number: int) -> bool:
    if _is_timed(steps):
        return _begin(steps[number]) > (_begin(steps[0]) + _end(steps)) / 2
    return 2 * number >= len(steps)


def _late(playbook: Playbook, process: Process, steps: tuple[Step, ...], number: int, met: BuyerStep) -> Finding:
    step, names = steps[number], listed([f"“{name}”" for name in _deciders(playbook, met)])
    where = _where(process, steps, number)
    message = worded(
        "“{step}” is the first step that meets {names}, who can say yes: {where}",
        step=step.name,
        names=names,
        where=where,
    )
    place = met.at.place("actors")
    return RULE.at(step.at, None, message, hint=_HINT, related=[Related(place, "the buyer step that it serves")])


def _where(process: Process, steps: tuple[Step, ...], number: int) -> str:
    if not _is_timed(steps):
        return worded("it is number {number} of {steps}", number=number + 1, steps=len(steps))
    begin, end, unit = _begin(steps[0]), _end(steps), process.time_unit
    return worded(
        "it begins in {unit} {time:g}, and our steps go from {unit} {begin:g} to {end:g}",
        unit=unit,
        time=_begin(steps[number]),
        begin=begin,
        end=end,
    )
