"""Takes the links out of HTML that lead to what its readers do not get; their words stay as text."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from html import escape
from html.parser import HTMLParser
from typing import NamedTuple

from twolane.links.attribute_addresses import FOLLOWED, addresses_in
from twolane.links.leading import Leads
from twolane.loading.html_parsing import parsable

_ATTRIBUTE = re.compile(r"""[\s/]*([^\s/>=][^\s/>=]*)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"'][^\s>]*))?""")

Attributes = list[tuple[str, str | None]]
Edit = tuple[int, int, str]
"""From where to where a text is replaced, and what by."""


class TagEdit(NamedTuple):
    """The edit of a tag or comment, and where something could be put into it; nowhere in the end of a link."""

    edit: Edit
    mark: int | None = None


def without_dead_links(html: str, leads: Leads, comment: Callable[[str], str] = str) -> str:
    """The HTML in which each link that leads nowhere is its words, a picture what it shows.

    ``comment`` gives what stays of the text of a comment. All else is the same to the letter.
    """
    return edited(html, (each.edit for each in DeadTags(leads, comment).edits(html)))


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with the edits; one that begins inside of another is left out."""
    kept, at = [], 0
    for begin, end, new in sorted(edits):
        if begin >= at:
            kept += [text[at:begin], new]
            at = end
    return "".join((*kept, text[at:]))


class DeadTags:
    """Finds the tags to cut in pieces of HTML that follow each other: a link may end in another piece."""

    def __init__(self, leads: Leads, comment: Callable[[str], str] = str) -> None:
        self._leads, self._comment = leads, comment
        self._in_dead = False

    def edits(self, html: str) -> list[TagEdit]:
        """What to change in the next piece."""
        reader = _Reader(html, self._leads, self._comment, self._in_dead)
        self._in_dead = reader.in_dead
        return reader.edits


class _Reader(HTMLParser):
    """Reads one piece; ``in_dead`` says whether a link that is cut is open at its beginning, then at its end."""

    def __init__(self, html: str, leads: Leads, comment: Callable[[str], str], in_dead: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.edits: list[TagEdit] = []
        self.in_dead = in_dead
        self._html, self._leads, self._comment = html, leads, comment
        self._lines = [0]
        for line in html.split("\n"):
            self._lines.append(self._lines[-1] + len(line) + 1)
        self.feed(parsable(html))
        self.close()

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        """Takes a start tag; a link within a link ends the outer one, as in browsers."""
        dead = {name for name, value in attrs if value and not self._lead(tag, name, value)}
        if tag == "a":
            self.in_dead = not dead.isdisjoint(FOLLOWED)
        if not dead:
            return
        if tag == "a" and self.in_dead:
            self._replace(tag, "")
        elif tag == "img" and "src" in dead:
            self._replace(tag, escape(dict(reversed(attrs)).get("alt") or "", quote=False))
        else:
            self._replace(tag, _without(self.get_starttag_text() or "", tag, dead))

    def handle_endtag(self, tag: str) -> None:
        """Takes an end tag."""
        if tag == "a" and self.in_dead:
            self.in_dead = False
            at = self._place()
            self.edits.append(TagEdit((at, self._html.find(">", at) + 1 or len(self._html), "")))

    def handle_comment(self, data: str) -> None:
        """Takes a comment, which nobody sees on the page but whoever reads its source."""
        # Of the signs around it the parser is told other ones, and a section has shorter ones.
        at = self._place() + (4 if self._html.startswith("<!--", self._place()) else 2)
        written = self._html[at : at + len(data)]
        kept = self._comment(written)
        if kept != written:
            self.edits.append(TagEdit((at, at + len(written), kept), at))

    def _lead(self, tag: str, name: str, value: str) -> bool:
        if name == "srcdoc":
            return not DeadTags(self._leads).edits(value)
        return all(map(self._leads, addresses_in(tag, name, value)))

    def _replace(self, tag: str, new: str) -> None:
        at = self._place()
        self.edits.append(TagEdit((at, at + len(self.get_starttag_text() or ""), new), at + len(tag) + 1))

    def _place(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column


def _without(written: str, tag: str, dead: Collection[str]) -> str:
    """A start tag without some of its attributes; the others stay as they are written, and so does its end."""
    spans = (found.span() for found in _ATTRIBUTE.finditer(written, len(tag) + 1) if found[1].lower() in dead)
    # Without a blank a slash, or the next attribute, would belong to the one before.
    return edited(written, ((begin, end, "" if written[end : end + 1] in "> \n" else " ") for begin, end in spans))
