"""Says how long a page takes to read, and whether it has changed, from finished pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from math import ceil

from twolane.links.addresses import Address
from twolane.links.finished_page import Heading, Page

WORDS_A_MINUTE = 200


@dataclass(frozen=True, slots=True)
class PageTexts:
    """The texts that a path can lead to: finished ``pages`` by path, and what a hand-written page says."""

    pages: Mapping[str, Page]
    hand_written: Mapping[str, str]

    def at(self, address: Address) -> str:
        """What stands at an address: a page, or the part of it below the heading with that anchor."""
        page = self.pages.get(address.page)
        written = self.hand_written.get(address.page, "")
        if page is None:
            return written
        parts = _below(page.headings, address.anchor) if address.anchor else frozenset[str]()
        own = (f"{each.title} {each.text}" for each in page.search if not parts or each.anchor in parts)
        return "\n".join((*own, *((written,) if written and not parts else ())))


def minutes(text: str) -> int:
    """How long a text takes to read at 200 words a minute, in whole minutes, begun ones counted; at least 1."""
    return max(1, ceil(len(text.split()) / WORDS_A_MINUTE))


def mark(text: str) -> str:
    """A short sign that differs when a text does, apart from white space."""
    return sha256(" ".join(text.split()).encode()).hexdigest()[:12]


def _below(headings: Iterable[Heading], anchor: str) -> frozenset[str]:
    """The ids of the heading of that id and of all below it."""
    for heading in headings:
        if heading.id == anchor:
            return frozenset(_ids(heading))
        found = _below(heading.children, anchor)
        if found:
            return found
    return frozenset()


def _ids(heading: Heading) -> Iterable[str]:
    yield heading.id
    for child in heading.children:
        yield from _ids(child)
