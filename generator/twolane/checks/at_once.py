"""Which stages or steps run at the same time, by their own times or by those of the buyer steps that they serve."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from twolane.model.process import Process
from twolane.model.selling import Stage, Step


@dataclass(frozen=True, slots=True)
class Run:
    """From when until when something runs; ``borrowed`` are the buyer steps whose time it is, if it has none itself."""

    begin: float
    end: float
    borrowed: tuple[str, ...] = ()

    def shares(self, other: Run) -> bool:
        """Whether at least half of each lies in the other: what goes on beside all the rest is no second strand.

        What is done for the same buyer step, without times, may well come one after the other.
        """
        if self.borrowed and self.borrowed == other.borrowed:
            return False
        common = min(self.end, other.end) - max(self.begin, other.begin)
        return 2 * common >= max(self.end - self.begin, other.end - other.begin)


def run_of_step(process: Process, step: Step) -> Run | None:
    """When a step is done; where it does not say so, when the buyer does what it serves."""
    return _run(step.from_, step.until) or _meanwhile(process, step.serves)


def run_of_stage(process: Process, stage: Stage) -> Run | None:
    """From the first of its steps to the last; where they do not say so, when the buyer does what it serves."""
    return _around(_run(step.from_, step.until) for step in stage.steps) or _meanwhile(process, stage.serves)


def mostly_at_once(runs: Sequence[Run | None]) -> bool:
    """Whether more than half of them share at least half of their time with another one."""
    known = [run for run in runs if run is not None]
    sharing = [run for at, run in enumerate(known) if any(map(run.shares, (*known[:at], *known[at + 1 :])))]
    return 2 * len(sharing) > len(runs)


def _run(begin: float | None, end: float | None, borrowed: tuple[str, ...] = ()) -> Run | None:
    return None if begin is None or end is None else Run(begin, end, borrowed)


def _meanwhile(process: Process, served: tuple[str, ...]) -> Run | None:
    steps = filter(None, map(process.buyer_step, served))
    return _around((_run(step.from_, step.until) for step in steps), served)


def _around(runs: Iterable[Run | None], borrowed: tuple[str, ...] = ()) -> Run | None:
    """From the first begin to the last end; nothing where one of them is unknown."""
    found = list(runs)
    known = [run for run in found if run is not None]
    if not known or len(known) < len(found):
        return None
    return Run(min(run.begin for run in known), max(run.end for run in known), borrowed)
