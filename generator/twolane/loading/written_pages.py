"""Reads the pages written by hand: what they say about themselves, their links, and what can be linked to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from markdown_it.token import Token

from twolane.findings import Finding, Severity
from twolane.loading.front_matter import read_front
from twolane.loading.heading_ids import explicit_ids, heading_ids, without_attributes
from twolane.loading.html_addresses import HtmlAddresses
from twolane.loading.ignores import Ignore
from twolane.loading.markdown_parsing import markdown_parser
from twolane.loading.page_ignores import comments, ignore_in, next_lines
from twolane.loading.token_places import TokenPlaces, line_starts
from twolane.model.written_page import Form, Link, Passage, WrittenPage
from twolane.source import Place
from twolane.yaml_text.decoding import decode

_HEADING = re.compile(r"^#{1,6}(.+)$", re.MULTILINE)
"""A heading without a blank behind its sign, which Python-Markdown takes for one all the same."""
_DEFINED = re.compile(r"\]:\s*<?")
_MARKDOWN_INSIDE = re.compile(r"<[a-z][^<>]*\smarkdown\b", re.IGNORECASE)
_FILLED_IN = re.compile(r"^[ \t]*(?:-+8<-|::: )|\{\{|\{%", re.MULTILINE)
"""Where snippets, documentation of code and macros stand."""


@dataclass(frozen=True, slots=True)
class ReadPages:
    """The pages, what is wrong with their front matter, their texts by file, and the comments that leave things out."""

    pages: tuple[WrittenPage, ...] = ()
    findings: tuple[Finding, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    ignores: tuple[Ignore, ...] = ()


def read_pages(files: Mapping[str, bytes], folder: str) -> ReadPages:
    """The pages among ``files``, which are by path below ``folder``, in alphabetical order."""
    readers = [_Reader(path, f"{folder}/{path}", data) for path, data in sorted(files.items())]
    return ReadPages(
        tuple(each.page for each in readers),
        tuple(finding for each in readers for finding in each.findings),
        {each.file: each.text for each in readers},
        tuple(ignore for each in readers for ignore in each.ignores),
    )


def softened(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, of which those about front matter stop no build: the page is shown all the same."""
    for each in findings:
        yield replace(each, severity=Severity.WARNING) if each.place.file.endswith(".md") else each


class _Reader:
    """Reads one page."""

    def __init__(self, path: str, file: str, data: bytes) -> None:
        self.file = file
        self.text, coded = decode(file, data)
        front = read_front(file, self.text)
        self.lines = self.text.split("\n")
        # Empty lines in the place of the front matter keep the numbers of all others.
        body = "\n" * front.lines + "\n".join(self.lines[front.lines :])
        self.findings = [*coded, *softened(front.findings)]
        self.ignores = list(front.ignores)
        self._links: list[Link] = []
        self._headings: list[str] = []
        self._passages: list[Passage] = []
        self._ids: set[str] = set(explicit_ids(body))
        self._definitions: dict[str, Link] = {}
        self._cells: dict[int, int] = {}
        self._following = next_lines(self.lines) if "twolane:" in body else []
        self._read(body)
        anchors = frozenset((*self._ids, *heading_ids(self._headings, self._ids)))
        title = front.title or without_attributes(next(iter(self._headings), ""))
        links = tuple(sorted(self._links, key=lambda link: link.place))
        whole = not _FILLED_IN.search(body)
        self.page = WrittenPage(path, file, title, front.facts, links, anchors, tuple(self._passages), whole)

    def _read(self, body: str) -> None:
        env: dict[str, Mapping[str, Mapping[str, object]]] = {}
        tokens = markdown_parser().parse(body, env)
        for label, found in env.get("references", {}).items():
            self._definitions[label] = self._definition(found)
        used: set[str] = set()
        for before, token in zip((None, *tokens), tokens, strict=False):
            if token.type == "inline":
                self._inline(token, before, used)
            elif token.type == "html_block" and token.map:
                self._block(token, used, env)
        self._links += [self._definitions[label] for label in sorted(used) if label in self._definitions]

    def _inline(self, token: Token, before: Token | None, used: set[str]) -> None:
        kind = before.type if before else ""
        text = TokenPlaces(self.file, self.lines, token, self._cells if kind in ("td_open", "th_open") else None)
        if kind == "heading_open":
            self._headings.append(_words(token))
        elif kind == "paragraph_open" and "#" in token.content:
            self._headings += [each.rstrip("#").strip() for each in _HEADING.findall(token.content)]
        self._passages.append(Passage(_words(token) if kind == "heading_open" else token.content, text.whole()))
        self._children(token.children or (), text, used)

    def _children(self, children: Iterable[Token], text: TokenPlaces, used: set[str]) -> None:
        for child in children:
            if child.type == "html_inline":
                self._html(child.content, text, child.meta["span"][0])
            elif child.type in ("link_open", "image") and (label := child.meta.get("label")):
                used.add(label)
            elif child.type in ("link_open", "image"):
                target = str(child.attrGet("href") or child.attrGet("src") or "")
                begin, end = child.meta["address"]
                place = text.place(begin, end)
                self._links.append(Link(target, place, Form.MARKDOWN, child.type == "image"))

    def _block(self, token: Token, used: set[str], env: Mapping[str, object]) -> None:
        if _MARKDOWN_INSIDE.match(token.content.lstrip()):
            inside = markdown_parser().parseInline(token.content, {**env})[0]
            inside.map = token.map
            self._children(inside.children or (), TokenPlaces(self.file, self.lines, inside), used)
        else:
            self._html(token.content, TokenPlaces(self.file, self.lines, token), 0)

    def _html(self, html: str, text: TokenPlaces, start: int) -> None:
        for begin, end in comments(html) if self._following else ():
            place = text.place(start + begin, start + end)
            found = ignore_in(html[begin:end], place, self.lines, self._following)
            self.ignores += [found] if found else []
        seen = HtmlAddresses(html)
        self._ids.update(seen.ids)
        starts = line_starts(html)
        for each in seen.addresses:
            begin = start + starts[each.line] + each.column
            place = text.place(begin, begin + each.length)
            self._links.append(Link(each.target, place, Form.HTML, each.shown))

    def _definition(self, found: Mapping[str, object]) -> Link:
        target, span = str(found["href"]), found["map"]
        first, last = (int(span[0]), int(span[1])) if isinstance(span, list) else (0, 1)
        for number in range(first, last):
            line = self.lines[number]
            sign = _DEFINED.search(line)
            begin = sign.end() if sign else len(line) - len(line.lstrip(" <"))
            end = begin + len(re.split(r"[\s>]", line[begin:], maxsplit=1)[0])
            if end > begin:
                return Link(target, Place(self.file, number + 1, begin + 1, number + 1, end + 1))
        return Link(target, Place(self.file, first + 1, 1, first + 1, 1))


def _words(token: Token) -> str:
    """The text of a heading, without its signs, as ids are made of it."""
    kinds = ("text", "code_inline", "text_special")
    inside = (each.content if each.type in kinds else " " * (each.type == "softbreak") for each in token.children or ())
    return "".join(inside).strip()
