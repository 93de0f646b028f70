"""Old and new words in Markdown, those that differ marked: in one line, or side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from twolane.changes.change import Change
from twolane.changes.word_diff import Mark, Piece, apart, differing, new_side, old_side
from twolane.judgement.names_by_id import shows_words
from twolane.reports.markdown_text import escaped, escaped_line
from twolane.reports.visible import visible

_TAGS = {Mark.OLD: "del", Mark.NEW: "ins"}
_KEPT = 80
"""Characters that stay on either side of a difference, of a long text that is the same."""


def in_one_line(change: Change) -> Iterator[tuple[str, str]]:
    """The old and the new words with what differs marked, each behind its label; nothing where the sentence says it."""
    if not shows_words(change):
        return
    pieces = differing(change.old, change.new)
    if change.old and change.new and any(each.mark is Mark.SAME for each in pieces):
        yield "Wording", "".join(map(_marked, _condensed(pieces)))
        return
    yield from ((label, escaped(text)) for label, text in (("Was", change.old), ("Now", change.new)) if text)


def side_by_side(change: Change) -> Iterator[str]:
    """A table of both texts, what differs marked in each; nothing where the sentence says it."""
    if not shows_words(change) or not (change.old and change.new):
        yield from (f"- {label}: {text}" for label, text in in_one_line(change))
        return
    pieces = differing(change.old, change.new)
    old, new = (_cell(side) for side in (old_side(pieces), new_side(pieces)))
    yield from ("| Was | Now |", "| --- | --- |", f"| {old} | {new} |")


def _cell(pieces: Sequence[Piece]) -> str:
    return "".join(map(_marked, _condensed(pieces))).strip()


def _condensed(pieces: Sequence[Piece]) -> Iterable[Piece]:
    """The pieces, with the middle of long stretches that are the same left out."""
    for at, piece in enumerate(pieces):
        first, last = at == 0, at == len(pieces) - 1
        head, tail = "" if first else piece.text[:_KEPT], "" if last else piece.text[-_KEPT:]
        if piece.mark is Mark.SAME and len(piece.text) > 2 * _KEPT + 20:
            yield Piece(Mark.SAME, f"{head} … {tail}")
        else:
            yield piece


def _marked(piece: Piece) -> str:
    before, words, after = (escaped_line(_on_one_line(each)) for each in apart(piece.text))
    tag = _TAGS.get(piece.mark)
    return f"{before}<{tag}>{words}</{tag}>{after}" if tag else before + words + after


def _on_one_line(text: str) -> str:
    """``text`` with a space for each end of a line, at its own end too, and dangerous characters shown."""
    return visible(" ".join(f"{text}|".splitlines())[:-1])
