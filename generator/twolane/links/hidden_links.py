"""Finds links in Markdown that CommonMark takes for code, or for nothing, and that another reader may see."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from markdown_it.common.utils import normalizeReference
from markdown_it.token import Token

from twolane.links.cut_html import DeadTags, Edit
from twolane.links.leading import Leads
from twolane.links.markdown_cuts import Cut, Form, address_of, tag_cuts, word_cuts
from twolane.loading.markdown_parsing import parser_without_code

_PARAGRAPH = re.compile(r"(?:[^\n]*\S[^\n]*(?:\n|\Z))+")
_DEFINED = re.compile(
    r"^[^\n\[]*\[(?P<label>(?!\^)(?:[^\[\]\n]|\n(?!\s*\n))+)\]:[ ]*\n?[ >]*<?(?P<address>[^\s>]+)"
    r"""(?:>?[ ]*\n[ >]*(?:"[^\n]*"|'[^\n]*'|\([^\n]*\))[ ]*$|[^\n]*)(?:\n|\Z)""",
    re.MULTILINE,
)


def hidden_cuts(text: str, leads: Leads, seen: Iterable[Cut]) -> Iterator[Cut]:
    """What goes with each dead link of Markdown in which nothing is code, but for those that are ``seen`` anyway."""
    taken = _Stretches(len(text), chain.from_iterable(cut.edits for cut in seen))
    defined = list(_DEFINED.finditer(text))
    dead = [found for found in defined if not leads(found["address"])]
    definitions = (Cut(Form.DEFINITION, found.start("address"), ((*found.span(), ""),)) for found in dead)
    yield from taken.others((*definitions, *tag_cuts(DeadTags(leads).edits(text))))
    alive = {normalizeReference(found["label"]) for found in defined if leads(found["address"])}
    labels = {normalizeReference(found["label"]) for found in dead} - alive
    taken.take((found.start("label") - 1, found.end("label"), "") for found in defined)
    yield from taken.others(_words(text, leads, labels))


class _Stretches:
    """What of a text is taken already."""

    def __init__(self, length: int, edits: Iterable[Edit]) -> None:
        self._taken = bytearray(length)
        self.take(edits)

    def take(self, edits: Iterable[Edit]) -> None:
        """Takes the stretches of more edits."""
        for begin, end, _ in edits:
            self._taken[begin:end] = b"x" * (end - begin)

    def others(self, cuts: Iterable[Cut]) -> Iterator[Cut]:
        """Those that need nothing of what is taken."""
        for cut in cuts:
            if not any(any(self._taken[begin:end]) for begin, end, _ in cut.edits):
                yield cut


def _words(text: str, leads: Leads, labels: Iterable[str]) -> Iterator[Cut]:
    references = {label: {"href": "", "title": ""} for label in labels}

    def is_dead(token: Token) -> bool:
        return bool(token.meta.get("label")) or not leads(address_of(token))

    for paragraph in _PARAGRAPH.finditer(text):
        tokens = parser_without_code().parseInline(paragraph[0], {"references": references})
        cuts = word_cuts(paragraph[0], tokens[0].children or (), is_dead)
        yield from (cut.moved(paragraph.start()) for cut in cuts)
