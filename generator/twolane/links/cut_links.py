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
_HTML = re.compile(r"<a\b([^<>]*)>((?:(?!</?a\b).)*)</a\s*>", re.DOTALL | re.IGNORECASE)
"""A link, as its attributes and its words, among which there is no other one."""
_HREF = re.compile(r"""\bhref\s*=\s*("[^"<>]*"|'[^'<>]*')""", re.IGNORECASE)
_BRACKET = re.compile(r"\\[\[\]]|[\[\]]|\n\n")
"""A bracket, an escaped one, or an empty line."""
_ID = re.compile(r' id="([^"]+)"')


def without_dead_links(text: str, leads: Leads) -> str:
    """The Markdown of a page in which each link that leads nowhere is its words, a picture what it shows."""
    text = _HTML.sub(lambda match: match[0] if _leads_on(match[1], leads) else match[2], text)
    text = _without_inline(text, leads)
    dead = {_label(name) for name, target in _DEFINITION.findall(text) if not leads(target.strip("<>"))}
    if not dead:
        return text
    text = _DEFINITION.sub(lambda match: "" if _label(match[1]) in dead else match[0], text)
    return _USE.sub(lambda match: match[1] if _label(match[2] or match[1]) in dead else match[0], text)


def _leads_on(attributes: str, leads: Leads) -> bool:
    """Whether what has these attributes is no link, or one that leads anywhere."""
    found = _HREF.search(attributes)
    return found is None or leads(unescape(found[1][1:-1]))


def _without_inline(text: str, leads: Leads) -> str:
    openings, cut = _openings(text), list[tuple[int, int]]()
    for match in _INLINE.finditer(text):
        start = openings.get(match.start())
        if start is not None and not leads(match[1].strip("<>")):
            cut += [(start - (text[max(start - 1, 0) : start] == "!"), start + 1), match.span()]
    kept, at = [], 0
    for begin, end in sorted(cut):
        kept.append(text[at:begin])
        at = max(at, end)
    return "".join((*kept, text[at:]))


def _openings(text: str) -> dict[int, int]:
    """From where each bracket closes to where it opens; links do not reach over empty lines."""
    found, opened = dict[int, int](), list[int]()
    for match in _BRACKET.finditer(text):
        if match[0] == "[":
            opened.append(match.start())
        elif match[0] == "]" and opened:
            found[match.start()] = opened.pop()
        elif match[0] == "\n\n":
            opened.clear()
    return found


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
