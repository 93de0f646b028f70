"""``actuals.csv`` as a document of rows, so that it is checked and explained like any other definition."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from twolane.findings import Finding, Related, Subject
from twolane.loading.model_keys import keys_of
from twolane.model.releases import Actual
from twolane.source import Place, Source, Span
from twolane.wording.did_you_mean import nearest
from twolane.wording.lists import listed
from twolane.yaml_text.decoding import clean, decode
from twolane.yaml_text.document import AT, Document, Value
from twolane.yaml_text.reading_rules import DUPLICATE_KEY, MISSING_KEY, UNKNOWN_KEY
from twolane.yaml_text.refusals import LIMITS, too_large

_SEPARATORS = ",;\t"
_COLUMNS = keys_of(Actual)
_NEEDED = tuple(name for name, info in Actual.model_fields.items() if info.is_required())
_ANNOUNCED = re.compile(r"\s*\"?sep=(?P<separator>[,;\t])\"?\s*", re.IGNORECASE)


def read_rows(file: str, data: bytes) -> Document:
    """The rows below the key ``rows``, each a mapping from the names of the columns to the cells' text.

    Commas, semicolons and tabs separate, whichever the header uses: spreadsheets write any of them. There are no
    rows where a column is missing that each row must have; that is told once, for the header.
    """
    if len(data) > LIMITS.bytes:
        hint = "take out the oldest rows; git keeps them"
        return Document(file, "", None, (too_large(file, LIMITS.bytes, hint),))
    text, found = decode(file, data)
    text, more = clean(file, data, text) if "\t" not in text else (text, [])
    lines = [(number, line) for number, line in enumerate(text.split("\n")) if line.strip()]
    announced = _ANNOUNCED.fullmatch(lines[0][1]) if lines else None
    lines = lines[1:] if announced else lines
    root = Source(file)
    if not lines:
        return Document(file, text, {AT: root, "rows": []}, (*found, *more))
    separator = announced["separator"] if announced else max(_SEPARATORS, key=lines[0][1].count)
    cells = list(_cells(*lines[0], separator))
    header, faults = _header(file, cells)
    usable = lines[1:] if set(_NEEDED) <= set(header) else []
    # A spreadsheet leaves rows of nothing but separators where somebody has emptied cells.
    filled = [line for line in usable if line[1].replace(separator, "").strip()]
    rows = [_row(root, index, header, _cells(*line, separator)) for index, line in enumerate(filled)]
    return Document(file, text, {AT: root, "rows": rows}, (*found, *more, *faults))


def _header(file: str, cells: Sequence[tuple[str, Span]]) -> tuple[list[str], list[Finding]]:
    """The column that each cell of the first line names (empty: none), and what is wrong with them."""
    names = {cell for cell, _ in cells}
    header: list[str] = []
    findings: list[Finding] = []
    for cell, span in cells:
        near = cell if cell in _COLUMNS else nearest(cell, [each for each in _COLUMNS if each not in names])
        if cell and near in header:
            findings.append(_twice(file, cell, span, cells[header.index(near)][1]))
        elif cell and cell not in _COLUMNS:
            findings.append(_unknown(file, cell, span, near))
        header.append("" if near in header or not cell else near)
    missing = [name for name in _NEEDED if name not in header]
    if missing:
        # Where not one column is known, there is no header: then each of its cells would be told in vain.
        findings = [*(findings if any(header) else ()), _missing(file, missing, cells)]
    return header, findings


def _twice(file: str, cell: str, span: Span, before: Span) -> Finding:
    message = f"the column “{cell}” is given twice"
    found = DUPLICATE_KEY.on(Place.of(file, span), message, subject=Subject(file, key=cell), hint="keep one of the two")
    return replace(found, related=(Related(Place.of(file, before), "it is given here first"),))


def _unknown(file: str, cell: str, span: Span, near: str) -> Finding:
    hint = f"did you mean `{near}`?" if near else f"known columns are {listed(_COLUMNS)}"
    return UNKNOWN_KEY.on(
        Place.of(file, span), f"`{cell}` is no column of the actuals", subject=Subject(file, key=cell), hint=hint
    )


def _missing(file: str, missing: Sequence[str], cells: Sequence[tuple[str, Span]]) -> Finding:
    (line, column, *_), end = cells[0][1], cells[-1][1]
    names = listed(f"`{name}`" for name in missing)
    message = f"the first line names no {'columns' if missing[1:] else 'column'} {names}"
    hint = f"the first line of the file is {','.join(_COLUMNS)}"
    return MISSING_KEY.on(Place.of(file, (line, column, *end[2:])), message, hint=hint)


def _row(root: Source, index: int, header: Sequence[str], cells: Iterator[tuple[str, Span]]) -> Value:
    """One row; cells beyond the header count as one without a name, an empty cell as not given."""
    row: dict[str, Value | Source] = {}
    source = Source(root.file, parent=root, key="rows", index=index)
    for number, (cell, span) in enumerate(cells):
        if not number:
            source.span = span
        name = header[number] if number < len(header) else f"column {number + 1}" if cell else ""
        if name:
            source.keys[name] = source.values[name] = span
            row[name] = cell or None
    row[AT] = source
    return row


def _cells(number: int, line: str, separator: str) -> Iterator[tuple[str, Span]]:
    """The cells of one line, without quotes around them, and where each stands."""
    cell = re.compile(rf"[^\S\t]*(?:\"(?P<quoted>(?:[^\"]|\"\")*)\"[^{separator}]*|(?P<plain>[^{separator}]*))")
    position = 0
    while match := cell.match(line, position):
        part = "quoted" if match["quoted"] is not None else "plain"
        text = match[part].rstrip()
        yield text.replace('""', '"'), (number, match.start(part), number, match.start(part) + len(text))
        position = match.end() + 1
        if match.end() >= len(line):
            return
