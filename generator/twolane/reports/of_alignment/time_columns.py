"""Where a time stands in a row of characters: exact, so that equal times always share a column."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import floor

from twolane.alignment.lines import Lines
from twolane.alignment.time_spans import OPEN, Span


@dataclass(frozen=True, slots=True)
class Scale:
    """``columns`` columns for the time from ``begin`` to ``end``."""

    begin: Decimal
    end: Decimal
    columns: int

    def at(self, time: Decimal) -> Fraction:
        """How many columns stand before ``time``."""
        if time == OPEN:
            return Fraction(self.columns)
        return (Fraction(time) - Fraction(self.begin)) * self.columns / (Fraction(self.end) - Fraction(self.begin))

    def bar(self, span: Span) -> tuple[int, int]:
        """The first column of ``span`` and the column behind its last one; at least one column is between them."""
        first = min(floor(self.at(span.begin)), self.columns - 1)
        return first, max(first + 1, min(floor(self.at(span.end)), self.columns))


def scale(spans: Iterable[Span], columns: int) -> Scale | None:
    """The scale on which all of ``spans`` can be drawn; None where there is none."""
    times = [time for span in spans for time in (span.begin, span.end) if time != OPEN]
    if not times:
        return None
    begin, end = min(times), max(times)
    return Scale(begin, end if end > begin else begin + 1, columns)


def all_spans(lines: Lines) -> list[Span]:
    """The spans of both lines, needs among them."""
    ours, theirs = (each.span for each in lines.ours), (each.span for each in lines.theirs)
    return [span for span in (*ours, *theirs, *(each.span for each in lines.wanted)) if span is not None]
