"""Exact spans of time: how far apart two are, and whether one enters the other.

Times are the numbers that an author wrote, as decimals, in the unit of the process: week 0.1 and week 0.3 are
0.2 weeks apart and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Context, Decimal
from functools import lru_cache

ZERO = Decimal(0)
OPEN = Decimal("Infinity")
"""The end of a span that goes on."""
_EXACT = Context(prec=2000)  # more than the digits between the largest and the smallest number of a file


@dataclass(frozen=True, slots=True)
class Span:
    """From ``begin`` to ``end``, which is ``OPEN`` where nobody says when it is over; both may be the same moment."""

    begin: Decimal
    end: Decimal

    def late_for(self, window: Span) -> Decimal:
        """How far behind ``window`` this span begins; negative by as much as it is over before ``window`` begins.

        It is 0 where the two have a moment in common, and so also where they only touch: what begins in the very
        moment in which the window ends is not late, and *n* units later it is late by exactly *n*.
        """
        if self.begin > window.end:
            return _EXACT.subtract(self.begin, window.end)
        if self.end < window.begin:
            return _EXACT.subtract(self.end, window.begin)
        return ZERO

    def enters(self, window: Span) -> bool:
        """Whether a part of this span lies inside ``window``; to touch it is not to enter it."""
        return self.begin < window.end and window.begin < self.end

    def common(self, window: Span) -> Span:
        """What lies inside both spans, where one enters the other."""
        return Span(max(self.begin, window.begin), min(self.end, window.end))

    def covers(self, part: Span) -> bool:
        """Whether all of ``part`` lies inside this span."""
        return self.begin <= part.begin and part.end <= self.end

    def moved(self, by: Decimal) -> Span:
        """The span later by ``by``, or earlier where that is negative."""
        return Span(_EXACT.add(self.begin, by), _EXACT.add(self.end, by))

    def way_out(self, window: Span) -> Decimal:
        """The smallest move that leaves ``window``: earlier where it is negative, before 0 only where it must be."""
        earlier = _EXACT.subtract(window.begin, self.end)
        if window.end == OPEN:
            return earlier
        later = _EXACT.subtract(window.end, self.begin)
        return earlier if -earlier <= min(later, self.begin) else later


@lru_cache(maxsize=4096)
def exact(time: float | None) -> Decimal | None:
    """A time as its author wrote it; None where it is not given, or no moment at all (1e999)."""
    if time is None:
        return None
    value = Decimal(repr(time))
    return value if value.is_finite() else None


def span(begin: float | None, end: float | None, outer: Span | None = None) -> Span | None:
    """The span from ``begin`` to ``end``; a side that is not given is that of ``outer``, or else open.

    None where nothing says anything, and where it ends before it begins, which loading has reported. A side of
    ``outer`` that contradicts the side that is given does not count.
    """
    first, last = exact(begin), exact(end)
    if first is None and last is None:
        return outer
    if last is None:
        assert first is not None
        return Span(first, max(first, outer.end if outer else OPEN))
    if first is None:
        return Span(min(last, outer.begin if outer else ZERO), last)
    return Span(first, last) if first <= last else None


def hull(spans: Iterable[tuple[float | None, float | None]]) -> Span | None:
    """The span from the first to the last time that any of ``spans`` gives; None where none does."""
    sides = [(exact(begin), exact(end)) for begin, end in spans]
    known = [
        time
        for begin, end in sides
        for time in (begin, end)
        if time is not None and (begin is None or end is None or begin <= end)
    ]
    return Span(min(known), max(known)) if known else None
