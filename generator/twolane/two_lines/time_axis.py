"""From time to pixels, and the moments that the axis names."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, floor, log10


@dataclass(frozen=True, slots=True)
class Extent:
    """From when to when something is drawn, in the process's unit or in steps.

    ``timed`` is false where no time is given and the order decides; ``open`` where nobody says when it ends.
    """

    begin: float
    end: float
    timed: bool = True
    open: bool = False


@dataclass(frozen=True, slots=True)
class Axis:
    """Moments and their pixels, both rising; between two knots time runs evenly.

    ``breaks`` are the stretches in which nothing begins or ends and which are drawn shorter than they are.
    """

    knots: tuple[tuple[float, float], ...]
    breaks: tuple[tuple[float, float], ...] = ()

    @property
    def start(self) -> float:
        """The first pixel."""
        return self.knots[0][1]

    @property
    def end(self) -> float:
        """The last pixel."""
        return self.knots[-1][1]

    def at(self, time: float) -> float:
        """The pixel of a moment."""
        after = min(max(bisect_right(self.knots, (time, float("inf"))), 1), len(self.knots) - 1)
        (first, begin), (last, end) = self.knots[after - 1], self.knots[after]
        return begin + (time - first) / (last - first) * (end - begin)

    def pixels(self, extent: Extent, least: float) -> tuple[float, float]:
        """The pixels of a span, at least so many, and none outside the axis."""
        first, last = self.at(extent.begin), self.at(extent.end)
        short = max(0.0, least - (last - first)) / 2
        if not short:
            return first, last
        first = min(max(first - short, self.start), self.end - least)
        return first, first + least

    def ticks(self, room: float) -> Iterator[float]:
        """Round moments outside of the breaks, at least ``room`` pixels apart."""
        stretches = [pair for pair in pairwise(self.knots) if (pair[0][0], pair[1][0]) not in self.breaks]
        pace = max((end - begin) / (last - first) for (first, begin), (last, end) in stretches)
        step, before = _round_up(room / pace), float("-inf")
        for (first, _), (last, _) in stretches:
            for count in range(ceil(first / step - 1e-9), floor(last / step + 1e-9) + 1):
                if self.at(count * step) >= before + room - 1e-6:
                    before = self.at(count * step)
                    yield count * step


_LONG, _SHORT = 0.12, 0.07
"""Parts of the axis: an empty stretch longer than the first is drawn as long as the second, where that is needed."""
_TIGHT = 0.016
"""A part of the axis below which a block is too short to be seen well."""


def axis_of(begin: float, end: float, extents: Iterable[Extent], start: float, length: float) -> Axis:
    """The axis from ``begin`` to ``end`` on ``length`` pixels.

    Where a quarter of all ``extents`` would be too short to see, the long stretches without any begin or end shrink.
    """
    even = Axis(((begin, start), (end, start + length)))
    known = [extent for extent in extents if extent.timed]
    tight = sum(even.at(each.end) - even.at(each.begin) < length * _TIGHT for each in known)
    if tight * 4 < len(known) or not known:
        return even
    moments = sorted({begin, end, *(time for each in known for time in (each.begin, each.end))})
    stretches = list(pairwise(moments))
    broken = [last - first > (end - begin) * _LONG for first, last in stretches]
    if all(broken) or not any(broken):
        return even
    rest = sum(last - first for (first, last), each in zip(stretches, broken, strict=True) if not each)
    pace = length * (1 - _SHORT * sum(broken)) / rest
    knots = [(begin, start)]
    for (first, last), each in zip(stretches, broken, strict=True):
        knots.append((last, knots[-1][1] + (length * _SHORT if each else (last - first) * pace)))
    return Axis(tuple(knots), tuple(pair for pair, each in zip(stretches, broken, strict=True) if each))


def _round_up(value: float) -> float:
    """The next of … 0.1, 0.2, 0.5, 1, 2, 5, 10 …"""
    base: float = 10.0 ** floor(log10(value))
    return next(base * factor for factor in (1, 2, 5, 10, 20) if base * factor >= value * (1 - 1e-9))
