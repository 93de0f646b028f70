"""``actuals.csv`` as a document of rows, so that it is checked and explained like any other definition."""

from __future__ import annotations

import csv

from twolane.loading.decoding import clean, decode
from twolane.loading.document import AT, Document, Value
from twolane.source import Source, Span

_SEPARATORS = ",;\t"


def read_rows(file: str, data: bytes) -> Document:
    """The rows below the key ``rows``, each a mapping from the header's words to the cells' text.

    Commas, semicolons and tabs separate, whichever the header uses: spreadsheets write any of them.
    """
    text, found = decode(file, data)
    text, more = clean(file, data, text) if "\t" not in text else (text, [])
    lines = [(number, line) for number, line in enumerate(text.split("\n")) if line.strip()]
    root = Source(file)
    if not lines:
        return Document(file, text, {AT: root, "rows": []}, (*found, *more))
    separator = max(_SEPARATORS, key=lines[0][1].count)
    header = [cell.strip() for cell, _ in _cells(*lines[0], separator)]
    rows = [_row(root, index, header, _cells(*line, separator)) for index, line in enumerate(lines[1:])]
    return Document(file, text, {AT: root, "rows": rows}, (*found, *more))


def _row(root: Source, index: int, header: list[str], cells: list[tuple[str, Span]]) -> Value:
    """One row; cells beyond the header count as one without a name, an empty cell as not given."""
    source = Source(root.file, cells[0][1], root, "rows", index)
    row: dict[str, Value | Source] = {AT: source}
    for number, (cell, span) in enumerate(cells):
        name = header[number] if number < len(header) else f"column {number + 1}"
        if name in row and not cell:
            continue
        source.keys[name] = source.values[name] = span
        row[name] = cell.strip() or None
    return row


def _cells(number: int, line: str, separator: str) -> list[tuple[str, Span]]:
    """The cells of one line and where each stands."""
    found, column = [], 0
    for cell in next(csv.reader([line], delimiter=separator)):
        start = line.index(cell, column) if cell in line[column:] else column
        found.append((cell, (number, start, number, start + len(cell))))
        end = line.find(separator, start + len(cell))
        column = len(line) if end < 0 else end + 1
    return found
