"""Takes the links out of a page's Markdown that lead to what its readers do not get; their words stay as text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote

from markdown_it.token import Token

from twolane.links.cut_html import DeadTags, Edit, edited
from twolane.links.leading import Leads
from twolane.loading.markdown_parsing import markdown_parser
from twolane.loading.token_places import TokenPlaces, line_starts

_ATTRIBUTES = re.compile(r"\{[^{}\n]*\}")
"""What `attr_list` says of the link in front of it."""
_LITERAL = re.compile(r"[ ]{0,3}<(?:pre|script|style|textarea)\b", re.IGNORECASE)
_DEFINED = re.compile(r"^[^\n]*\]:[ ]*\n?[ ]*(\S+)[^\n]*(?:\n|\Z)", re.MULTILINE)
"""Lines in which an address may stand apart from its link."""
_CODE = frozenset(("fence", "code_block"))


def without_dead_links(text: str, leads: Leads, live: Collection[str] = ()) -> str:
    """The Markdown, without front matter, in which each link that leads nowhere is its words, a picture what it shows.

    Code stays, but for links to the addresses ``live``, which another reader of Markdown does not take for code.
    """
    return edited(text, _Page(text, leads, frozenset(map(unquote, live))).edits())


@dataclass
class _Page:
    """Finds what to cut in the Markdown of one page."""

    body: str
    leads: Leads
    live: frozenset[str]
    _dead: set[str] = field(default_factory=set, init=False)
    """The labels of which each definition leads nowhere."""
    _cells: dict[int, int] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        self._lines = self.body.split("\n")
        self._starts = line_starts(self.body)
        self._tags = DeadTags(self.leads, self._comment)

    def edits(self) -> Iterator[Edit]:
        """From where to where the text is replaced, and what by."""
        env: dict[str, object] = {}
        tokens = markdown_parser().parse(self.body, env)
        yield from self._definitions(env)
        for before, token in zip((None, *tokens), tokens, strict=False):
            if token.type == "inline":
                in_cell = before is not None and before.type in ("td_open", "th_open")
                yield from self._inline(token, self._cells if in_cell else None)
            elif token.type == "html_block":
                yield from self._html_block(token)
            elif token.type in _CODE and self.live:
                yield from self._code(token)
        if self.live:
            yield from DeadTags(lambda address: not self._is_live(address)).edits(self.body)
            for found in _DEFINED.finditer(self.body):
                yield from [(found.start(), found.end(), "")] if self._is_live(found[1].strip("<>")) else []

    def _comment(self, text: str) -> str:
        return without_dead_links(text, self.leads)

    def _definitions(self, env: Mapping[str, object]) -> Iterator[Edit]:
        """Cuts the addresses that stand apart from their links, line by line."""
        alive: set[str] = set()
        for label, href, (first, last) in _definitions_in(env):
            if self.leads(href):
                alive.add(label)
                continue
            self._dead.add(label)
            yield self._starts[first], self._starts[last] if last < len(self._starts) else len(self.body), ""
        self._dead -= alive

    def _inline(self, token: Token, cells: dict[int, int] | None) -> Iterator[Edit]:
        places = TokenPlaces("", self._lines, token, cells)
        yield from self._placed(places, token.content, self._links(token.content, token.children or (), 0))
        for child in token.children or ():
            if child.type == "html_inline":
                begin, _ = child.meta["span"]
                moved = ((begin + start, begin + end, new) for start, end, new in self._tags.edits(child.content))
                yield from self._placed(places, token.content, moved)

    def _html_block(self, token: Token) -> Iterator[Edit]:
        """HTML as it is, and the Markdown in it: where a block of HTML ends is seen in several ways."""
        places = TokenPlaces("", self._lines, token)
        yield from self._placed(places, token.content, self._tags.edits(token.content))
        if not _LITERAL.match(token.content) or self.live:
            inside = markdown_parser().parseInline(token.content)[0].children or ()
            yield from self._placed(places, token.content, self._links(token.content, inside, 0))

    def _code(self, token: Token) -> Iterator[Edit]:
        """What is code here, and none for a reader to whom it says links."""
        first, _ = token.map or (0, 0)
        shifted = Token(token.type, "", 0, content=token.content, map=[first + (token.type == "fence"), 0])
        places = TokenPlaces("", self._lines, shifted)
        children = markdown_parser().parseInline(token.content)[0].children or ()
        live = [each for each in children if self._is_live(_address(each))]
        yield from self._placed(places, token.content, self._links(token.content, live, 0))

    def _links(self, content: str, children: Iterable[Token], start: int) -> Iterator[Edit]:
        for child in children:
            if child.type not in ("link_open", "image") or "words" not in child.meta:
                continue
            begin, end = (start + each for each in child.meta["span"])
            first, last = (start + each for each in child.meta["words"])
            if self._is_dead(child):
                attributes = _ATTRIBUTES.match(content, end)
                yield begin, first, ""
                yield last, attributes.end() if attributes else end, ""
            if child.type == "image":
                yield from self._links(content, child.children or (), first)

    def _is_dead(self, token: Token) -> bool:
        label = token.meta.get("label")
        if label:
            return label in self._dead
        return not self.leads(_address(token))

    def _is_live(self, address: str) -> bool:
        return unquote(address) in self.live

    def _placed(self, places: TokenPlaces, content: str, edits: Iterable[Edit]) -> Iterator[Edit]:
        """The edits of a token's text as those of the body; what does not stand where it should is left."""
        for begin, end, new in edits:
            first, last = (self._starts[line] + column for line, column in map(places.line_and_column, (begin, end)))
            if self.body[first : first + 1] == content[begin : begin + 1]:
                yield first, last, new


def _address(token: Token) -> str:
    return str(token.attrGet("href") or token.attrGet("src") or "")


def _definitions_in(env: Mapping[str, object]) -> Iterator[tuple[str, str, tuple[int, int]]]:
    """Each definition: label, address, and from which line to which it stands."""
    once, again = env.get("references"), env.get("duplicate_refs")
    found = [(label, each) for label, each in once.items()] if isinstance(once, dict) else []
    found += [(each["label"], each) for each in again] if isinstance(again, list) else []
    for label, each in found:
        first, last = each["map"]
        yield str(label), str(each["href"]), (int(first), int(last))
