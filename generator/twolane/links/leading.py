"""Decides whether an address on a hand-written page leads to anything that is in the site as its readers get it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from urllib.parse import unquote, urlsplit

from twolane.loading.html_addresses import HtmlAddresses

Leads = Callable[[str], bool]
"""Whether an address leads anywhere."""

_IGNORED = re.compile(r"[\t\r\n]")
"""What browsers take out of an address before they follow it."""


def leading(here: str, names: Iterable[str], bodies: Mapping[str, str]) -> Leads:
    """Whether addresses on the page ``here`` lead anywhere.

    ``names`` are the pages, as ``guides/open.md``, and the other files that there are; ``bodies`` the HTML of those
    pages, by name, that are made by us and whose anchors are known for that.
    """
    known = frozenset(names)

    @cache
    def ids(name: str) -> frozenset[str]:
        return frozenset(HtmlAddresses(bodies[name]).ids)

    def leads(address: str) -> bool:
        try:
            parts = urlsplit(_IGNORED.sub("", address).strip())
        except ValueError:  # No browser can follow it either.
            return True
        if parts.scheme or parts.netloc or not parts.path:
            return True
        places = tuple(_places(unquote(parts.path), here))
        found = next((name for place in places for name in _files(place) if name in known), None)
        if found is None:
            return all(place.split("/", 1)[0] == ".." for place in places)
        anchor = unquote(parts.fragment)
        return not anchor or found not in bodies or anchor in ids(found)

    return leads


def _places(path: str, here: str) -> Iterator[str]:
    """The places below the root that a path may mean, as written beside the page's file and beside what it becomes."""
    starts = ("",) if path.startswith("/") else (posixpath.dirname(here), here.removesuffix(".md"))
    for start in starts:
        yield posixpath.normpath(posixpath.join(start, path.lstrip("/")))


def _files(place: str) -> Iterator[str]:
    """The files that a place may mean: itself, or the page that is shown there."""
    stem = re.sub(r"\.(?:md|html)$", "", place)
    folder = posixpath.dirname(stem) if posixpath.basename(stem) == "index" else stem
    yield from (place, f"{stem}.md", *(posixpath.normpath(f"{folder}/{name}.md") for name in ("index", "README")))
