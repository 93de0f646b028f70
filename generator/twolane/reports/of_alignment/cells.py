"""Fits text into columns of a terminal, where a letter may be two columns wide."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len, chop_cells, set_cell_size

from twolane.reports.visible import visible


def fitted(text: str, width: int, cut: str) -> str:
    """``text`` on one line of exactly ``width`` columns, cut where it is longer."""
    line = visible(text)
    if cell_len(line) > width:
        line = set_cell_size(line, width - cell_len(cut)).rstrip() + cut
    return set_cell_size(line, width)


def wrapped(text: str, width: int, first: str, rest: str) -> Iterator[str]:
    """The lines of ``text``, at most ``width`` columns wide with their indents."""
    line = first
    for word in _words(visible(text), width - max(cell_len(first), cell_len(rest))):
        if line not in (first, rest) and cell_len(line) + 1 + cell_len(word) > width:
            yield line
            line = rest
        line += word if line in (first, rest) else f" {word}"
    yield line


def _words(text: str, width: int) -> Iterator[str]:
    """The words of ``text``; one that is wider than a line comes in pieces."""
    for word in text.split():
        yield from chop_cells(word, width) if cell_len(word) > width else (word,)
