"""Writes a table as CSV (RFC 4180) that a spreadsheet opens as text, whatever its cells begin with."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""Without it, spreadsheets take the text for one of their country's old encodings."""


def csv_text(rows: Iterable[Iterable[str]]) -> str:
    """The table as one text; a cell that a spreadsheet would take for a formula begins with an apostrophe."""
    file = io.StringIO()
    writer = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([[_safe(cell) for cell in row] for row in rows])
    return _MARK + file.getvalue()


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.lstrip(" ").startswith(_FORMULA) or cell.startswith(_FORMULA) else cell
