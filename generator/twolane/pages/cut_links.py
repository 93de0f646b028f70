"""Takes the links out of a hand-written page that lead to what its readers do not get; their words stay as text."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from html import unescape
from urllib.parse import unquote, urlsplit

Leads = Callable[[str], bool]
"""Whether an address leads anywhere."""

_TITLE = r"""(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?"""
_ATTRIBUTES = r"(?:\{[^{}\n]*\})?"
_INLINE = re.compile(rf"(?<!\\)\]\(\s*(<[^<>\n]*>|[^\s()<>]+(?:\([^\s()]*\)[^\s()]*)*){_TITLE}\s*\){_ATTRIBUTES}")
"""What follows the words of a link, or of a picture."""
_DEFINITION = re.compile(
    rf"^[ ]{{0,3}}\[([^\[\]\n^][^\[\]\n]*)\]:[ \t]*\n?[ \t]*(<[^<>\n]*>|\S+){_TITLE}[ \t]*(?:\n|\Z)", re.MULTILINE
)
"""Where a link's address stands apart from it; a footnote looks alike but for its sign."""
_USE = re.compile(rf"!?\[([^\[\]]+)\](?:[ ]?\[([^\[\]\n]*)\])?(?![:(\[]){_ATTRIBUTES}")
_HTML = re.compile(r"<a\b[^<>]*?\bhref\s*=\s*([\"'])(.*?)\1[^<>]*>(.*?)</a\s*>", re.DOTALL | re.IGNORECASE)
_ID = re.compile(r' id="([^"]+)"')


def without_dead_links(text: str, leads: Leads) -> str:
    """The Markdown of a page in which each link that leads nowhere is its words, a picture what it shows."""
    text = _HTML.sub(lambda match: match[0] if leads(unescape(match[2])) else match[3], text)
    text = _without_inline(text, leads)
    dead = {_label(name) for name, target in _DEFINITION.findall(text) if not leads(target.strip("<>"))}
    if not dead:
        return text
    text = _DEFINITION.sub(lambda match: "" if _label(match[1]) in dead else match[0], text)
    return _USE.sub(lambda match: match[1] if _label(match[2] or match[1]) in dead else match[0], text)


def _without_inline(text: str, leads: Leads) -> str:
    """From the end to the start, so that what stands before a link keeps its place."""
    for match in reversed(list(_INLINE.finditer(text))):
        start = _opening(text, match.start())
        if start is not None and not leads(match[1].strip("<>")):
            words = text[start + 1 : match.start()]
            before = text[:start].removesuffix("!")
            text = before + words + text[match.end() :]
    return text


def _opening(text: str, end: int) -> int | None:
    """Where the bracket opens that closes at ``end``; links do not reach over empty lines."""
    depth = 0
    for at in range(end, max(text.rfind("\n\n", 0, end), -1), -1):
        if text[at - 1 : at] != "\\":
            depth += {"]": 1, "[": -1}.get(text[at], 0)
        if depth == 0:
            return at
    return None


def _label(name: str) -> str:
    return " ".join(name.split()).casefold()


def leading(here: str, names: Iterable[str], bodies: Mapping[str, str]) -> Leads:
    """Whether addresses on the page ``here`` lead anywhere.

    ``names`` are the pages, as ``guides/open.md``, and the other files that there are; ``bodies`` the HTML of those
    pages, by name, that are made by us and whose anchors are known for that.
    """
    known = frozenset(names)

    @cache
    def ids(name: str) -> frozenset[str]:
        return frozenset(map(unescape, _ID.findall(bodies[name])))

    def leads(address: str) -> bool:
        parts = urlsplit(address)
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
