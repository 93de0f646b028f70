"""Decides whether an address on a hand-written page leads to anything that is in the site as its readers get it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape
from urllib.parse import quote, unquote, urlsplit

from twolane.loading.html_addresses import HtmlAddresses

Leads = Callable[[str], bool]
"""Whether an address leads anywhere."""

_IGNORED = re.compile(r"[\t\r\n]")
"""What browsers take out of an address before they follow it."""
_ABOVE = re.compile(r"^(?:\.\./)+")


def leading(here: str, names: Iterable[str], bodies: Mapping[str, str]) -> Leads:
    """Whether addresses on the page ``here`` lead anywhere, in a site of which only the files are known.

    ``names`` are the pages, as ``guides/open.md``, and the other files that there are; ``bodies`` the HTML of those
    pages, by name, that are made by us and whose anchors are known for that.
    """
    return Destinations(frozenset(names), bodies).seen_from(here)


@dataclass(frozen=True)
class Destinations:
    """All that can be linked to: pages and files by name, and where each is shown, as far as that is known."""

    names: frozenset[str]
    bodies: Mapping[str, str]
    """The HTML of those pages, by name, that are made by us and whose anchors are known for that."""
    shown: Mapping[str, str] = field(default_factory=dict)
    """The name by the address in the site, which another plugin may have changed."""
    _ids: dict[str, frozenset[str]] = field(default_factory=dict, compare=False)

    def seen_from(self, here: str, url: str | None = None) -> Leads:
        """Whether addresses lead anywhere on the page of that name, which is shown at ``url``."""

        def leads(address: str) -> bool:
            parts = _parts(address)
            if parts is None:
                return True
            path, anchor = parts
            places = tuple(_places(path, here))
            found = self._found(places[0], None if url is None else place_in_site(path, url), places)
            if found is None:
                return all(is_outside(place) for place in places)
            return not anchor or found not in self.bodies or anchor in self._ids_of(found)

        return leads

    def _found(self, beside_file: str, beside_page: str | None, places: Iterable[str]) -> str | None:
        """The name of what is meant: as MkDocs reads the address, as browsers do, or as one could."""
        if beside_file in self.names:
            return beside_file
        if beside_page is not None and beside_page in self._by_place:
            return self._by_place[beside_page]
        return next((name for place in places for name in _files(place) if name in self.names), None)

    @cached_property
    def _by_place(self) -> Mapping[str, str]:
        return {place_in_site(unquote(url), ""): name for url, name in self.shown.items()}

    def _ids_of(self, name: str) -> frozenset[str]:
        if name not in self._ids:
            self._ids[name] = frozenset(HtmlAddresses(self.bodies[name]).ids)
        return self._ids[name]


@dataclass(frozen=True)
class LeftOut:
    """What is not in a site though it was written for it."""

    places: frozenset[str]
    """Where it would be: the files, and where each would be shown."""
    site: str = ""
    """The address of the whole site, with which an address of its own may begin."""

    @classmethod
    def of(cls, names: Iterable[str], urls: Iterable[str], site: str) -> LeftOut:
        """Files by their names, and what a site that has them shows at these addresses."""
        shown = (place_in_site(unquote(url), "") for url in urls)
        return cls(frozenset((*names, *shown)), f"{site.rstrip('/')}/")

    def seen_from(self, url: str, source: str) -> Leads:
        """Whether addresses on the finished page lead anywhere else, as seen from there and from its source.

        What would lie above the site counts as lying at its top, since it was written as seen from another page.
        """
        root = urlsplit(self.site).path

        def leads(address: str) -> bool:
            below = address.strip().removeprefix(self.site if self.site != "/" else "")
            parts = _parts(address if below == address.strip() else f"{root}{below}")
            if parts is None:
                return True
            path = f"/{parts[0].removeprefix(root)}" if parts[0].startswith(root) else parts[0]
            places = (place_in_site(path, from_there) for from_there in (url, quote(source)))
            return self.places.isdisjoint(_ABOVE.sub("", place) for place in places)

        return leads

    def is_near(self, text: str) -> bool:
        """Whether a text could hold an address of it; looking closely takes longer."""
        plain = unquote(unescape(_IGNORED.sub("", text)))
        return any(posixpath.basename(place) in plain for place in self.places)


def is_outside(place: str) -> bool:
    """Whether a place lies above the top of the site."""
    return place.split("/", 1)[0] == ".."


def place_in_site(path: str, url: str) -> str:
    """Where a path on the page at ``url`` leads, without the name that each folder's own page has."""
    folder = "" if path.startswith("/") else posixpath.dirname(unquote(url))
    place = posixpath.normpath(posixpath.join(folder, path.lstrip("/")))
    return (posixpath.dirname(place) or ".") if posixpath.basename(place) == "index.html" else place


def _parts(address: str) -> tuple[str, str] | None:
    """Path and anchor of an address; none where it leads to another site, into its own page, or nowhere at all."""
    try:
        parts = urlsplit(_IGNORED.sub("", address).strip())
    except ValueError:  # No browser can follow it either.
        return None
    if parts.scheme or parts.netloc or not parts.path:
        return None
    return unquote(parts.path), unquote(parts.fragment)


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
