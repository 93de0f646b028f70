"""Leads from a place in the text of a token of Markdown back to the line and column in the file."""

from __future__ import annotations

import re
from bisect import bisect_right

from markdown_it.token import Token

from twolane.source import Place

_LINE_END = re.compile(r"\n")


class TokenPlaces:
    """The places of the text of one token; ``cells`` says how far each line of tables has been read."""

    def __init__(self, file: str, lines: list[str], token: Token, cells: dict[int, int] | None = None) -> None:
        self._file, self._content, self._starts = file, token.content, line_starts(token.content)
        first = token.map[0] if token.map else 0
        parts = enumerate(token.content.split("\n"), first)
        found = ((number, part, lines[number] if number < len(lines) else "") for number, part in parts)
        self._lines = [(number, *_column(line, part, number, cells)) for number, part, line in found]

    def line_and_column(self, at: int) -> tuple[int, int]:
        """The line and column, both from 0, of a place in the text."""
        above = bisect_right(self._starts, at) - 1
        number, column, escaped = self._lines[above]
        offset = at - self._starts[above]
        return number, column + offset + escaped[:offset].count("|")

    def place(self, begin: int, end: int) -> Place:
        """The place of a stretch; one that goes on over several lines ends with its first."""
        above = bisect_right(self._starts, begin) - 1
        stop = self._starts[above + 1] - 1 if above + 1 < len(self._starts) else len(self._content)
        number, column = self.line_and_column(begin)
        return Place(self._file, number + 1, column + 1, number + 1, column + 1 + min(end, stop) - begin)

    def whole(self) -> Place:
        """The place of the first line."""
        return self.place(0, len(self._content.split("\n", 1)[0]))


def line_starts(text: str) -> list[int]:
    """Where each line of a text begins."""
    return [0, *(found.end() for found in _LINE_END.finditer(text))]


def _column(line: str, part: str, number: int, cells: dict[int, int] | None) -> tuple[int, str]:
    """Where a line of a token's text begins in the line of the file, and the line if its bars are escaped there.

    The cells of a table come one after another.
    """
    words = part.strip()
    # In a cell each bar is escaped; as it is read, the words could stand in a later cell of the row too.
    escaped = part if cells is not None and "|" in words else ""
    written = words.replace("|", "\\|") if escaped else words
    if cells is None:
        at = line.rfind(words) if words else -1
    else:
        start = cells.get(number, 0)
        at = line.find(written, start)
        cells[number] = at + len(written) if at >= 0 else start
    return max(at, 0) - (len(part) - len(part.lstrip()) if at > 0 else 0), escaped
