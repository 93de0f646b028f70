"""What a proposal changes in pages written by hand: paragraph by paragraph, with old and new words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from twolane.changes.word_diff import Piece, differing
from twolane.history.page_changes import PageChange
from twolane.links.addresses import Address, segment
from twolane.links.element_links import Ref
from twolane.links.link_styles import hand_written
from twolane.parts.change_rows import marked_closely
from twolane.wording.spoken_language import texts

_MOST = 30
"""How many paragraphs of a page are shown."""
_MOST_PAIRS = 1_000_000
_GAP = re.compile(r"\n\s*\n|\n(?=[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t])")
"""Between paragraphs, and before an item of a list."""


@dataclass(frozen=True, slots=True)
class ChangedText:
    """A page written by hand: what happened to it, and the paragraphs that differ; one that is gone has no link."""

    anchor: str
    title: str
    page: Ref | None
    says: str
    parts: tuple[tuple[Piece, ...], ...]
    further: int


def changed_text(change: PageChange) -> ChangedText:
    """What the page of a preview shows of it."""
    parts = () if change.old is None or change.new is None else tuple(_parts(change.old, change.new))
    page = None if change.new is None else Ref(change.path, Address(hand_written(change.path)))
    says, further = _what_happened(change), max(0, len(parts) - _MOST)
    return ChangedText(anchor_of_page(change.path), change.path, page, says, parts[:_MOST], further)


def _what_happened(change: PageChange) -> str:
    if change.new is None:
        return texts().preview_hand_gone
    return texts().preview_hand_new if change.old is None else texts().preview_hand_changed


def anchor_of_page(path: str) -> str:
    """Where the page of a preview says what changed on the page at ``path``."""
    return f"by-hand-{segment(path)}"


def _opcodes(before: list[str], after: list[str]) -> list[tuple[str, int, int, int, int]]:
    """Which parts were replaced; of very many all, part by part, since comparing takes the square of their number."""
    if len(before) * len(after) > _MOST_PAIRS:
        return [("replace", 0, len(before), 0, len(after))]
    return list(SequenceMatcher(None, before, after, autojunk=False).get_opcodes())


def _parts(old: str, new: str) -> Iterator[tuple[Piece, ...]]:
    before, after = (_GAP.split(text.strip()) if text.strip() else [] for text in (old, new))
    for kind, start, stop, begin, end in _opcodes(before, after):
        if kind != "equal":
            pairs = zip_longest(before[start:stop], after[begin:end], fillvalue="")
            yield from (tuple(marked_closely(differing(one, other))) for one, other in pairs)
