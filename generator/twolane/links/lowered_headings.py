"""Moves the headings of what was written by hand one level down, below a title that is not its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from markdown_it.token import Token

from twolane.links.html_elements import elements
from twolane.loading.markdown_parsing import markdown_parser

_HEADING = re.compile(r"h[1-6]")
_LAST = 6
_SIGN = re.compile(r"(?:[ \t]*>)*[ \t]*(?:(?:[-*+]|\d+[.)])[ \t]+)?(#{1,6})")
"""The sign of a heading in its line, which may stand in a quotation or a list."""
_UNSPACED = re.compile(r"^(#{1,6})(?=[^#\s])", re.MULTILINE)
"""A heading without a blank behind its sign, which Python-Markdown takes for one all the same."""
_FRAME = re.compile(r"(?:[ \t]*>)*[ \t]*")


def has_title(html: str) -> bool:
    """Whether HTML has a heading of the first level."""
    return "<h1" in html.lower() and any(each.name == "h1" for each in elements(html))


def lowered(html: str) -> str:
    """The HTML, whose headings go one level down where one of them is of the first; ids stay."""
    if not has_title(html):
        return html
    places: list[int] = []
    for each in elements(html):
        if _HEADING.fullmatch(each.name) and int(each.name[1]) < _LAST:
            places.append(each.start + len("<h"))
            places += [each.inner_end + len("</h")] if each.end > each.inner_end else []
    return _with_next_figures(html, places)


def _with_next_figures(text: str, places: list[int]) -> str:
    signs = list(text)
    for at in places:
        signs[at] = str(int(signs[at]) + 1)
    return "".join(signs)


def has_markdown_title(text: str) -> bool:
    """Whether Markdown, without front matter, has a heading of the first level."""
    return any(level == 1 for level in _levels(text))


def lowered_markdown(text: str) -> str:
    """Markdown, without front matter, whose headings go one level down where one of them is of the first."""
    if not has_markdown_title(text):
        return text
    lines = text.split("\n")
    gone: set[int] = set()
    for token, inside in _blocks(text):
        first, end = token.map or (0, 0)
        if token.type == "heading_open" and token.markup.startswith("#"):
            lines[first] = _SIGN.sub(_longer, lines[first], count=1)
        elif token.type == "heading_open":
            lines[first] = _underlined(lines[first : end - 1], token.markup)
            gone.update(range(first + 1, end))
        elif token.type == "html_block":
            lines[first:end] = lowered_tags("\n".join(lines[first:end])).split("\n")
        elif token.type == "paragraph_open" and inside and _UNSPACED.search(inside.content):
            lines[first:end] = (_SIGN.sub(_longer, each) if _is_unspaced(each) else each for each in lines[first:end])
    return "\n".join(line for number, line in enumerate(lines) if number not in gone)


def lowered_tags(html: str) -> str:
    """A piece of HTML with the headings in it one level down, whether or not one is of the first."""
    return re.sub(r"(</?h)([1-5])\b", lambda match: f"{match[1]}{int(match[2]) + 1}", html, flags=re.IGNORECASE)


def _blocks(text: str) -> Iterator[tuple[Token, Token | None]]:
    tokens = markdown_parser().parse(text, {})
    yield from zip_longest(tokens, tokens[1:])


def _levels(text: str) -> Iterator[int]:
    for token, inside in _blocks(text):
        if token.type == "heading_open":
            yield int(token.tag[1])
        elif token.type == "html_block" and has_title(token.content):
            yield 1
        elif token.type == "paragraph_open" and inside:
            yield from (len(sign) for sign in _UNSPACED.findall(inside.content))


def _is_unspaced(line: str) -> bool:
    return bool(_UNSPACED.match(_FRAME.sub("", line, count=1)))


def _longer(sign: re.Match[str]) -> str:
    return sign[0] if len(sign[1]) == _LAST else f"{sign[0]}#"


def _underlined(lines: list[str], mark: str) -> str:
    """A heading that a line of signs stands below, with signs in front of it; its lines become one."""
    frame = _FRAME.match(lines[0])
    start = frame[0] if frame else ""
    words = (_FRAME.sub("", line, count=1).strip() for line in lines)
    return f"{start}{'##' if mark == '=' else '###'} {' '.join(words)}"
