"""What a text holds besides words: links, HTML and characters that nobody sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

_NAMES = """
    a abbr acronym address applet area article aside audio b base bdi bdo big blink blockquote body br button canvas
    caption center circle cite code col colgroup data datalist dd del details dfn dialog dir div dl dt ellipse em embed
    fieldset figcaption figure font footer foreignobject form frame frameset g h1 h2 h3 h4 h5 h6 head header hgroup hr
    html i iframe image img input ins kbd label legend li line link main map mark marquee math menu meta meter nav
    noframes noscript object ol optgroup option output p param path picture plaintext polygon portal pre progress q rect
    rp rt ruby s samp script search section select slot small source span strike strong style sub summary sup svg table
    tbody td template text textarea tfoot th thead time title tr track tt u ul use var video wbr xmp
"""
HTML_NAMES = frozenset(_NAMES.split())
"""Elements of HTML and the usual ones of SVG: ``<customer>`` is a gap to fill in, ``<b>`` is not."""

_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)(?=[\s/>])[^<>]*>|<!--|<!DOCTYPE\b|<\?(?=\w)", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"\s[A-Za-z-]+\s*=")
_WORTH_READING = re.compile(r"<[A-Za-z/!?]|\]\(|\]:")
_LONGEST = 50_000
_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_OUTSIDE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|\\|%5C", re.IGNORECASE)
_SAFE = re.compile(r"https?://[^/?#\s]|mailto:\S", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Markup:
    """The targets of links and pictures in a text of Markdown, and its HTML tags, in order."""

    targets: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


def is_plain(text: str) -> bool:
    """Whether there is certainly neither link nor HTML nor an invisible character in ``text``."""
    if "<" in text or "](" in text or "]:" in text:
        return False
    return not invisible(text)


def html_tags(text: str) -> Iterator[str]:
    """The HTML tags in a text that is no Markdown."""
    if "<" in text:
        yield from (match[0] for match in _TAG.finditer(text) if _is_html(match))


def markup(text: str) -> Markup:
    """What is in a text of Markdown; code in it is only shown, so it does not count."""
    return _markup(text) if _WORTH_READING.search(text) and len(text) <= _LONGEST else Markup()


def invisible(text: str) -> str:
    """The first control or bidirectional character of ``text`` as ``U+202E``; empty where there is none."""
    if text.isascii() and text.isprintable():
        return ""
    found = _INVISIBLE.search(text)
    return f"U+{ord(found[0]):04X}" if found else ""


def is_outside(target: str) -> bool:
    """Whether an address leads out of the playbook, safely or not."""
    return _OUTSIDE.match(target) is not None


def is_unsafe(target: str) -> bool:
    """Whether an address leads elsewhere than to a web page, an e-mail address or into the playbook."""
    return is_outside(target) and not _SAFE.match(target)


@lru_cache(maxsize=4096)
def _markup(text: str) -> Markup:
    tokens = list(_inside(_reader().parse(text)))
    targets = (str(token.attrGet("href") or token.attrGet("src") or "") for token in tokens if _leads(token))
    written = (token.content for token in tokens if token.type in ("html_inline", "html_block"))
    return Markup(tuple(targets), tuple(tag for content in written for tag in html_tags(content)))


def _is_html(tag: re.Match[str]) -> bool:
    return tag[1] is None or tag[1].lower() in HTML_NAMES or bool(_ATTRIBUTE.search(tag[0]))


def _leads(token: Token) -> bool:
    return token.type in ("link_open", "image")


def _inside(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _inside(token.children or [])


@lru_cache(maxsize=1)
def _reader() -> MarkdownIt:
    """A reader that takes every address for a link and sees HTML, so that both can be judged."""
    reader = MarkdownIt("commonmark", {"html": True}).enable("table")
    reader.validateLink = lambda url: True  # type: ignore[method-assign]  # the library offers no other way
    return reader
