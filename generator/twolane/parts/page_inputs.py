"""What pages are made from, and where in the definitions they say that it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from twolane.alignment.results import Alignment
from twolane.configuration.output_styles import LinkStyle
from twolane.definition_format.format_values import File
from twolane.findings import Finding
from twolane.links.element_links import References
from twolane.links.prose import Prose
from twolane.model.element import Element
from twolane.model.playbook import Playbook
from twolane.model.process import Process
from twolane.parts.change_marks import Marks, ProcessMark
from twolane.parts.process_history import History
from twolane.parts.site_paths import SitePaths
from twolane.source import Place
from twolane.two_lines.view import TwoLines, two_lines

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class PageInputs:
    """Everything that pages are made from; ``as_of`` is the day from which reviews are overdue.

    ``alignments`` are by the identity of the process, since a faulty playbook may give an id twice.
    """

    playbook: Playbook
    findings: tuple[Finding, ...]
    as_of: date
    prose: Prose
    refs: References
    alignments: Mapping[int, Alignment]
    history: History
    paths: SitePaths
    reference: tuple[File, ...] = ()
    """The files of the format, for its reference."""
    example: Playbook | None = None
    """The example of how alignment is measured."""
    marks: Marks = field(default_factory=dict)
    """What pages say of changes, by page and anchor."""
    process_marks: Mapping[str, ProcessMark] = field(default_factory=dict)
    """What every page of a process says in a preview, by the id of the process."""
    links: LinkStyle = LinkStyle.FILES
    site_url: str = ""
    _pictures: dict[int, TwoLines | None] = field(default_factory=dict, compare=False, repr=False)
    """The pictures laid out so far; two pages show each, and laying one out takes as long as a page."""
    _once: dict[int, Any] = field(default_factory=dict, compare=False, repr=False)
    """What several pages of a process have in common, worked out so far."""

    def once(self, process: Process, make: Callable[[], T]) -> T:
        """What the checklists of all pages of a process have in common, made for the first of them."""
        if id(process) not in self._once:
            self._once[id(process)] = make()
        found: T = self._once[id(process)]
        return found

    def picture(self, process: Process) -> TwoLines | None:
        """The two-line picture of a process; nothing where neither side has a step."""
        if id(process) not in self._pictures:
            self._pictures[id(process)] = two_lines(self.alignment(process), self.refs)
        return self._pictures[id(process)]

    def alignment(self, process: Process) -> Alignment:
        """How a process of the playbook fits the buyer's."""
        return self.alignments[id(process)]


def first_line(elements: Iterable[Element]) -> Place | None:
    """The first line of the file that holds the first of these elements; nothing where there are none."""
    found = next((element.at.file for element in elements if element.at.file), None)
    return Place(found) if found else None


def line_of(element: Element) -> Place | None:
    """Where an element stands; nothing where no file holds it."""
    return element.at.element() if element.at.file else None
