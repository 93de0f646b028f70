"""A line of a file with a marker under the place that is meant; a long line is cut around it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from rich.cells import cell_len

from twolane.reports.visible import visible
from twolane.source import Place

WIDTH = 100
"""Columns of a shown line; a longer one is cut on both sides of its marker."""
_BEFORE = 40
_CUT = "…"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """One line as it is shown: ``indent`` columns stand before its marker, ``width`` columns wide."""

    line: int
    text: str
    indent: int
    width: int


def excerpt(place: Place, text: str) -> Excerpt | None:
    """The line of ``text`` at ``place``; None where there is no such line.

    Of a place of several lines the first is shown, marked up to its end.
    """
    lines = _lines(text)
    if not text or place.line > len(lines):
        return None
    line = lines[place.line - 1].rstrip()
    start = min(place.column - 1, len(line))
    stop = place.end_column - 1 if place.end_line == place.line else len(line)
    return _cut(place.line, line, start, max(start + 1, min(stop, len(line))))


@lru_cache(maxsize=8)
def _lines(text: str) -> list[str]:
    """The lines of a text; findings of one file come one after the other, and there may be thousands."""
    return text.split("\n")


def _cut(number: int, line: str, start: int, stop: int) -> Excerpt:
    """The part of the line around the code points ``start`` to ``stop``, in columns of a terminal."""
    # A line may be megabytes long: nothing further away than this can be seen.
    first, last = max(0, start - WIDTH), start + WIDTH
    before = visible(line[first:start])
    marked = visible(line[start : min(stop, last)])
    after = visible(line[min(stop, last) : last])
    whole = first == 0 and last >= len(line) and cell_len(before + marked + after) <= WIDTH
    head, tail = (before, marked + after) if whole else _fitting(before, marked + after, last < len(line))
    width = min(cell_len(marked), cell_len(tail.removesuffix(_CUT)) or 1)
    return Excerpt(number, head + tail, cell_len(head), max(1, width))


def _fitting(before: str, rest: str, more: bool) -> tuple[str, str]:
    """The end of ``before`` and the beginning of ``rest`` that fit together; ``more`` follows behind."""
    room_after = min(cell_len(rest), WIDTH - _BEFORE)
    head = before
    if cell_len(before) + room_after > WIDTH:
        head = _CUT + _last(before, WIDTH - room_after - 1)
    room = WIDTH - cell_len(head)
    if cell_len(rest) <= room and not more:
        return head, rest
    return head, _first(rest, room - 1) + _CUT


def _first(text: str, columns: int) -> str:
    """The beginning of ``text`` that is at most so many columns wide."""
    kept = text[:columns]
    while cell_len(kept) > columns:
        kept = kept[:-1]
    return kept


def _last(text: str, columns: int) -> str:
    """The end of ``text`` that is at most so many columns wide."""
    kept = text[max(0, len(text) - columns) :]
    while cell_len(kept) > columns:
        kept = kept[1:]
    return kept
