"""Finds a process whose first step that meets a decision maker comes late.

A decision maker is a role on the buyer's side with `decides: true`; a step meets those who are actors of the buyer
steps that it serves. Late is the second half of our steps: of their time where all of them have times, else of their
number. Gates and internal steps do not count, since they meet nobody. The rule is silent where no role of the process
decides, where no other than the one who decides is written down on the buyer's side, and about a process whose name or
summary speaks of a tender or another call for bids: there, whoever seeks out those who decide may be out.

With buyers who are customers already, most of the time goes by before anything is to be decided. There, late is the
last third before the decision: of the time from our first step to the end of the buyer step at which they decide, once
a third of that step is over as well; without times, of the number of our steps up to there. They decide at the last
buyer step with a decision maker that we serve before the order. So the rule looks at a process with `shape: flywheel`
or `loops`, one that is called a renewal, and one in which roles for customers (`focus: farmer` or `phase: post-sales`
alone) do more than half of the steps.

Why:
    Who can say yes has other questions than those who prepare it, and whoever hears them late begins again, or loses to
    somebody who heard them early. So reach decision makers early (P13; "How can we create a sales process that gets
    results?", 2003).

Mend:
    Ask what those who decide need at an earlier step of theirs, and give it to them there, as far as they may be met.
    If they do take part earlier, name them under `actors` of that buyer step.

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
from dataclasses import dataclass

from twolane.checks.context import Context
from twolane.checks.current import current
from twolane.checks.team_size import is_one_customer
from twolane.checks.ways_of_buying import decided_at, is_for_customers, is_tender
from twolane.findings import Finding, Related, Rule, Severity
from twolane.model.buying import BuyerStep
from twolane.model.playbook import Playbook
from twolane.model.process import Process
from twolane.model.selling import Step
from twolane.wording.lists import listed
from twolane.wording.spoken_language import worded

RULE = Rule("B209", "late-decision-maker", Severity.WARNING, ("P13",))

_HINT = "reach those who decide earlier, or name them as actors of the buyer step at which they take part already"


@dataclass(frozen=True, slots=True)
class _Way:
    """Our steps in their order, and the decision that they lead to, where it is that which counts."""

    process: Process
    steps: tuple[Step, ...]
    decision: BuyerStep | None

    @property
    def timed(self) -> bool:
        """Whether time counts, and not the number of steps."""
        ours = all(step.from_ is not None for step in self.steps)
        return ours and (self.decision is None or self.decision.until is not None)

    @property
    def begin(self) -> float:
        """When our first step begins."""
        return _begin(self.steps[0])

    @property
    def end(self) -> float:
        """When the last one ends, or the buyer has decided."""
        if self.decision is not None:
            return self.decision.until or 0
        return max(step.until or _begin(step) for step in self.steps)

    @property
    def count(self) -> int:
        """How many steps there are, up to the decision."""
        if self.decision is None:
            return len(self.steps)
        before = (at for at, step in enumerate(self.steps) if self.decision.id in _served(self.process, step))
        return max(before, default=len(self.steps) - 1) + 1

    def is_late(self, number: int) -> bool:
        """Whether a step is in the second half, or in the last third before the decision."""
        share = 1 / 2 if self.decision is None else 2 / 3
        if not self.timed:
            return number >= self.count * share
        limit = self.begin + (self.end - self.begin) * share
        if self.decision is not None and self.decision.from_ is not None:
            limit = max(limit, self.decision.from_ + (self.end - self.decision.from_) / 3)
        return _begin(self.steps[number]) > limit


def check(playbook: Playbook, context: Context) -> Iterator[Finding]:
    if is_one_customer(playbook):
        return
    for process in current(playbook):
        deciding = {step.id: step for step in process.buyer_steps if _deciders(playbook, step)}
        steps = tuple(step for step in process.steps if not step.of_the_house)
        if deciding and steps and not is_tender(process):
            again = is_for_customers(playbook, process)
            decision = decided_at(process, deciding.values()) if again else None
            yield from _of_way(playbook, _Way(process, _in_order(steps), decision), deciding)


def _deciders(playbook: Playbook, step: BuyerStep) -> list[str]:
    roles = playbook.named(playbook.role, step.actors)
    return [role.name for role in roles if role.decides and role.side != "seller"]


def _of_way(playbook: Playbook, way: _Way, deciding: dict[str, BuyerStep]) -> Iterator[Finding]:
    for number, step in enumerate(way.steps):
        met = next((deciding[id] for id in _served(way.process, step) if id in deciding), None)
        if met is not None:
            if way.is_late(number):
                yield _late(playbook, way, number, met)
            return


def _served(process: Process, step: Step) -> Sequence[str]:
    """The buyer steps that a step serves; where it does not say so, those of its stage."""
    return step.serves or process.stage_of[step.id].serves


def _in_order(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """By time where every step has one, else as they are written."""
    return tuple(sorted(steps, key=_begin)) if all(step.from_ is not None for step in steps) else steps


def _begin(step: Step) -> float:
    return step.from_ or 0


def _late(playbook: Playbook, way: _Way, number: int, met: BuyerStep) -> Finding:
    step, names = way.steps[number], listed([f"“{name}”" for name in _deciders(playbook, met)])
    where = _where(way, number)
    message = worded(
        "“{step}” is the first step that meets {names}, who can say yes: {where}",
        step=step.name,
        names=names,
        where=where,
    )
    place = met.at.place("actors")
    return RULE.at(step.at, None, message, hint=_HINT, related=[Related(place, "the buyer step that it serves")])


def _where(way: _Way, number: int) -> str:
    return _in_time(way, number) if way.timed else _by_number(way, number)


def _by_number(way: _Way, number: int) -> str:
    if way.decision is None:
        return worded("it is number {number} of {steps}", number=number + 1, steps=way.count)
    return worded(
        "it is number {number} of {steps} up to “{decision}”",
        number=number + 1,
        steps=way.count,
        decision=way.decision.name,
    )


def _in_time(way: _Way, number: int) -> str:
    unit, time = way.process.time_unit, _begin(way.steps[number])
    if way.decision is None:
        text = "it begins in {unit} {time:g}, and our steps go from {unit} {begin:g} to {end:g}"
        return worded(text, unit=unit, time=time, begin=way.begin, end=way.end)
    text = "it begins in {unit} {time:g}, our first step in {unit} {begin:g}, and “{decision}” ends in {unit} {end:g}"
    return worded(text, unit=unit, time=time, begin=way.begin, end=way.end, decision=way.decision.name)
