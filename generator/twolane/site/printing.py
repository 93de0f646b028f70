"""Puts finished pages on one page that prints: the whole playbook, or one process.

Bodies come from our own templates, in which every ``<`` and ``>`` that is no tag is escaped, so that ids and links
can be given another place by their tags alone.
"""

from __future__ import annotations

import itertools
import posixpath
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape, unescape
from urllib.parse import unquote

from markupsafe import Markup

from twolane.configuration.output_styles import LinkStyle
from twolane.links.addresses import segment
from twolane.links.finished_page import TITLE_ID, Page
from twolane.links.html_elements import Element, without
from twolane.links.link_styles import page_url
from twolane.model.process import Process

_TAG = re.compile(r"<[a-zA-Z][^<>]*>")
_IDS = re.compile(r' (id|for|headers|list|form|aria-(?:labelledby|describedby|controls|owns|details))="([^"]*)"')
_LINK = re.compile(r' (href|src|poster)="([^"]*)"')
_REFERENCE = re.compile(r"url\(#([^)]+)\)")
_HEADING = re.compile(r"<(/?)h([1-6])\b")
_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_TITLE = re.compile(rf'<h1 id="{TITLE_ID}">[^<]*</h1>')
_OF_A_SCREEN = (frozenset(("tl-deal",)), frozenset(("tl-banner", "tl-retired")))
"""Nobody ticks on paper for a deal kept elsewhere; that a process is retired, the printed page says above it all."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A finished page to print: ``kind`` is the word for its kind in style sheets, ``of`` the process that it is of.

    ``body`` is what of it goes onto paper, on whichever page it is printed.
    """

    page: Page
    kind: str
    of: Process | None
    body: str


def sheet(page: Page, kind: str, of: Process | None) -> Sheet:
    """A page without what is not for paper."""
    return Sheet(page, kind, of, _for_paper(page.body))


@dataclass(frozen=True, slots=True)
class Part:
    """One page as a part of the printed one; ``body`` is HTML whose ids and links hold there."""

    id: str
    title: str
    body: Markup
    kind: str
    diagrams: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Parts that belong together, such as those of a process; one without a title stands for itself."""

    id: str
    title: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Printer:
    """Makes parts of the page at ``here`` from the pages given; ``level`` is that of their titles."""

    here: str
    sheets: Sequence[Sheet]
    style: LinkStyle
    level: int = 2
    ids: Mapping[str, str] = field(init=False)
    """The id of each part, by the address of its page below the root of the site."""

    def __post_init__(self) -> None:
        paths = (sheet.page.path for sheet in self.sheets)
        ids = {page_url(path, self.style): part_id(path) for path in paths}
        object.__setattr__(self, "ids", ids)

    def group(self, title: str, id: str, of: Process | None) -> Group:
        """The parts of one process, or, without one, those that hold for all."""
        parts = (self._part(sheet) for sheet in self.sheets if sheet.of is of)
        return Group(id, title, tuple(parts))

    def _part(self, sheet: Sheet) -> Part:
        page = sheet.page
        id = part_id(page.path)
        body = _TAG.sub(lambda match: self._tag(match[0], page.path, id), sheet.body)
        body = _HEADING.sub(lambda match: f"<{match[1]}h{min(6, int(match[2]) + self.level - 1)}", body)
        return Part(id, page.nav_title, Markup(body), sheet.kind, page.diagrams)

    def _tag(self, tag: str, path: str, id: str) -> str:
        if "=" not in tag:
            return tag
        tag = _IDS.sub(lambda match: f' {match[1]}="{_prefixed(match[2], id)}"', tag)
        tag = _REFERENCE.sub(lambda match: f"url(#{id}--{match[1]})", tag)
        return _LINK.sub(lambda match: f' {match[1]}="{escape(self.link(unescape(match[2]), path))}"', tag)

    def link(self, address: str, path: str) -> str:
        """Where an address of the page at ``path`` leads from here: to a part, or to another page."""
        if _OUTSIDE.match(address):
            return address
        target, mark, anchor = address.partition("#")
        if not target:
            return f"#{part_id(path)}--{anchor}"
        origin = page_url(path, self.style)
        place = posixpath.normpath(posixpath.join(posixpath.dirname(origin), unquote(target)))
        place += "/" if target.endswith("/") and place != "." else ""
        place = "" if place == "." else place
        if place in self.ids:
            return f"#{self.ids[place]}" + (f"--{anchor}" if anchor and anchor != TITLE_ID else "")
        return relative(page_url(self.here, self.style), origin, target) + mark + anchor


def part_id(path: str) -> str:
    """The id of a page as a part of a printed one."""
    return "--".join(segment(each) for each in path.split("/"))


def relative(here: str, origin: str, target: str) -> str:
    """The address ``target`` of the page at ``origin``, as seen from ``here``; all are encoded for addresses."""
    place = posixpath.normpath(posixpath.join("/", posixpath.dirname(origin), target))
    way = posixpath.relpath(place, posixpath.join("/", posixpath.dirname(here)))
    return f"{way}/" if target.endswith("/") else way


def _for_paper(body: str) -> str:
    """The body without what is not for paper; it is parsed only where that cannot be told at once."""
    body, titles = _TITLE.subn("", body, count=1)
    if titles and not any(sign in body for sign in ("<h1", "<script", *itertools.chain(*_OF_A_SCREEN))):
        return body
    return without(body, _is_not_for_paper)


def _is_not_for_paper(element: Element) -> bool:
    """Whether an element is the title, which the printed page writes itself, or belongs to a browser."""
    if element.name == "script" or (element.name == "h1" and element.attributes.get("id") == TITLE_ID):
        return True
    return any(classes.issubset(element.attributes.get("class", "").split()) for classes in _OF_A_SCREEN)


def _prefixed(ids: str, id: str) -> str:
    return " ".join(f"{id}--{each}" for each in ids.split())
