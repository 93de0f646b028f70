"""What an alignment consists of: six measures of single checks, each of which holds or says what would mend it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any, Generic, Literal, Protocol, TypeVar

from twolane.alignment.mends import Mend
from twolane.alignment.time_spans import Span
from twolane.model.buying import BuyerStep, Need
from twolane.model.process import Process
from twolane.model.selling import Step


class Check(Protocol):
    """One thing that was compared."""

    @property
    def held(self) -> bool:
        """Whether both sides agree."""
        ...

    @property
    def mends(self) -> tuple[Mend, ...]:
        """What would mend it, each enough by itself; nothing where it holds."""
        ...


C = TypeVar("C", bound=Check)


@dataclass(frozen=True, slots=True)
class Served:
    """Coverage: whether a buyer step is served ``by`` steps of ours, or kept ``quiet`` where it wants only space."""

    buyer_step: BuyerStep
    by: tuple[Step, ...]
    only_space: bool = False
    quiet: bool = False
    mends: tuple[Mend, ...] = ()

    @property
    def held(self) -> bool:
        return bool(self.by) or self.quiet


@dataclass(frozen=True, slots=True)
class Met:
    """Value: whether a need is delivered ``by`` steps of ours; where it is space, ``disturbed`` by none in ``span``."""

    need: Need
    buyer_step: BuyerStep
    by: tuple[Step, ...]
    disturbed: tuple[Step, ...] = ()
    span: Span | None = None
    mends: tuple[Mend, ...] = ()

    @property
    def space(self) -> bool:
        """Whether the need is to be left alone."""
        return self.need.kind == "space"

    @property
    def held(self) -> bool:
        return not self.disturbed if self.space else bool(self.by)


@dataclass(frozen=True, slots=True)
class Delivery:
    """Timing: whether ``step`` delivers ``need`` in time; ``late`` is the gap, negative where it is early.

    ``span`` is the time of our step, partly or wholly ``inherited`` from its stage, ``window`` that of the need.
    """

    step: Step
    need: Need
    buyer_step: BuyerStep
    span: Span
    window: Span
    late: Decimal
    inherited: bool = False
    mends: tuple[Mend, ...] = ()

    @property
    def held(self) -> bool:
        return not self.late


@dataclass(frozen=True, slots=True)
class Pair:
    """Order: whether ``first``, which stands before ``second``, serves what comes first for the buyer too."""

    first: Step
    second: Step
    held: bool
    mends: tuple[Mend, ...] = ()


@dataclass(frozen=True, slots=True)
class End:
    """Ends: by how much our line starts after the buyer's first step, or ends before the last one; 0 where it does not.

    ``step`` is our first or last step, ``time`` when it begins or ends; ``limit`` is when the buyer's first step is
    over or the last one begins.
    """

    which: Literal["start", "end"]
    step: Step
    buyer_step: BuyerStep
    time: Decimal
    limit: Decimal
    gap: Decimal
    mends: tuple[Mend, ...] = ()

    @property
    def held(self) -> bool:
        return not self.gap


@dataclass(frozen=True, slots=True)
class Focus:
    """Focus: whether a step of ours ``serves`` a buyer step."""

    step: Step
    serves: tuple[BuyerStep, ...]
    mends: tuple[Mend, ...] = ()

    @property
    def held(self) -> bool:
        return bool(self.serves)


@dataclass(frozen=True, slots=True)
class Unwanted:
    """A step delivers a need of a buyer step that it does not serve; reported, and counted in no measure."""

    step: Step
    need: Need
    buyer_step: BuyerStep
    serves: tuple[BuyerStep, ...]
    mends: tuple[Mend, ...] = ()


@dataclass(frozen=True, slots=True)
class Disturbance:
    """A step reaches out in the time of ``window``, in which the buyer wants space; one of those that break a need."""

    step: Step
    need: Need
    buyer_step: BuyerStep
    window: Span
    mends: tuple[Mend, ...] = ()


@dataclass(frozen=True, slots=True)
class Misplaced:
    """A step of ours that stands on the wrong side of ``others``: the fewest steps whose move mends the order."""

    step: Step
    others: tuple[Step, ...]
    mends: tuple[Mend, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What ``measure`` could not compare, since ``element`` gives no time for it."""

    measure: str
    element: Step | BuyerStep | Need


@dataclass(frozen=True)
class Measure(Generic[C]):
    """One measure: ``held`` of ``of`` checks hold."""

    name: str
    checks: tuple[C, ...]

    @property
    def of(self) -> int:
        """How many checks there are; 0 where there is nothing to compare."""
        return len(self.checks)

    @cached_property
    def held(self) -> int:
        """How many of them hold."""
        return sum(each.held for each in self.checks)

    @property
    def failing(self) -> tuple[C, ...]:
        """The checks that do not hold."""
        return tuple(each for each in self.checks if not each.held)

    @property
    def holding(self) -> tuple[C, ...]:
        """The checks that hold."""
        return tuple(each for each in self.checks if each.held)


@dataclass(frozen=True)
class Alignment:
    """How one process fits the buyer's; the formulas stand in `twolane.alignment.analysis`."""

    process: Process
    coverage: Measure[Served]
    value: Measure[Met]
    timing: Measure[Delivery]
    order: Measure[Pair]
    ends: Measure[End]
    focus: Measure[Focus]
    unwanted: tuple[Unwanted, ...] = ()
    disturbances: tuple[Disturbance, ...] = ()
    misplaced: tuple[Misplaced, ...] = ()
    left_out: tuple[LeftOut, ...] = ()

    @property
    def measures(self) -> Sequence[Measure[Any]]:
        """The six measures, in the order in which they are shown."""
        return (self.coverage, self.value, self.timing, self.order, self.ends, self.focus)

    @property
    def held(self) -> int:
        """How many checks of all measures hold; each counts as one."""
        return sum(each.held for each in self.measures)

    @property
    def of(self) -> int:
        """How many checks there are in all; 0 where there is nothing to compare."""
        return sum(each.of for each in self.measures)
