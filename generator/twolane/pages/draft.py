"""What a page kind makes: a page before its template is filled in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Protocol

from twolane.links.finished_page import SideFile
from twolane.model.process import Process
from twolane.parts.page_inputs import PageInputs
from twolane.parts.reading_time import Texts
from twolane.site.search_rank import USUAL, Rank
from twolane.source import Place


class OnPaper(Enum):
    """Whether pages of a kind are printed; else under which words the page to print says that they are not."""

    PRINTED = auto()
    HOME = auto()
    START = auto()
    PLAN = auto()
    CALL = auto()
    HEALTH = auto()
    VERSIONS = auto()
    REFERENCE = auto()


@dataclass(frozen=True, slots=True)
class Draft:
    """A page without its body: ``template`` is the file that shows ``view``.

    ``process`` is the one that the page belongs to; a page of several has none, and names them in ``about``;
    ``diagrams`` are the texts of its Mermaid diagrams, empty where there is nothing to draw, which the template
    places by number; ``source`` is where its definition stands; ``known_as`` are other names, by the anchor of what
    has them, by which search finds it. The rest is as in ``Page``.
    """

    path: str
    title: str
    template: str
    view: object
    section: tuple[str, ...] = ()
    process: Process | None = None
    about: tuple[Process, ...] = ()
    source: Place | None = None
    diagrams: tuple[str, ...] = ()
    description: str = ""
    label: str = ""
    listed: bool = True
    scripts: tuple[str, ...] = ()
    files: tuple[SideFile, ...] = ()
    indexed: bool = True
    leads_to: str = ""
    known_as: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    rank: Rank = USUAL
    on_paper: OnPaper = OnPaper.REFERENCE


class PageKind(Protocol):
    """A page kind is a module that makes the drafts of its pages; pure."""

    def drafts(self, given: PageInputs) -> Iterable[Draft]:
        """The pages of this kind, in the order of the navigation."""
        ...


class ReadingKind(Protocol):
    """A page kind whose pages say something of the others, such as how long they take to read; pure."""

    def drafts(self, given: PageInputs, texts: Texts) -> Iterable[Draft]:
        """The pages of this kind, made after all others."""
        ...
