"""Markdown as the pages of a site are written in it: CommonMark, and the blocks that Python-Markdown adds.

Tokens of links, pictures and HTML know where they stand: ``meta["span"]`` is their stretch of the text around them,
``meta["address"]`` that of the address in it, ``meta["words"]`` that between the brackets.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from markdown_it import MarkdownIt
from markdown_it.common.utils import normalizeReference
from markdown_it.rules_block import StateBlock, reference
from markdown_it.rules_inline import StateInline, autolink, html_inline, image, link
from markdown_it.token import Token

Rule: TypeAlias = Callable[[StateInline, bool], bool]

_HEAD = re.compile(
    r"""(!!!(?=[ \t])|\?\?\?\+?(?=[ \t])|===[!+]{0,2}(?=[ \t]+["']))[^\n]*|\[\^[^\]\n]+\]:[ \t]*|:[ \t]{1,3}(?=\S)"""
)
"""What opens a block whose lines stand four columns further in: an admonition, a tab, a footnote, a definition."""
_INNER = 4
_LOOSE = re.compile(r"\((?P<address>[^()]*+(?:\([^()]*+\)[^()]*+)*)\)")
_TITLE = re.compile(r"""(?<!\s)\s*+(?:"[^"]*"|'[^']*')\s*+\Z""")
_SPACED = re.compile(r"\s\[([^\[\]]*)\]")
_FOOTNOTE = re.compile(r"\[\^([^\]]*)\]")
_FOOTNOTES = "footnotes"
"""The labels of footnotes, in what a parser keeps of a page."""
_SIGN = re.compile(r"\[[ xX]\]")
"""What stands in front of a task."""
_DEFINITION = re.compile(
    r"""\[(?!\^)((?:[^\[\]\n]|\n(?!\s*\n))+)\]:[ ]*(?:\n[ ]*)?(\S+)[ ]*(?:\n[ ]*)?"""
    r"""(?:(["']).*\3[ ]*|\(.*\)[ ]*)?$""",
    re.MULTILINE,
)


@lru_cache(maxsize=1)
def markdown_parser() -> MarkdownIt:
    """The parser; it takes every address for a link, so that each can be judged."""
    return _parser()


@lru_cache(maxsize=1)
def parser_without_code() -> MarkdownIt:
    """The same for single texts, in which nothing is code."""
    return _parser().disable("backticks")


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True, "store_labels": True}).enable("table")
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # the library offers no other way
    ends = ["paragraph", "reference", "blockquote", "list"]
    parser.block.ruler.before("fence", "indented", _indented, {"alt": ends})
    # Python-Markdown also takes a definition in the middle of a paragraph, and any title that ends as it begins.
    parser.block.ruler.at("reference", _definition, {"alt": ["paragraph"]})
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
            _place(token, state, start)
        return found

    return placed


def _place(token: Token, state: StateInline, start: int) -> None:
    """Says where words and address stand in a link or picture that begins at ``start`` and has just been read."""
    bracket = start + (state.src[start] == "!")
    end = _label_end(state, bracket)
    if end >= 0:
        token.meta["words"] = (bracket + 1, end)
    token.meta.setdefault("address", _address(state, start, end))


def _label_end(state: StateInline, bracket: int) -> int:
    """Where the words of a link end that has its bracket there; -1 where there are none."""
    return state.md.helpers.parseLinkLabel(state, bracket, False) if state.src[bracket] == "[" else -1


def _address(state: StateInline, start: int, end: int) -> tuple[int, int]:
    """Where the address stands in what begins at ``start`` and has the end of its words at ``end``."""
    if end < 0 or state.src[end + 1 : end + 2] != "(":
        return start, state.pos
    first = end + 2 + len(state.src[end + 2 : state.pos]) - len(state.src[end + 2 : state.pos].lstrip())
    if state.src[first] == "<":
        return first + 1, max(first + 1, state.src.find(">", first, state.pos))
    found = re.compile(r"[^\s]*").match(state.src, first, state.pos - 1)
    return (found.start(), found.end()) if found else (start, state.pos)


def _link(state: StateInline, silent: bool) -> bool:
    """A link, also one that Python-Markdown alone takes for one, but no sign of a footnote."""
    sign = _FOOTNOTE.match(state.src, state.pos)
    if sign and sign[1] in state.env.get(_FOOTNOTES, ()):
        return False
    return link(state, silent) or _loose_link(state, silent)


def _loose_link(state: StateInline, silent: bool) -> bool:
    """A link around another one, with blanks in its address, or with a blank before its label."""
    start, outer = state.pos, state.posMax
    end = _label_end(state, start)
    found = _destination(state, end) if end > start else None
    if found is None:
        return False
    if not silent:
        token = state.push("link_open", "a", 1)
        token.attrs, token.meta = {"href": found.href}, dict(found.meta)
        state.pos, state.posMax = start + 1, end
        state.md.inline.tokenize(state)
        state.push("link_close", "a", -1)
    state.pos, state.posMax = found.end, outer
    return True


@dataclass(frozen=True, slots=True)
class _Destination:
    """What stands behind the words of a link: where it ends, where it leads, and what its token knows."""

    end: int
    href: str
    meta: Mapping[str, object]


def _destination(state: StateInline, end: int) -> _Destination | None:
    found = _LOOSE.match(state.src, end + 1, state.posMax)
    if found and found["address"].strip():
        written = _TITLE.sub("", found["address"]) or found["address"]
        href = written.strip()
        first = found.start("address") + written.index(href)
        return _Destination(found.end(), href.strip("<>"), {"address": (first, first + len(href))})
    # A mark of a task, or of a note that stands elsewhere, is no words.
    sign = _SIGN.fullmatch(state.src[: end + 1]) or _FOOTNOTE.match(state.src, state.pos)
    found = None if sign else _SPACED.match(state.src, end + 1, state.posMax)
    label = normalizeReference(found[1]) if found else ""
    reference = state.env.get("references", {}).get(label)
    return _Destination(found.end(), reference["href"], {"label": label}) if found and reference else None


def _definition(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Where a link's address stands apart from it, also where Python-Markdown alone sees that."""
    if reference(state, start, end, silent):
        return True
    begin, last = state.bMarks[start] + state.tShift[start], min(start + 2, state.lineMax - 1)
    found = None if state.is_code_block(start) else _DEFINITION.match(state.src, begin, state.eMarks[last])
    label = normalizeReference(found[1]) if found else ""
    if found is None or not label or silent:
        return bool(label)
    state.line = start + found[0].rstrip().count("\n") + 1
    record = {"title": "", "href": found[2].strip("<>"), "map": [start, state.line]}
    if label in state.env.setdefault("references", {}):
        state.env.setdefault("duplicate_refs", []).append({**record, "label": label})
    else:
        state.env["references"][label] = record
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
    if note := _FOOTNOTE.match(head[0]):
        state.env.setdefault(_FOOTNOTES, set()).add(note[1])
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
