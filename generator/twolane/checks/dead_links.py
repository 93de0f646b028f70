"""Decides whether a link of a page written by hand leads anywhere, and what to write where it does not."""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property
from urllib.parse import quote, unquote, urlsplit

from twolane.checks.site_map import SiteMap
from twolane.model.written_page import Form, Link, WrittenPage
from twolane.wording.quoting import short
from twolane.wording.spoken_language import translated, worded

_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_FILLED_IN = re.compile(r"\{\{|\{%")
"""What another plugin fills in before the page is read."""
_FREE_ANCHOR = re.compile(r"__|fn(ref)?:|:~:|top$", re.IGNORECASE)
"""What footnotes, tabs, code and browsers bring along."""
_NO_NAME = re.compile(r"[*{]|\.\.\.|^/|/\Z")
"""What a navigation may hold besides names: patterns, folders, and addresses at the top of the server."""
_PAGE = re.compile(r"\.(?:md|html?)$|/$", re.IGNORECASE)
_SHORT, _LONGEST, _MOST = 6, 200, 100_000
"""Letters below which one other letter is alike; characters of a path, and number of comparisons, above which nothing
is looked for, since comparing takes time."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a link, and what to do."""

    message: str
    hint: str


@dataclass
class DeadLinks:
    """Judges links; ``from_root`` says that the engine leads a link with a `/` in front from the folder of pages.

    ``unsure`` says that pages may be missing because a definition could not be read.
    """

    site: SiteMap
    from_root: bool = False
    unsure: bool = False
    _compared: int = field(default=0, init=False)
    _anchors: dict[str, Mapping[str, str]] = field(default_factory=dict, init=False)
    """By page its ids by their small letters."""

    def fault(self, page: WrittenPage, link: Link) -> Fault | None:
        """What is wrong with a link of ``page``; nothing where it leads out of the site, or to what is there."""
        if not link.target or _OUTSIDE.match(link.target) or _FILLED_IN.search(unquote(link.target)):
            return None
        try:
            parts = urlsplit(link.target)
        except ValueError:
            return None
        path, anchor = unquote(parts.path), unquote(parts.fragment)
        found = self._found(page, link, path) if path else page.path
        if not found:
            return None if self._may_be_missing(path) else self._nowhere(page, link, path)
        return self._without_anchor(page, found, link.target, anchor)

    def target_fault(self, target: str) -> Fault | None:
        """What is wrong with a page or file that the navigation names."""
        if _OUTSIDE.match(target) or _NO_NAME.search(target):
            return None
        if self.site.has(target) or self._may_be_missing(target):
            return None
        meant = self._meant("", target)
        hint = (
            worded("did you mean `{meant}`?", meant=meant)
            if meant
            else "put it among the hand-written pages, or take this entry out"
        )
        return Fault(_missing(target, target), hint)

    def _found(self, page: WrittenPage, link: Link, path: str) -> str:
        """The name of what a link leads to on the finished site; empty where that is nothing."""
        if path.startswith("/"):
            by_engine = path.strip("/") if self.from_root and link.form is Form.MARKDOWN else ""
            return by_engine if by_engine and self.site.has(by_engine) else ""
        source = _joined(page.path, path).rstrip("/")
        if link.form is Form.MARKDOWN and self.site.has(source):
            return source
        built = _joined(self.site.url(page.path), path)
        return "" if _leads_out(built) else self.site.at(built)

    def _may_be_missing(self, path: str) -> bool:
        """Whether it may be a page of a definition that could not be read."""
        return self.unsure and _is_page(path)

    def _without_anchor(self, page: WrittenPage, found: str, target: str, anchor: str) -> Fault | None:
        if not anchor or _FREE_ANCHOR.match(anchor) or not found.endswith(".md"):
            return None
        anchors = self.site.anchors(found)
        if anchors is None or anchor in anchors:
            return None
        near = self._near_anchor(anchor.lower(), found, anchors)
        where = translated("this page") if found == page.path else f"“{short(found)}”"
        hint = (
            worded("did you mean `#{near}`?", near=near)
            if near
            else "link to the page alone, or to the words of a heading there"
        )
        return Fault(
            worded(
                "nothing on {where} has the name “#{anchor}”, so the link ends at its top",
                where=where,
                anchor=short(anchor),
            ),
            hint,
        )

    def _near_anchor(self, anchor: str, page: str, anchors: Collection[str]) -> str:
        """The one that holds the letters of ``anchor``, or is spelled nearly so."""
        if not self._may_compare(len(anchors)):
            return ""
        if page not in self._anchors:
            self._anchors[page] = {each.lower(): each for each in sorted(anchors)}
        known = self._anchors[page]
        holding = [each for each in known if anchor in each]
        return known[holding[0]] if len(holding) == 1 else _alike(anchor, known)

    def _nowhere(self, page: WrittenPage, link: Link, path: str) -> Fault:
        if "\n" in link.target:
            return _over_lines(link.target)
        meant = self._meant(page.path, path)
        if not meant:
            return Fault(_missing(link.target, path), _outside_hint(page, path))
        href = self._href(page, link, meant)
        if path.startswith("/"):
            message = worded(
                "“{target}” leads to the top of the server, where the playbook need not stand",
                target=_shown(link.target),
            )
            return Fault(message, worded("write `{href}`", href=href))
        if link.form is Form.HTML and _joined(page.path, path) == meant:
            message = worded(
                "“{target}” stands in HTML, where nothing turns it into the address of the page",
                target=_shown(link.target),
            )
            return Fault(message, worded("write `{href}`, or make it a link of Markdown", href=href))
        return Fault(_missing(link.target, path), worded("did you mean `{href}`?", href=href))

    def _href(self, page: WrittenPage, link: Link, meant: str) -> str:
        """How to write a link to ``meant`` on ``page``."""
        by_engine = link.form is Form.MARKDOWN
        here = page.path if by_engine else self.site.url(page.path)
        there = meant if by_engine or not meant.endswith(".md") else self.site.url(meant)
        way = posixpath.relpath(f"/{there}", f"/{posixpath.dirname(here)}")
        anchor = urlsplit(link.target).fragment
        return quote(way) + ("/" if there.endswith("/") else "") + (f"#{anchor}" if anchor else "")

    def _meant(self, here: str, path: str) -> str:
        """The page or file that was probably meant: written in another form, of that name elsewhere, spelled alike."""
        path = path.replace("\\", "/")
        for start in dict.fromkeys((_joined(here, path), _joined("", path.lstrip("/")))):
            stem = re.sub(r"\.(?:md|html?)$", "", start, flags=re.IGNORECASE)
            for name in (start, f"{stem}.md", f"{stem}/index.md", f"{stem}/README.md"):
                if not _leads_out(name) and self.site.has(name):
                    return name
        return self._called_alike(_joined(here, path).rstrip("/"))

    def _called_alike(self, path: str) -> str:
        """The one whose file is called so, or nearly so; of several the one in the folder that is most alike."""
        named = self._by_stem.get(_stem(path), ())
        # One of that very name is found at once.
        if len(named) != 1 and not self._may_compare(len(named) or len(self._stems)):
            return ""
        named = named or self._by_stem.get(_alike(_stem(path), self._stems), ())
        several = [name for name in named if _is_page(name) == _is_page(path)]
        if len(several) < 2:
            return next(iter(several), "")
        return _alike(path.lower(), {name.lower(): name for name in several}, 0.6)

    def _may_compare(self, number: int) -> bool:
        """Whether one more dead link may be compared with so many others."""
        enough = self._compared > _MOST
        self._compared += number
        return not enough

    @cached_property
    def _by_stem(self) -> Mapping[str, list[str]]:
        """Names by how their files are called, without what says of which kind they are."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for name in self.site.names():
            found[_stem(name)].append(name)
        return found

    @cached_property
    def _stems(self) -> Mapping[str, str]:
        return {stem: stem for stem in self._by_stem if stem not in ("index", "readme")}


def _alike(word: str, known: Mapping[str, str], cutoff: float = 0.75) -> str:
    if len(word) > _LONGEST:
        return ""
    cutoff = min(cutoff, 0.66) if len(word) < _SHORT else cutoff
    return next((known[each] for each in get_close_matches(word, known, n=1, cutoff=cutoff)), "")


def unsafe(pages: tuple[WrittenPage, ...]) -> Iterator[tuple[WrittenPage, Link]]:
    """The links that run something, or that lead to a disk that only its author has."""
    for page in pages:
        yield from ((page, link) for link in page.links if _runs(link))


def _runs(link: Link) -> bool:
    target = re.sub(r"[\x00-\x20]", "", unquote(link.target)).lower()
    if target.startswith("data:"):
        return not link.picture
    return re.match(r"javascript:|vbscript:|file:|[a-z]:[\\/]", target) is not None


def _joined(here: str, path: str) -> str:
    """A path as seen from ``here``, below the root; one that leads to a folder ends with `/`."""
    place = posixpath.normpath(posixpath.join(posixpath.dirname(here), path))
    place = "" if place == "." else place
    return f"{place}/" if path.endswith("/") and place else place


def _leads_out(path: str) -> bool:
    """Whether a path leads out of the folder that it is seen from; a name may begin with two dots."""
    return path.split("/", 1)[0] == ".."


def _shown(target: str) -> str:
    """An address as its author reads it."""
    return short(unquote(target))


def _stem(path: str) -> str:
    return posixpath.splitext(posixpath.basename(path))[0].lower()


def _is_page(path: str) -> bool:
    return bool(_PAGE.search(path)) or "." not in posixpath.basename(path)


def _missing(target: str, path: str) -> str:
    kind = "page" if _is_page(path) else "file"
    return worded("the playbook has no {kind} “{target}”", kind=kind, target=_shown(target))


def _over_lines(target: str) -> Fault:
    """Of an address in which a line ends, which nobody reads as a blank."""
    message = worded("the address “{target}” goes on over the end of a line, and leads nowhere", target=_shown(target))
    return Fault(message, "write it on one line; if it is to be no link, write `\\(` for its `(`")


def _outside_hint(page: WrittenPage, path: str) -> str:
    if _leads_out(_joined(page.path, path)):
        return "it would lie outside the hand-written pages: put it among them, or mend the link"
    if path.startswith("/"):
        return "write the way from this page; an address of another site begins with https://"
    if re.match(r"www\.|[\w-]+\.(com|org|net|eu|de|io|co\.uk)(/|$)", path, re.IGNORECASE):
        return worded("an address of another site begins with https://: `https://{path}`", path=path)
    if re.fullmatch(r"[^@\s/]+@[^@\s/]+\.\w+", path):
        return worded("an e-mail address begins with mailto: `mailto:{path}`", path=path)
    place = _joined(page.path, path).rstrip("/")
    place = f"{re.sub(_PAGE, '', place)}.md" if _is_page(path) else place
    return worded("put it among the hand-written pages as `{place}`, or mend the link", place=place)
