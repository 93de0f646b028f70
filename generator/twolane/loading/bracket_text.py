"""The text between brackets as its author wrote it, and its lines with a part written otherwise."""

from __future__ import annotations

import re
from collections.abc import Sequence

from twolane.source import Span
from twolane.yaml_text.syntax_lines import quoted, split
from twolane.yaml_text.syntax_values import safe

Lines = Sequence[str]
_NEEDS_QUOTES = re.compile(r"[,\[\]{}]|: |:$")


def written(lines: Lines, span: Span) -> str:
    """What stands there, on one line; empty where the lines were mended, or a comment stands within."""
    line, column, end_line, end_column = span
    if end_line >= len(lines):
        return ""
    if line == end_line:
        return lines[line][column:end_column]
    parts = [lines[line][column:], *lines[line + 1 : end_line], lines[end_line][:end_column]]
    return "" if any("#" in part for part in parts) else " ".join(part.strip() for part in parts)


def opens_with(lines: Lines, span: Span, bracket: str) -> bool:
    """Whether a value is written in brackets of this kind."""
    return span[0] < len(lines) and lines[span[0]][span[1] : span[1] + 1] == bracket


def comma_before(lines: Lines, before: Span, after: Span) -> Span:
    """From the comma between two texts to the end of the second."""
    line, column = before[2], before[3]
    at = lines[line].find(",", column) if line < len(lines) else -1
    return (line, at if at >= 0 else column, after[2], after[3])


def is_tight(lines: Lines, before: Span, after: Span) -> bool:
    """Whether nothing but the comma stands between two texts."""
    return before[2] == after[0] and lines[before[2]][before[3] : after[1]] == ","


def between(text: str) -> str:
    """``text`` as it can stand between brackets."""
    return quoted(text) if _NEEDS_QUOTES.search(text) or safe(text) != text else text


def with_part(lines: Lines, span: Span, text: str) -> str:
    """The lines of a span with ``text`` in its place, as one line."""
    return lines[span[0]][: span[1]] + text + lines[span[2]][span[3] :]


def as_block(lines: Lines, span: Span, texts: Sequence[str]) -> str:
    """The line of a list in brackets with each item on a line of its own; empty where more stands on that line."""
    part = split(lines[span[0]])
    if span[0] != span[2] or not part.key or (part.column, part.column + len(part.value)) != (span[1], span[3]):
        return ""
    head = f"{part.indent}{part.dashes}{part.key}{part.comment}"
    return "\n".join((head, *(f"{' ' * part.content}  - {text}" for text in texts)))
