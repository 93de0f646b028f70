"""A whole playbook as one frozen value, with everything findable by its id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import TypeVar

from twolane.model.approvals import Approval
from twolane.model.element import Element
from twolane.model.market import Competitor, Differentiator, Requirement, Segment
from twolane.model.metrics import Metric
from twolane.model.playbook_file import PlaybookFile, Term
from twolane.model.process import Process
from twolane.model.releases import Actual, FrozenCopy, Release
from twolane.model.roles import Role
from twolane.model.strategy import Goal, Strategy, SwotItem
from twolane.model.written_page import WrittenPage

E = TypeVar("E", bound=Element)


@dataclass(frozen=True)
class Playbook:
    """All definitions of one playbook.

    References are ids. An id that nothing defines has been reported by loading; the look-ups here leave it out,
    so that whoever follows references need not ask whether they lead anywhere.

    ``pages`` are the paths of the playbook's hand-written pages and assets, relative to their folder; ``written`` is
    what the pages among them say, where that has been read.
    ``releases`` and ``actuals`` are by process id, ``frozen`` are the frozen copies by process id and version.
    ``audience`` is the one whom the playbook was cut for, empty where it is whole.
    """

    about: PlaybookFile
    strategy: Strategy = field(default_factory=Strategy)
    roles: tuple[Role, ...] = ()
    segments: tuple[Segment, ...] = ()
    metrics: tuple[Metric, ...] = ()
    differentiators: tuple[Differentiator, ...] = ()
    competitors: tuple[Competitor, ...] = ()
    terms: tuple[Term, ...] = ()
    processes: tuple[Process, ...] = ()
    approvals: tuple[Approval, ...] = ()
    pages: frozenset[str] = frozenset()
    written: tuple[WrittenPage, ...] = ()
    releases: Mapping[str, tuple[Release, ...]] = field(default_factory=lambda: MappingProxyType({}))
    frozen: Mapping[str, Mapping[str, FrozenCopy]] = field(default_factory=lambda: MappingProxyType({}))
    actuals: Mapping[str, tuple[Actual, ...]] = field(default_factory=lambda: MappingProxyType({}))
    audience: str = ""

    @cached_property
    def role(self) -> Mapping[str, Role]:
        """The roles by id."""
        return _by_id(self.roles)

    @cached_property
    def goal(self) -> Mapping[str, Goal]:
        """The strategy goals by id."""
        return _by_id(self.strategy.goals)

    @cached_property
    def segment(self) -> Mapping[str, Segment]:
        """The segments by id."""
        return _by_id(self.segments)

    @cached_property
    def requirement(self) -> Mapping[str, Requirement]:
        """The requirements of all segments by id."""
        return _by_id(each for segment in self.segments for each in segment.requirements)

    @cached_property
    def metric(self) -> Mapping[str, Metric]:
        """The metrics by id."""
        return _by_id(self.metrics)

    @cached_property
    def differentiator(self) -> Mapping[str, Differentiator]:
        """The differentiators by id."""
        return _by_id(self.differentiators)

    @cached_property
    def competitor(self) -> Mapping[str, Competitor]:
        """The competitors by id."""
        return _by_id(self.competitors)

    @cached_property
    def term(self) -> Mapping[str, Term]:
        """The terms of the glossary by id."""
        return _by_id(self.terms)

    @cached_property
    def process(self) -> Mapping[str, Process]:
        """The processes by id."""
        return _by_id(self.processes)

    @property
    def swot_items(self) -> Iterator[tuple[str, SwotItem]]:
        """Every SWOT item with the name of its quarter: ``strengths``, ``weaknesses``, …"""
        for quarter in ("strengths", "weaknesses", "opportunities", "threats"):
            for item in getattr(self.strategy.swot, quarter):
                yield quarter, item

    def named(self, index: Mapping[str, E], ids: Iterable[str | None]) -> tuple[E, ...]:
        """The elements of ``index`` that the ids name, in their order; unknown ids are left out."""
        return tuple(index[id] for id in ids if id is not None and id in index)


def _by_id(elements: Iterable[E]) -> Mapping[str, E]:
    found: dict[str, E] = {}
    for element in elements:
        found.setdefault(str(getattr(element, "id")), element)  # noqa: B009 - only elements with an id come here
    return MappingProxyType(found)
