"""Takes the links out of a page's Markdown that lead to what its readers do not get; their words stay as text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from markdown_it.token import Token

from twolane.links.cut_html import DeadTags, TagEdit, edited
from twolane.links.hidden_links import hidden_cuts
from twolane.links.leading import Leads
from twolane.links.markdown_cuts import Cut, Form, address_of, tag_cuts, word_cuts
from twolane.links.placed_cuts import PageLines, PlacedCuts
from twolane.links.second_reading import Reader, told_apart
from twolane.loading.markdown_parsing import markdown_parser

_LITERAL = re.compile(r"[ ]{0,3}<(?:pre|script|style|textarea)\b", re.IGNORECASE)
_ADDRESS = re.compile(r"\]:\s*[\s>]*<?")
"""What stands in front of an address that stands apart from its links."""


def without_dead_links(text: str, leads: Leads, reader: Reader | None = None) -> str:
    """The Markdown, without front matter, in which each link that leads nowhere is its words, a picture what it shows.

    Code stays. With a second ``reader``, code is what it takes for it, and what it alone takes for a link goes too.
    """
    cuts = tuple(_Page(text, leads).cuts())
    if reader:
        cuts = tuple(told_apart(text, cuts, tuple(hidden_cuts(text, leads, cuts)), reader))
    return edited(text, (edit for cut in cuts for edit in cut.edits))


@dataclass
class _Page:
    """Finds what to cut in the Markdown of one page."""

    body: str
    leads: Leads
    _env: dict[str, object] = field(default_factory=dict, init=False)
    _dead: set[str] = field(default_factory=set, init=False)
    """The labels of which each definition leads nowhere."""
    _cells: dict[int, int] = field(default_factory=dict, init=False)
    _tag_edits: list[TagEdit] = field(default_factory=list, init=False)

    def __post_init__(self) -> None:
        self._page = PageLines(self.body)
        self._tags = DeadTags(self.leads, self._comment)

    def cuts(self) -> Iterator[Cut]:
        """What goes with each dead link."""
        tokens = markdown_parser().parse(self.body, self._env)
        yield from self._definitions()
        for before, token in zip((None, *tokens), tokens, strict=False):
            if token.type == "inline":
                in_cell = before is not None and before.type in ("td_open", "th_open")
                yield from self._inline(token, PlacedCuts(self._page, token, self._cells if in_cell else None))
            elif token.type == "html_block":
                yield from self._html_block(token, PlacedCuts(self._page, token))
        yield from tag_cuts(self._tag_edits)

    def _comment(self, text: str) -> str:
        return without_dead_links(text, self.leads)

    def _definitions(self) -> Iterator[Cut]:
        """Those of addresses that stand apart from their links, line by line."""
        alive: set[str] = set()
        for label, href, (first, last) in _definitions_in(self._env):
            if self.leads(href):
                alive.add(label)
                continue
            self._dead.add(label)
            begin, end = self._page.stretch(first, last)
            sign = _ADDRESS.search(self.body, begin, end)
            yield Cut(Form.DEFINITION, sign.end() if sign else end, ((begin, end, ""),))
        self._dead -= alive

    def _inline(self, token: Token, places: PlacedCuts) -> Iterator[Cut]:
        yield from places.words(word_cuts(token.content, token.children or (), self._is_dead))
        for child in token.children or ():
            if child.type == "html_inline":
                self._tag_edits += places.tags(self._tags.edits(child.content), child.meta["span"][0])

    def _html_block(self, token: Token, places: PlacedCuts) -> Iterator[Cut]:
        """HTML as it is, and the Markdown in it: where a block of HTML ends is seen in several ways."""
        self._tag_edits += places.tags(self._tags.edits(token.content), 0)
        if not _LITERAL.match(token.content):
            inside = markdown_parser().parseInline(token.content, self._env)[0].children or ()
            yield from places.words(word_cuts(token.content, inside, self._is_dead))

    def _is_dead(self, token: Token) -> bool:
        label = token.meta.get("label")
        return label in self._dead if label else not self.leads(address_of(token))


def _definitions_in(env: Mapping[str, object]) -> Iterator[tuple[str, str, tuple[int, int]]]:
    """Each definition: label, address, and from which line to which it stands."""
    once, again = env.get("references"), env.get("duplicate_refs")
    found = [(label, each) for label, each in once.items()] if isinstance(once, dict) else []
    found += [(each["label"], each) for each in again] if isinstance(again, list) else []
    for label, each in found:
        first, last = each["map"]
        yield str(label), str(each["href"]), (int(first), int(last))
