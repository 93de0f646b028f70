"""Where a stage ends on the buyer's side: at which of the buyer's steps, and which of our steps are nearest to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from twolane.model.buying import BuyerStep
from twolane.model.process import Process
from twolane.model.selling import Stage, Step

Timed = TypeVar("Timed", BuyerStep, Step)


def ends_at(
    process: Process, stage: Stage, counts: Callable[[BuyerStep], bool] = lambda _: True
) -> tuple[BuyerStep, ...]:
    """The last to end of the buyer's steps that a stage serves; all of them where several end at the same time.

    Only those for which ``counts`` is true are looked at. A stage that names none serves what its steps serve; without
    those either it ends nowhere.
    """
    served = tuple(filter(counts, process.served_during(stage)))
    ends = list(_endings(served))
    return tuple(step for step, end in zip(served, ends, strict=True) if end == max(ends))


def nearest_steps(process: Process, stage: Stage, ends: Sequence[BuyerStep]) -> tuple[Step, ...]:
    """The steps of a stage that have to do with how it ends, the nearest first.

    First those that deliver something to the buyer's steps ``ends``, the last to end before the others; then those
    that only serve them, likewise. To leave the buyer alone delivers nothing.
    """
    there = {step.id for step in ends}
    needs = {need.id for step in ends for need in step.needs if need.kind != "space"}
    delivering = [step for step in stage.steps if needs & set(step.delivers)]
    serving = [step for step in stage.steps if there & set(step.serves) and step not in delivering]
    return (*_last_first(delivering), *_last_first(serving))


def _last_first(steps: Sequence[Step]) -> Iterator[Step]:
    order = sorted(zip(_endings(steps), range(len(steps)), strict=True), reverse=True)
    return (steps[position] for _, position in order)


def _endings(elements: Sequence[Timed]) -> Iterator[tuple[float, int]]:
    """When each ends, to be compared with the others; equal only where the same end is written.

    What only begins ends later than what ends at that time; what has no times ends after all that stand before it.
    """
    latest = float("-inf")
    for position, element in enumerate(elements, start=1):
        if element.until is not None:
            end = (element.until, 0)
        else:
            end = (latest if element.from_ is None else element.from_, position)
        latest = max(latest, end[0])
        yield end
