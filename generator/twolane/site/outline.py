"""Reads a finished body: its headings for the table of contents, and its texts for search.

Bodies come from our own templates, where a tag is the only thing that ``<`` can begin: everything else is escaped.
Reading them here means that a playbook's own templates need not say anything twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from twolane.links.finished_page import TITLE_ID, Heading, SearchEntry

_HEADING = re.compile(r'<h([1-6]) id="([^"]+)">(.*?)</h\1>', re.DOTALL)
"""A heading with any other attribute, such as `data-toc="no"`, can be linked to but is not listed."""
_FOUND = re.compile(r'<h([1-6]) id="([^"]+)"( data-toc="no" data-search="yes")?>(.*?)</h\1>', re.DOTALL)
"""A heading that search leads to; one that the table of contents leaves out says so, and stands for the one above."""
_SILENT = re.compile(r"<(figure|nav)\b.*?</\1>|<(\w+)[^>]* data-search=\"no\".*?</\2>", re.DOTALL)
_BREAK = re.compile(r"</?(?:p|li|td|th|tr|dt|dd|div|h[1-6]|blockquote|section|br|summary)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")
_SPACE = re.compile(r"[ \t\r\n\f]+")
"""What HTML shows as one space; one that does not break a line is not among it."""
_CHIP = re.compile(r'\s*<span class="tl-chip[^>]*>(.*?)</span>', re.DOTALL)
"""A word in a heading that is set apart by its look, which the table of contents does not have."""


def headings(body: str) -> tuple[Heading, ...]:
    """The headings below the title that have an id, as a tree."""
    found = ((level, id, _CHIP.sub(r", \1", title)) for level, id, title in _HEADING.findall(body))
    flat = [Heading(int(level), unescape(id), text_of(title)) for level, id, title in found]
    return tuple(_tree([heading for heading in flat if heading.level > 1]))


def search_entries(title: str, body: str) -> tuple[SearchEntry, ...]:
    """One entry for the top of the page and one for each heading with what follows it."""
    return tuple(_entries(title, _SILENT.sub(" ", body)))


def text_of(html: str) -> str:
    """The text of a piece of a body, on one line."""
    return _SPACE.sub(" ", unescape(_TAG.sub("", _BREAK.sub(" ", html)))).strip()


def _entries(title: str, body: str) -> Iterator[SearchEntry]:
    parts = _FOUND.split(body)
    yield SearchEntry("", title, text_of(parts[5]) if len(parts) > 5 else "")
    followed = [*parts[13::5], None]
    for id, name, text, below in zip(parts[7::5], parts[9::5], parts[10::5], followed, strict=False):
        words = text_of(text)
        if id != TITLE_ID and (words or not below):
            yield SearchEntry(unescape(id), text_of(name), words)


def _tree(flat: list[Heading]) -> Iterator[Heading]:
    while flat:
        first, *rest = flat
        below = next((at for at, each in enumerate(rest) if each.level <= first.level), len(rest))
        yield Heading(first.level, first.id, first.title, tuple(_tree(rest[:below])))
        flat = rest[below:]
