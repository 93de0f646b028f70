"""What would mend a misalignment, as values; `twolane.alignment.statements` says them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

from twolane.alignment.time_spans import Span
from twolane.model.buying import BuyerStep, Need
from twolane.model.selling import Stage, Step


@dataclass(frozen=True, slots=True)
class Move:
    """Do ``step`` at another time: later by ``by``, or earlier where that is negative."""

    step: Step
    by: Decimal


@dataclass(frozen=True, slots=True)
class Serve:
    """Let ``step`` serve ``buyer_step``; without one, add a step, to ``stage`` where there is a stage for it."""

    buyer_step: BuyerStep
    step: Step | None = None
    stage: Stage | None = None


@dataclass(frozen=True, slots=True)
class Deliver:
    """Let ``step`` deliver ``need``; without one, add a step, to ``stage`` where there is a stage for it."""

    need: Need
    step: Step | None = None
    stage: Stage | None = None


@dataclass(frozen=True, slots=True)
class Withhold:
    """Let ``step`` no longer deliver ``need``."""

    step: Step
    need: Need


@dataclass(frozen=True, slots=True)
class Reorder:
    """Write ``step`` before or behind ``other`` in the process."""

    step: Step
    where: Literal["before", "behind"]
    other: Step


@dataclass(frozen=True, slots=True)
class Spare:
    """Leave the time of ``window`` out of ``step``."""

    step: Step
    window: Span


@dataclass(frozen=True, slots=True)
class KeepOut:
    """Keep all of ``steps`` out of the time of ``window``."""

    steps: tuple[Step, ...]
    window: Span


@dataclass(frozen=True, slots=True)
class Own:
    """Say that ``step`` is for ourselves, or a decision of ours."""

    step: Step


@dataclass(frozen=True, slots=True)
class GoOn:
    """Let ``step`` go on until ``until``."""

    step: Step
    until: Decimal


Mend: TypeAlias = Move | Serve | Deliver | Withhold | Reorder | Spare | KeepOut | Own | GoOn
