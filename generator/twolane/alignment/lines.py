"""Both lines of a process, with their references resolved and every time exact; what is measured is measured here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from twolane.alignment.buyer_order import BuyerOrder, Moment, buyer_order
from twolane.alignment.time_spans import OPEN, ZERO, Span, hull, span
from twolane.model.buying import BuyerStep, Need
from twolane.model.process import Process
from twolane.model.selling import Stage, Step


@dataclass(frozen=True, slots=True, eq=False)
class Wanted:
    """A need of the buyer: at which step (by its number), and when; a side that it does not give is its step's."""

    need: Need
    number: int
    span: Span | None

    @property
    def space(self) -> bool:
        """Whether the buyer wants to be left alone."""
        return self.need.kind == "space"

    @property
    def has_own_time(self) -> bool:
        """Whether the need itself says from when and until when."""
        return None not in (self.need.from_, self.need.until)

    @property
    def until_then(self) -> Span:
        """Its time; from the first moment on where it only says until when, and that is before its buyer step."""
        span = self.span or Span(ZERO, OPEN)
        return Span(ZERO, span.end) if self.need.from_ is None and span.begin == span.end else span

    def is_due(self, part: Span) -> bool:
        """Whether the buyer wants something else than space during all of ``part``."""
        return not self.space and self.span is not None and self.span.covers(part)

    def lies_within(self, other: Wanted) -> bool:
        """Whether there is no moment for it outside the time of ``other``."""
        return self.span is not None and other.span is not None and other.span.covers(self.span)


@dataclass(frozen=True, slots=True, eq=False)
class Theirs:
    """A step of the buyer, its number from 0, when it is, and what the buyer wants at it."""

    step: BuyerStep
    number: int
    span: Span | None
    wanted: tuple[Wanted, ...]

    @property
    def only_space(self) -> bool:
        """Whether all that the buyer wants is to be left alone."""
        return bool(self.wanted) and all(each.space for each in self.wanted)


@dataclass(frozen=True, slots=True, eq=False)
class Ours:
    """A step of ours: when it is, the numbers of the buyer steps that it serves, the needs that it delivers.

    Its span is its own or, side by side, that of its stage, which goes from the first to the last time that any step
    of the stage gives; ``inherited`` tells that a side is the stage's. Unknown ids are left out, and each known one
    counts once.
    """

    step: Step
    stage: Stage
    span: Span | None
    inherited: bool
    serves: tuple[int, ...]
    delivers: tuple[Wanted, ...]

    @property
    def reaches_out(self) -> bool:
        """Whether the buyer hears from us: the step delivers more than space, or is work that serves."""
        if self.delivers:
            return any(not each.space for each in self.delivers)
        return bool(self.serves) and not self.step.of_the_house

    @property
    def is_orphan(self) -> bool:
        """Whether it should serve a buyer step, and serves none."""
        return not self.serves and not self.step.of_the_house

    @property
    def moments(self) -> tuple[Moment, ...]:
        """When it serves each buyer step: by the needs that it delivers there, where these have times of their own."""
        return tuple(Moment(number, self._wanted_at(number)) for number in self.serves)

    def _wanted_at(self, number: int) -> Span | None:
        there = [each for each in self.delivers if each.number == number and not each.space]
        if not there or any(each.need.from_ is None and each.need.until is None for each in there):
            return None
        spans = [each.until_then for each in there if each.span]
        return Span(min(each.begin for each in spans), max(each.end for each in spans)) if spans else None

    def is_asked_for(self, number: int) -> bool:
        """Whether the buyer step of that number asks for what the step delivers, other than space."""
        return any(each.number == number and not each.space for each in self.delivers)

    def breaks_into(self, wanted: Wanted) -> bool:
        """Whether it reaches out in the time of a need for space, and the buyer has not asked for it.

        The buyer has where the same buyer step needs what it delivers, or another one needs it in that very time.
        """
        if not self.reaches_out or self.span is None or wanted.span is None or not self.span.enters(wanted.span):
            return False
        common = self.span.common(wanted.span)
        return not (
            self.is_asked_for(wanted.number)
            or any(each.is_due(common) and (each.has_own_time or each.lies_within(wanted)) for each in self.delivers)
        )


@dataclass(frozen=True, slots=True, eq=False)
class Lines:
    """The buyer's line and ours, each in the order of the definition, and the order in which the buyer takes theirs."""

    process: Process
    theirs: tuple[Theirs, ...]
    ours: tuple[Ours, ...]
    order: BuyerOrder

    @property
    def wanted(self) -> Iterator[Wanted]:
        """All needs, in the order of their steps."""
        return (each for their in self.theirs for each in their.wanted)

    def delivering(self, wanted: Wanted) -> tuple[Step, ...]:
        """Our steps that deliver a need."""
        return tuple(our.step for our in self.ours if wanted in our.delivers)

    def working_beside(self, their: Theirs) -> tuple[Step, ...]:
        """What we do for ourselves in a stage for a buyer step that wants nothing of us; nothing where it does."""
        if their.wanted:
            return ()
        return tuple(our.step for our in self.ours if our.step.of_the_house and their.step.id in our.stage.serves)

    def disturbing(self, wanted: Wanted) -> tuple[Ours, ...]:
        """Our steps that break into the time of a need for space; none where it has no time."""
        return tuple(our for our in self.ours if self.disturbs(our, wanted))

    def disturbs(self, our: Ours, wanted: Wanted) -> bool:
        """Whether a step reaches out in the time of a need for space, unasked, and not to others in a track beside."""
        return our.breaks_into(wanted) and not self._is_for_others(our, self.theirs[wanted.number])

    def _is_for_others(self, our: Ours, their: Theirs) -> bool:
        """Whether all that a step serves runs beside ``their`` step, with other people; not where nobody names them."""
        served = [self.theirs[number] for number in our.serves]
        actors = set(their.step.actors)
        return bool(served and actors) and all(
            self.order.beside(each.number, their.number) and each.step.actors and not actors & set(each.step.actors)
            for each in served
        )

    def reaching(self, number: int) -> bool:
        """Whether a step of ours reaches out unasked at the buyer step of that number, at whatever time."""
        return any(our.reaches_out and number in our.serves and not our.is_asked_for(number) for our in self.ours)


def lines(process: Process) -> Lines:
    """Both lines of ``process``."""
    theirs = tuple(_theirs(step, number) for number, step in enumerate(process.buyer_steps))
    order = buyer_order(process.buyer_steps, [their.span for their in theirs])
    return Lines(process, theirs, tuple(_ours(process, theirs)), order)


def _theirs(step: BuyerStep, number: int) -> Theirs:
    own = span(step.from_, step.until)
    wanted = tuple(Wanted(need, number, span(need.from_, need.until, own)) for need in step.needs)
    return Theirs(step, number, own, wanted)


def _ours(process: Process, theirs: tuple[Theirs, ...]) -> Iterator[Ours]:
    numbers = {each.step.id: each.number for each in reversed(theirs)}
    needs = {each.need.id: each for their in reversed(theirs) for each in reversed(their.wanted)}
    for stage in process.stages:
        outer = hull((step.from_, step.until) for step in stage.steps)
        for step in stage.steps:
            when = span(step.from_, step.until, outer)
            inherited = when is not None and None in (step.from_, step.until)
            serves = tuple(sorted({numbers[id] for id in step.serves if id in numbers}))
            delivers = tuple(needs[id] for id in dict.fromkeys(step.delivers) if id in needs)
            yield Ours(step, stage, when, inherited, serves, delivers)
