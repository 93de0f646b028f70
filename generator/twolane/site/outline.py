"""Reads a finished body: its headings for the table of contents, and its texts for search.

Reading them here means that a playbook's own templates need not say anything twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import zip_longest

from twolane.links.finished_page import TITLE_ID, Heading, SearchEntry
from twolane.links.html_elements import HtmlWalk

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_SILENT = frozenset(("figure", "nav", "script", "style"))
_FOUND_ONLY = {"data-toc": "no", "data-search": "yes"}
"""What a heading says that search leads to, and that stands for the one above in the table of contents."""
_BREAKS = frozenset(
    (
        *("p", "li", "td", "th", "tr", "dt", "dd", "div", "blockquote", "section", "br", "summary"),
        *_HEADINGS,
    )
)
_SPACE = re.compile(r"[ \t\r\n\f]+")
"""What HTML shows as one space; one that does not break a line is not among it."""
_CHIP = "tl-chip"
"""A word in a heading that is set apart by its look, which the table of contents does not have."""


@dataclass(slots=True)
class _Part:
    """A heading with an id, and the texts below it up to the next one that search leads to."""

    level: int
    id: str
    listed: bool
    found: bool
    title: list[str] = field(default_factory=list)
    """Its words as the table of contents has them."""
    name: list[str] = field(default_factory=list)
    """Its words as search has them."""
    texts: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Outline:
    """What a body's headings are, and what stands below them."""

    parts: tuple[_Part, ...]

    def headings(self) -> tuple[Heading, ...]:
        """The headings below the title that have an id, as a tree."""
        listed = (each for each in self.parts if each.listed and each.level > 1)
        return tuple(_tree([Heading(each.level, each.id, _line(each.title)) for each in listed]))

    def search_entries(self, title: str) -> tuple[SearchEntry, ...]:
        """One entry for the top of the page and one for each heading with what follows it."""
        return tuple(self._entries(title))

    def _entries(self, title: str) -> Iterator[SearchEntry]:
        found = [each for each in self.parts if each.found]
        yield SearchEntry("", title, _line(found[0].texts) if found else "")
        for part, below in zip_longest(found[1:], found[2:]):
            words = _line(part.texts)
            if part.id != TITLE_ID and (words or below is None or below.listed):
                yield SearchEntry(part.id, _line(part.name), words)


def outline_of(body: str) -> Outline:
    """The outline of a body; what stands in an element with ``data-search="no"`` is not for search."""
    reader = _Reader(body)
    reader.walk()
    return Outline(tuple(reader.parts))


class _Reader(HtmlWalk):
    """Collects the parts."""

    def __init__(self, body: str) -> None:
        super().__init__(body)
        self.parts: list[_Part] = []
        self._heading: _Part | None = None
        self._texts: list[str] = []
        self._depth = 0
        self._silent_from: int | None = None
        """How deep the element is that is not for search, the outermost of those around."""

    def opened(self, name: str, attributes: Mapping[str, str], start: int, inner: int) -> None:
        if name in _BREAKS:
            self.handle_data(" ")
        if self._silent_from is None and (name in _SILENT or (attributes and attributes.get("data-search") == "no")):
            self.handle_data(" ")
            self._silent_from = self._depth
        if name in _HEADINGS and attributes.get("id"):
            self._start_part(int(name[1]), attributes)
        elif self._heading and name == "span" and attributes.get("class", "").startswith(_CHIP):
            self._heading.title[:] = ["".join(self._heading.title).rstrip(), ", "]
        self._depth += 1

    def closed(self, name: str, inner_end: int, end: int) -> None:
        self._depth -= 1
        if self._heading and name in _HEADINGS:
            self._heading = None
        if self._silent_from == self._depth:
            self._silent_from = None
        if name in _BREAKS:
            self.handle_data(" ")

    def handle_data(self, data: str) -> None:
        if self._heading:
            self._heading.title.append(data)
        if self._silent_from is None:
            (self._heading.name if self._heading else self._texts).append(data)

    def _start_part(self, level: int, attributes: Mapping[str, str]) -> None:
        more = {name: value for name, value in attributes.items() if name != "id"}
        found = self._silent_from is None and more in ({}, _FOUND_ONLY)
        part = _Part(level, attributes["id"], not more, found)
        self.parts.append(part)
        if not more or found:
            self._heading = part
        if found:
            self._texts = part.texts


def _line(texts: list[str]) -> str:
    """The texts on one line."""
    return _SPACE.sub(" ", "".join(texts)).strip()


def _tree(flat: list[Heading]) -> Iterator[Heading]:
    while flat:
        first, *rest = flat
        below = next((at for at, each in enumerate(rest) if each.level <= first.level), len(rest))
        yield Heading(first.level, first.id, first.title, tuple(_tree(rest[:below])))
        flat = rest[below:]
