"""The ids that Python-Markdown gives to the headings of a page, as its extension `toc` makes them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

_ATTRIBUTES = re.compile(r"(?<![ \t])[ \t]++\{:?([^{}\n]*+)\}[ \t]*+$")
_ID = re.compile(r"(?:^|\s)(?:#|id=[\"']?)([^\s\"'}]+)")
_BRACES = re.compile(r"\{[^{}\n]*+\}")
_ANY_ID = re.compile(r"(?:#|\bid=[\"']?)([^\s\"'{}]++)")
_EMOJI = re.compile(r":[\w+-]++:")
_NUMBERED = re.compile(r"(.*)_([0-9]{1,18})")
"""An id with a number behind it; Python makes no numbers of thousands of digits."""


def explicit_ids(text: str) -> frozenset[str]:
    """The ids that braces behind a heading, a paragraph or a link give (`attr_list`)."""
    return frozenset(id for braces in _BRACES.findall(text) for id in _ANY_ID.findall(braces))


def heading_ids(headings: Iterable[str], taken: Iterable[str]) -> Iterator[str]:
    """The ids of the headings with these texts, in their order; ``taken`` are those of other elements.

    A name of an emoji may become a picture, which has no letters, so that both ways count.
    """
    used, last = set(taken), dict[str, int]()
    for heading in headings:
        braces = _ATTRIBUTES.search(heading)
        own = _ID.search(braces[1]) if braces else None
        words = heading[: braces.start()] if braces else heading
        yield own[1] if own else _unique(slug(words), used, last)
        if _EMOJI.search(words):
            yield slug(_EMOJI.sub("", words))


def without_attributes(heading: str) -> str:
    """The words of a heading without the braces behind them."""
    return _ATTRIBUTES.sub("", heading)


def slug(text: str) -> str:
    """The words of a heading as an id."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())


def _unique(id: str, used: set[str], last: dict[str, int]) -> str:
    """The id, with a number behind it where it is taken; ``last`` are the numbers given so far."""
    if not id or id in used:
        numbered = _NUMBERED.fullmatch(id)
        base, number = (numbered[1], int(numbered[2])) if numbered else (id, 0)
        number = max(number, last.get(base, 0)) + 1
        while f"{base}_{number}" in used:
            number += 1
        last[base], id = number, f"{base}_{number}"
    used.add(id)
    return id
