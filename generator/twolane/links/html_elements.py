"""Walks through HTML with the parser of the standard library: which element opens and closes where, and its texts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser

from twolane.loading.html_parsing import parsable

_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")
)
_FOREIGN = frozenset(("svg", "math"))
"""In these alone a slash before the end of a tag closes the element."""
_CELLS = frozenset(("td", "th", "tr", "tbody", "tfoot"))
_GROUPS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "details", "div", "dl", "fieldset", "figure", "footer", "form"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "nav", "ol", "p", "pre", "section"),
        *("table", "ul"),
    )
)
_RAW = frozenset(
    ("script", "style", "title", "textarea", "iframe", "noembed", "noframes", "noscript", "plaintext", "xmp")
)
"""Elements whose content is no HTML; the parser of each version of Python knows its own."""
_PLAIN_START = re.compile(r'<([a-z][a-z0-9]*)((?: [a-z][a-z0-9-]*="[^"&<>]*")*)>')
_PLAIN_ATTRIBUTE = re.compile(r' ([a-z][a-z0-9-]*)="([^"]*)"')
_PLAIN_END = re.compile(r"</([a-z][a-z0-9]*)>")
_ENDED_BY: Mapping[str, frozenset[str]] = {
    "p": _GROUPS,
    "li": frozenset(("li",)),
    **dict.fromkeys(("dt", "dd"), frozenset(("dt", "dd"))),
    **dict.fromkeys(("td", "th"), _CELLS),
    "tr": _CELLS - {"td", "th"},
    "option": frozenset(("option", "optgroup")),
}
"""Elements that need no end tag, and what ends them."""


@dataclass(frozen=True, slots=True)
class Element:
    """An element: where its start tag begins and its content does, where its content ends and its end tag does."""

    name: str
    attributes: Mapping[str, str]
    start: int
    inner: int
    inner_end: int
    end: int


class HtmlWalk(HTMLParser):
    """Calls ``opened`` and ``closed`` for each element, one without an end tag too, and ``handle_data`` for texts."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.html = html
        self._open: list[str] = []
        self._number: defaultdict[str, int] = defaultdict(int)
        """How many elements of a name are open."""
        self._base = self._at = 0

    def walk(self) -> None:
        """Goes through all of it; what nothing closes ends where all ends."""
        self.feed(parsable(self.html))
        self.close()
        self._close_down_to(0, len(self.html), len(self.html))

    def opened(self, name: str, attributes: Mapping[str, str], start: int, inner: int) -> None:
        """An element begins with a tag that stands from ``start`` to ``inner``."""

    def closed(self, name: str, inner_end: int, end: int) -> None:
        """The element that was opened last of those that are open ends."""

    def handle_data(self, data: str) -> None:
        """Takes a text, as a browser reads it."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Takes a start tag."""
        self._begin(tag, attrs, tag in _VOID, len(self.get_starttag_text() or ""))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Takes a tag with a slash at its end, which says nothing but in drawings and formulas."""
        alone = tag in _VOID or any(self._number[name] for name in _FOREIGN)
        self._begin(tag, attrs, alone, len(self.get_starttag_text() or ""))

    def handle_endtag(self, tag: str) -> None:
        """Takes an end tag; one for which nothing is open says nothing."""
        if self._open and self._open[-1] == tag:
            self._open.pop()
            self._number[tag] -= 1
            self.closed(tag, self._at, self.html.find(">", self._at) + 1 or len(self.html))
        elif self._number[tag]:
            at = self._at
            above = next(at for at in reversed(range(len(self._open))) if self._open[at] == tag)
            self._close_down_to(above + 1, at, at)
            self._close_down_to(above, at, self.html.find(">", at) + 1 or len(self.html))

    def parse_starttag(self, i: int) -> int:
        """Takes a start tag that is written plainly, as most are, without the many ways in which one can be written."""
        plain = _PLAIN_START.match(self.rawdata, i)
        if plain is None or plain[1] in _RAW:
            return super().parse_starttag(i)
        attributes = _PLAIN_ATTRIBUTE.findall(plain[2]) if plain[2] else []
        self._begin(plain[1], attributes, plain[1] in _VOID, plain.end() - i)
        return plain.end()

    def parse_endtag(self, i: int) -> int:
        """Takes an end tag, in the same way."""
        plain = _PLAIN_END.match(self.rawdata, i) if self.cdata_elem is None else None
        if plain is None:
            return super().parse_endtag(i)
        self.handle_endtag(plain[1])
        return plain.end()

    def goahead(self, end: bool) -> None:
        """Takes what is left of the HTML; the parser counts from there."""
        self._base = self._at = len(self.html) - len(self.rawdata)
        super().goahead(end)

    def updatepos(self, i: int, j: int) -> int:
        """Keeps the place of what comes next, where the parser would count lines and columns."""
        self._at = self._base + j
        return j

    def _begin(self, tag: str, attrs: Sequence[tuple[str, str | None]], alone: bool, length: int) -> None:
        start = self._at
        while self._open and self._open[-1] in _ENDED_BY and tag in _ENDED_BY[self._open[-1]]:
            self._close_down_to(len(self._open) - 1, start, start)
        inner = start + length
        # Of an attribute that is given twice the first counts.
        self.opened(tag, {name: value or "" for name, value in reversed(attrs)} if attrs else {}, start, inner)
        if alone:
            self.closed(tag, inner, inner)
        else:
            self._open.append(tag)
            self._number[tag] += 1

    def _close_down_to(self, number: int, inner_end: int, end: int) -> None:
        while len(self._open) > number:
            name = self._open.pop()
            self._number[name] -= 1
            self.closed(name, inner_end, end)


class _Elements(HtmlWalk):
    """Collects the elements in the order of their ends."""

    def __init__(self, html: str) -> None:
        super().__init__(html)
        self.found: list[Element] = []
        self._starts: list[tuple[Mapping[str, str], int, int]] = []

    def opened(self, name: str, attributes: Mapping[str, str], start: int, inner: int) -> None:
        self._starts.append((attributes, start, inner))

    def closed(self, name: str, inner_end: int, end: int) -> None:
        attributes, start, inner = self._starts.pop()
        self.found.append(Element(name, attributes, start, inner, inner_end, end))


def elements(html: str) -> list[Element]:
    """All elements, in the order in which they begin."""
    walk = _Elements(html)
    walk.walk()
    return sorted(walk.found, key=lambda each: each.start)


def without(html: str, unwanted: Callable[[Element], bool]) -> str:
    """The HTML without the elements that are unwanted, and all that is in them."""
    kept, at = [], 0
    for each in elements(html):
        if each.start >= at and unwanted(each):
            kept.append(html[at : each.start])
            at = each.end
    return "".join((*kept, html[at:]))


class _Texts(HtmlWalk):
    """Collects the texts."""

    def __init__(self, html: str) -> None:
        super().__init__(html)
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        self.found.append(data)


def text_of(html: str) -> str:
    """The text of a piece of HTML, without its tags."""
    walk = _Texts(html)
    walk.walk()
    return "".join(walk.found)
