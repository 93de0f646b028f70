"""The figures of an alignment as pages show them: six measures and their total, each as n of m."""

from __future__ import annotations

from dataclasses import dataclass

from twolane.alignment.results import Alignment
from twolane.links.addresses import Address, of_alignment
from twolane.model.process import Process
from twolane.parts.page_inputs import PageInputs
from twolane.wording.spoken_language import texts


@dataclass(frozen=True, slots=True)
class Figure:
    """``held`` of ``of`` checks hold; ``look`` is good where all do, bad where fewer than half do, else watch."""

    name: str
    title: str
    counts: str
    held: int
    of: int
    look: str
    address: Address

    @property
    def share(self) -> int:
        """How much of a bar is filled, in tenths: full only where all holds, empty only where nothing does."""
        return max(min(1, self.held), self.held * 10 // self.of) if self.of else 0


@dataclass(frozen=True, slots=True)
class Figures:
    """The six measures of a process and their total, which leads to its page of alignment."""

    total: Figure
    measures: tuple[Figure, ...]


def figures_of(given: PageInputs, process: Process) -> Figures | None:
    """The figures of a process; nothing where there is nothing to compare, or a page for others than the house."""
    alignment = given.alignment(process)
    shown = alignment.of and not given.playbook.audience
    return figures(alignment, of_alignment(process).page) if shown else None


def figures(alignment: Alignment, page: str) -> Figures:
    """The figures of an alignment that is shown on ``page``."""
    measures = tuple(
        _figure(
            each.name,
            texts().measure_names[each.name],
            texts().measure_counts[each.name],
            each.held,
            each.of,
            Address(page, f"measure-{each.name}"),
        )
        for each in alignment.measures
    )
    return Figures(_figure("total", "", "", alignment.held, alignment.of, Address(page)), measures)


def _figure(name: str, title: str, counts: str, held: int, of: int, address: Address) -> Figure:
    look = "quiet" if not of else "good" if held == of else "bad" if held * 2 < of else "watch"
    return Figure(name, title, counts, held, of, look, address)
