"""Gives HTML that an author wrote, or another program made, another place on a page: its ids, links and headings."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from html.parser import HTMLParser

from twolane.loading.html_parsing import parsable

_IDS = frozenset(
    (
        *("id", "for", "headers", "list", "form", "aria-labelledby", "aria-describedby", "aria-controls"),
        *("aria-owns", "aria-details", "aria-flowto", "aria-errormessage", "aria-activedescendant"),
        *("itemref", "popovertarget", "commandfor"),
    )
)
_NAMED = frozenset((("a", "name"), ("input", "name"), ("map", "name")))
_LINKS = frozenset(("href", "xlink:href", "src", "poster", "data", "usemap", "cite", "background", "longdesc"))
_SETS = frozenset(("srcset", "imagesrcset"))
_CANDIDATE = re.compile(r"([\s,]*)(\S*[^\s,])([^,]*)")
"""One address of a set, behind what stands before it, and what is said of it, such as its width."""
_REFERENCE = re.compile(r"url\(#([^)]+)\)")
_LOADED = re.compile(r"""(url\(\s*(["']?))([^\s"'].*?)(\2\s*\))""", re.IGNORECASE)
_HEADING = re.compile(r"h([1-6])")
_DROPPED = frozenset(("script", "style"))
"""They would run, or hold, for the other parts of the page too."""
_RAW = frozenset(("iframe", "noembed", "noframes", "xmp", "plaintext"))
"""In these ``&`` and ``<`` are signs like any others."""

Lead = Callable[[str], str]
"""From an address in the HTML to the one that leads there from the new place."""


class Rewriter(HTMLParser):
    """The HTML as ``done``: ids with ``prefix`` in front, links as ``lead`` says, headings ``down`` levels lower.

    Comments and scripts go; ``scripted`` says whether there were any scripts.
    """

    def __init__(self, html: str, prefix: str, lead: Lead, down: int = 0) -> None:
        super().__init__(convert_charrefs=True)
        self._prefix, self._lead, self._down = prefix, lead, down
        self._out: list[str] = []
        self._silent = ""
        self.scripted = False
        self.feed(parsable(html))
        self.close()

    @property
    def done(self) -> str:
        """The HTML for its new place."""
        return "".join(self._out)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Writes a tag."""
        self._tag(tag, attrs, ">")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Writes a tag that is closed at once."""
        self._tag(tag, attrs, " />")

    def handle_endtag(self, tag: str) -> None:
        """Writes the end of an element."""
        if self._silent:
            self._silent = "" if tag == self._silent else self._silent
        elif tag not in _DROPPED:
            self._write(f"</{self._lower(tag)}>")

    def handle_data(self, data: str) -> None:
        """Writes text as a browser reads it: ``&`` is not always the start of a name."""
        self._write(data if self.cdata_elem in _RAW else escape(data, quote=False))

    def _write(self, text: str) -> None:
        if not self._silent:
            self._out.append(text)

    def _tag(self, tag: str, attrs: list[tuple[str, str | None]], end: str) -> None:
        if tag in _DROPPED:
            self.scripted = self.scripted or tag == "script"
            self._silent = self._silent or (tag if end == ">" else "")
            return
        changed = [(name, self._value(tag, name, value)) for name, value in attrs]
        same = changed == attrs and self._lower(tag) == tag
        self._write((self.get_starttag_text() or "") if same else _written(self._lower(tag), changed, end))

    def _value(self, tag: str, name: str, value: str | None) -> str | None:
        if not value:
            return value
        if name in _IDS or (tag, name) in _NAMED:
            return " ".join(f"{self._prefix}{each}" for each in value.split())
        if name in _LINKS:
            return self._lead(value)
        if name in _SETS:
            return _CANDIDATE.sub(lambda match: match[1] + self._lead(match[2]) + match[3], value)
        if name == "style":
            return _LOADED.sub(lambda match: match[1] + self._lead(match[3]) + match[4], value)
        return _REFERENCE.sub(lambda match: f"url(#{self._prefix}{match[1]})", value)

    def _lower(self, tag: str) -> str:
        heading = _HEADING.fullmatch(tag)
        return f"h{min(6, int(heading[1]) + self._down)}" if heading else tag


def _written(tag: str, attrs: list[tuple[str, str | None]], end: str) -> str:
    told = "".join(f" {name}" if value is None else f' {name}="{escape(value)}"' for name, value in attrs)
    return f"<{tag}{told}{end}"
