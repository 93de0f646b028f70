"""The words in which two wordings differ, for marks in reports and on pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_SINGLE = r"\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
"""Letters of scripts that put no spaces between words: each counts as a word."""
_MARKS = r".,;:!?()\[\]{}<>\"“”„«»…/|–—-"
_TOKEN = re.compile(
    rf"\s+|[{_SINGLE}]|[^\s{_SINGLE}{_MARKS}]+(?:[.,:/-]\d+)*|[{_MARKS}]"  # 1.5 and 2026-10-01 are one word each
)
_MOST = 160_000
"""Pairs of words to compare at most; longer texts are marked from their first difference to their last."""
_LEAST_COMMON = 0.35
"""Texts that share less than this part of their letters are easier to read whole, one after the other."""


class Mark(StrEnum):
    """Where a piece of text stands: in both wordings, or only in the old or the new one."""

    SAME = "same"
    OLD = "old"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with its mark."""

    mark: Mark
    text: str


def differing(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces of both wordings in reading order: what went stands before what came.

    The pieces that are not new give ``old``, letter for letter; those that are not old give ``new``. Pure, and
    bounded in time for texts of any length.
    """
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    head = _common(before, after)
    tail = _common(before[head:][::-1], after[head:][::-1])
    middle = _middle(before[head : len(before) - tail], after[head : len(after) - tail])
    rest = before[len(before) - tail :] if tail else []
    pieces = tuple(_joined([Piece(Mark.SAME, "".join(before[:head])), *middle, Piece(Mark.SAME, "".join(rest))]))
    return pieces if old == new or _alike(pieces, old, new) else _whole(old, new)


def old_side(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """What the old wording consists of."""
    return tuple(each for each in pieces if each.mark is not Mark.NEW)


def new_side(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """What the new wording consists of."""
    return tuple(each for each in pieces if each.mark is not Mark.OLD)


def apart(text: str) -> tuple[str, str, str]:
    """The space before a marked piece, its words, and the space behind; only space comes as words."""
    words = text.strip() or text
    start = text.index(words)
    return text[:start], words, text[start + len(words) :]


def _common(before: Sequence[str], after: Sequence[str]) -> int:
    """How many tokens both begin with."""
    pairs = enumerate(zip(before, after, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(before), len(after)))


def _middle(before: list[str], after: list[str]) -> Iterator[Piece]:
    if len(before) * len(after) > _MOST:
        yield from _whole("".join(before), "".join(after))
        return
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, start, stop, begin, end in matcher.get_opcodes():
        if kind == "equal":
            yield Piece(Mark.SAME, "".join(before[start:stop]))
        else:
            yield from _whole("".join(before[start:stop]), "".join(after[begin:end]))


def _whole(old: str, new: str) -> tuple[Piece, ...]:
    return tuple(each for each in (Piece(Mark.OLD, old), Piece(Mark.NEW, new)) if each.text)


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces with spaces between two changes given to both, so that a change of two words is marked once."""
    gone, came, held = "", "", ""
    for piece in pieces:
        if piece.mark is Mark.SAME:
            if piece.text.isspace() and (gone or came):
                held += piece.text
            elif piece.text:
                yield from _flushed(gone, came, held)
                gone, came, held = "", "", ""
                yield piece
            continue
        gone, came, held = gone + held, came + held, ""
        gone, came = (gone + piece.text, came) if piece.mark is Mark.OLD else (gone, came + piece.text)
    yield from _flushed(gone, came, held)


def _flushed(gone: str, came: str, held: str) -> Iterator[Piece]:
    yield from _whole(gone, came)
    if held:
        yield Piece(Mark.SAME, held)


def _alike(pieces: Iterable[Piece], old: str, new: str) -> bool:
    same = sum(len(each.text.strip()) for each in pieces if each.mark is Mark.SAME)
    return same >= _LEAST_COMMON * max(len(old), len(new))
