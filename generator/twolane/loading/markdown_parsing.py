"""Markdown as the pages of a site are written in it: CommonMark, and the blocks that Python-Markdown adds.

Tokens of links, pictures and HTML know where they stand: ``meta["span"]`` is their stretch of the text around them,
``meta["address"]`` that of the address in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from functools import lru_cache
from typing import TypeAlias

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline, autolink, html_inline, image, link

Rule: TypeAlias = Callable[[StateInline, bool], bool]

_HEAD = re.compile(
    r"""(!!!(?=[ \t])|\?\?\?\+?(?=[ \t])|===[!+]{0,2}(?=[ \t]+["']))[^\n]*|\[\^[^\]\n]+\]:[ \t]*|:[ \t]{1,3}(?=\S)"""
)
"""What opens a block whose lines stand four columns further in: an admonition, a tab, a footnote, a definition."""
_INNER = 4
_LOOSE = re.compile(r"\((?P<address>[^()<>\n]*(?:\([^()\n]*\)[^()<>\n]*)*)\)")
_TITLE = re.compile(r"""(?<!\s)\s++(?:"[^"\n]*"|'[^'\n]*')\s*+\Z""")


@lru_cache(maxsize=1)
def markdown_parser() -> MarkdownIt:
    """The parser; it takes every address for a link, so that each can be judged."""
    parser = MarkdownIt("commonmark", {"html": True, "store_labels": True}).enable("table")
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # the library offers no other way
    ends = ["paragraph", "reference", "blockquote", "list"]
    parser.block.ruler.before("fence", "indented", _indented, {"alt": ends})
    parser.inline.ruler.at("link", _placed(_link, ("link_open",)))
    parser.inline.ruler.at("image", _placed(image, ("image",)))
    parser.inline.ruler.at("autolink", _placed(autolink, ("link_open",)))
    parser.inline.ruler.at("html_inline", _placed(html_inline, ("html_inline",)))
    return parser


def _placed(rule: Rule, kinds: Collection[str]) -> Rule:
    """The rule, whose first token of one of these kinds knows where it stands."""

    def placed(state: StateInline, silent: bool) -> bool:
        before, start = len(state.tokens), state.pos
        found = rule(state, silent)
        token = next((each for each in state.tokens[before:] if each.type in kinds), None) if found else None
        if token is not None and not silent:
            token.meta["span"] = (start, state.pos)
            if "address" not in token.meta:
                token.meta["address"] = _address(state, start)
        return found

    return placed


def _address(state: StateInline, start: int) -> tuple[int, int]:
    """Where the address stands in a link or picture that begins at ``start`` and has just been read."""
    bracket = start + state.src[start : start + 1].count("!")
    if state.src[bracket : bracket + 1] != "[":
        return start, state.pos
    end = state.md.helpers.parseLinkLabel(state, bracket, True)
    if end < 0 or state.src[end + 1 : end + 2] != "(":
        return start, state.pos
    first = end + 2 + len(state.src[end + 2 : state.pos]) - len(state.src[end + 2 : state.pos].lstrip())
    if state.src[first] == "<":
        return first + 1, max(first + 1, state.src.find(">", first, state.pos))
    found = re.compile(r"[^\s]*").match(state.src, first, state.pos - 1)
    return (found.start(), found.end()) if found else (start, state.pos)


def _link(state: StateInline, silent: bool) -> bool:
    """A link; Python-Markdown also takes an address with blanks in it, without angle brackets around it."""
    return link(state, silent) or _with_blanks(state, silent)


def _with_blanks(state: StateInline, silent: bool) -> bool:
    start = state.pos
    end = state.md.helpers.parseLinkLabel(state, start, True) if state.src[start] == "[" else -1
    found = _LOOSE.match(state.src, end + 1, state.posMax) if end > start else None
    if not found or not found["address"].strip():
        return False
    if silent:
        state.pos = found.end()
        return True
    written = _TITLE.sub("", found["address"])
    first = found.start("address") + len(written) - len(written.lstrip())
    token = state.push("link_open", "a", 1)
    token.attrs = {"href": written.strip()}
    token.meta["address"] = (first, first + len(written.strip()))
    outer = state.posMax
    state.pos, state.posMax = start + 1, end
    state.md.inline.tokenize(state)
    state.pos, state.posMax = found.end(), outer
    state.push("link_close", "a", -1)
    return True


def _indented(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A block whose lines stand further in, which CommonMark would take for code."""
    begin = state.bMarks[start] + state.tShift[start]
    # At the last level but one the rest is read as a paragraph; of what is deeper the parser would read nothing.
    too_deep = state.level + 1 >= state.md.options.maxNesting
    head = None if too_deep or state.is_code_block(start) else _HEAD.match(state.src, begin, state.eMarks[start])
    if head is None:
        return False
    if silent:
        return True
    after = start + 1
    while after < end and (state.isEmpty(after) or state.sCount[after] >= state.blkIndent + _INNER):
        after += 1
    if head[1]:
        _inside(state, start, start + 1, begin + len(head[1]))
        _inside(state, start + 1, after)
    else:
        _inside(state, start, after, head.end())
    state.line = after
    return True


def _inside(state: StateBlock, start: int, end: int, begin: int | None = None) -> None:
    """Reads the lines as the content of a block; that of the first one may begin in its middle."""
    before = state.lineMax, state.blkIndent, state.parentType
    first = state.bMarks[start : start + 1], state.tShift[start : start + 1], state.sCount[start : start + 1]
    state.lineMax, state.blkIndent, state.parentType = end, state.blkIndent + _INNER, "root"
    if begin is not None:
        begin = min(begin, state.eMarks[start])
        state.bMarks[start], state.tShift[start], state.sCount[start] = begin, 0, state.blkIndent
        while state.src[begin : begin + 1] in (" ", "\t") and begin < state.eMarks[start]:
            begin += 1
        state.bMarks[start] = begin
    state.level += 1
    state.md.block.tokenize(state, start, end)
    state.level -= 1
    state.lineMax, state.blkIndent, state.parentType = before
    if begin is not None:
        state.bMarks[start : start + 1], state.tShift[start : start + 1], state.sCount[start : start + 1] = first
