"""Turns prose fields into HTML or plain text: the one place where Markdown of definitions is read.

HTML stays text, addresses lead to http, https, mailto or into the playbook, headings do not disturb the page's own,
and pictures are shown only from the playbook itself, so that nothing is loaded from outside.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

Resolve = Callable[[str, str], str]
"""An address that an author wrote, and the path of the page it stands on, to an ``href``; empty where refused."""

_MARKS = re.compile(r"[\\`*_\[\]<!\n]")
"""Without any of these, a line of text is the same in Markdown as without."""
_BLOCK_START = re.compile(r"[-+#>=~|:0-9\s]")
_LONGEST = 50_000
"""Characters above which a text is shown as it is: reading a longer one as Markdown could take seconds."""


class Prose:
    """Reads Markdown; ``resolve`` decides where links may lead."""

    def __init__(self, resolve: Resolve) -> None:
        self._resolve = resolve
        self._reader = _reader(lambda address: bool(resolve(address, "")))

    def flow(self, text: str, here: str) -> Markup:
        """HTML for a cell, list item or definition: one line stays inline, several become blocks."""
        return self.block(text, here) if "\n" in text.strip() else self.inline(text, here)

    def block(self, text: str, here: str) -> Markup:
        """HTML of paragraphs and lists; ``here`` is the path of the page it is for."""
        text = text.strip()
        if (not _MARKS.search(text) and not _BLOCK_START.match(text)) or len(text) > _LONGEST:
            return Markup(f"<p>{escape(text)}</p>" if text else "")
        html = self._reader.render(text, {"here": here, "resolve": self._resolve})
        return Markup(html.strip())

    def inline(self, text: str, here: str) -> Markup:
        """HTML without blocks, for a heading or a line."""
        if not _MARKS.search(text) or len(text) > _LONGEST:
            return Markup(escape(text))
        return Markup(self._reader.renderInline(text.strip(), {"here": here, "resolve": self._resolve}))

    def plain(self, text: str) -> str:
        """What a reader sees, without any markup, on one line: for titles, search and diagrams."""
        if not _MARKS.search(text) or len(text) > _LONGEST:
            return text
        several = "\n" in text.strip()
        tokens = self._reader.parse(text) if several else self._reader.parseInline(text.strip())
        return " ".join("".join(_words(tokens)).split())


def _reader(allowed: Callable[[str], bool]) -> MarkdownIt:
    """A reader of CommonMark with tables; what it refuses stays as it was written, letter for letter."""
    reader = MarkdownIt("commonmark", {"html": False, "xhtmlOut": False})
    reader.enable("table").disable(["entity", "html_block", "html_inline"])
    reader.validateLink = allowed  # type: ignore[method-assign, assignment]  # no other way
    rules: dict[str, Any] = {
        "link_open": _link,
        "image": _image,
        "heading_open": lambda *_: "<p><strong>",
        "heading_close": lambda *_: "</strong></p>\n",
        "fence": _code,
        "code_block": _code,
    }
    for name, rule in rules.items():
        reader.add_render_rule(name, rule)
    return reader


def _href(address: object, env: Mapping[str, Any]) -> str:
    return escape(env["resolve"](str(address), env["here"]))


def _link(_: object, tokens: Sequence[Token], at: int, options: object, env: Mapping[str, Any]) -> str:
    return f'<a href="{_href(tokens[at].attrGet("href"), env)}">'


def _image(_: object, tokens: Sequence[Token], at: int, options: object, env: Mapping[str, Any]) -> str:
    """A picture of the playbook itself; a link in the place of any other."""
    token = tokens[at]
    written, words = str(token.attrGet("src")), escape("".join(_words(token.children or ())))
    address = _href(written, env)
    if _is_outside(written):
        return f'<a href="{address}">{words or address}</a>'
    return f'<img src="{address}" alt="{words}" loading="lazy">'


def _code(_: object, tokens: Sequence[Token], at: int, options: object, env: object) -> str:
    """Code, without the name of its language, which could make a script of the page draw it.

    Its line ends are written as references, so that the lines of a page may be tidied without harm.
    """
    return f"<pre><code>{escape(tokens[at].content.rstrip()).replace(chr(10), '&#10;')}</code></pre>\n"


def _is_outside(address: str) -> bool:
    return bool(re.match(r"[a-z][a-z0-9+.-]*:|//", address, re.IGNORECASE))


def _words(tokens: Iterable[Token]) -> Iterable[str]:
    for token in tokens:
        if token.children:
            yield from _words(token.children)
        elif token.type in ("softbreak", "hardbreak"):
            yield " "
        else:
            yield token.content
        if token.block:
            yield " "
