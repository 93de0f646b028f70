"""How links in Markdown are taken out: which stretches go, so that the words stay."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from markdown_it.token import Token

from twolane.links.cut_html import Edit, TagEdit

_ATTRIBUTES = re.compile(r"\{[^{}\n]*\}")
"""What `attr_list` says of the link in front of it."""
_OPENING = re.compile(r"\d+(?=[.)]\s)|(?=[#>]|[-+*]\s)")


class Form(Enum):
    """What a link is written as."""

    WORDS = "words"
    TAG = "tag"
    DEFINITION = "definition"


@dataclass(frozen=True, slots=True)
class Cut:
    """The stretches that go with one link, and where a mark can be put: before it, in its tag, or at its address."""

    form: Form
    at: int
    edits: tuple[Edit, ...]

    def moved(self, by: int) -> Cut:
        """The same further behind."""
        return Cut(self.form, self.at + by, tuple((begin + by, end + by, new) for begin, end, new in self.edits))


def word_cuts(content: str, children: Iterable[Token], is_dead: Callable[[Token], bool]) -> Iterator[Cut]:
    """Of each dead link or picture among the tokens of a text, that of a picture's words too."""
    for child in children:
        if child.type not in ("link_open", "image") or "words" not in child.meta:
            continue
        (begin, end), (first, last) = child.meta["span"], child.meta["words"]
        if is_dead(child):
            attributes = _ATTRIBUTES.match(content, end)
            edits = ((begin, first, ""), (last, attributes.end() if attributes else end, ""))
            yield Cut(Form.WORDS, begin, (*edits, *_kept_as_words(content, begin, first)))
        if child.type == "image":
            yield from (each.moved(first) for each in word_cuts(content[first:last], child.children or (), is_dead))


def _kept_as_words(content: str, begin: int, first: int) -> Iterator[Edit]:
    """Escapes what would open a list, a quotation or a heading once the words stand at the beginning of a line."""
    line = content.rfind("\n", 0, begin) + 1
    sign = None if content[line:begin].strip() else _OPENING.match(content, first)
    if sign:
        yield sign.end(), sign.end(), "\\"


def tag_cuts(edits: Iterable[TagEdit]) -> Iterator[Cut]:
    """Of each tag or comment; the end of a link goes with its beginning."""
    opened: Cut | None = None
    for each in edits:
        if each.mark is None and opened:
            opened = Cut(Form.TAG, opened.at, (*opened.edits, each.edit))
        elif each.mark is not None:
            yield from (opened,) if opened else ()
            opened = Cut(Form.TAG, each.mark, (each.edit,))
    yield from (opened,) if opened else ()


def address_of(token: Token) -> str:
    """Where a link leads, or what a picture shows."""
    return str(token.attrGet("href") or token.attrGet("src") or "")
