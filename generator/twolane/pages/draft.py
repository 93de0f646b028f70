"""What a page kind makes: a page before its template is filled in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Protocol

from twolane.links.finished_page import SideFile
from twolane.model.process import Process
from twolane.parts.page_inputs import PageInputs
from twolane.parts.site_paths import PagePath, SiteContents
from twolane.site.search_rank import USUAL, Rank
from twolane.source import Place


class OnPaper(Enum):
    """Whether pages of a kind are printed; else under which words the page to print says that they are not."""

    PRINTED = auto()
    HOME = auto()
    START = auto()
    PLAN = auto()
    POSTER = auto()
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


class LateKind(Protocol):
    """A kind of page says which pages it has; the drafts of a late one need pages of others."""

    def paths(self, contents: SiteContents) -> Iterable[PagePath]:
        """Where the pages of this kind stand: links may lead to what ``drafts`` yields, and to nothing else."""
        ...


class PageKind(LateKind, Protocol):
    """A page kind is a module that says which pages it has, and makes their drafts; pure."""

    def drafts(self, given: PageInputs) -> Iterable[Draft]:
        """The pages of this kind, in the order of the navigation."""
        ...
