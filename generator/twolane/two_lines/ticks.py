"""The figures along the axis: round moments, as many as have room."""

from __future__ import annotations

from dataclasses import dataclass

from twolane.two_lines.text_width import Line, measured
from twolane.two_lines.time_axis import Axis
from twolane.wording.counts import number

SIZE = 11.0
_BETWEEN = 10.0
_SMALL, _LARGE = 1e-4, 1e7


@dataclass(frozen=True, slots=True)
class Tick:
    """A figure and its pixel along the axis."""

    at: float
    line: Line


def ticks(axis: Axis, room: float, beside: bool) -> tuple[Tick, ...]:
    """Figures at least ``room`` pixels apart, and further where they stand ``beside`` each other and are long."""
    while True:
        found = tuple(Tick(axis.at(time), measured(_figure(time), SIZE)) for time in axis.ticks(room))
        widest = max((tick.line.width for tick in found), default=0.0) + _BETWEEN
        if not beside or widest <= room or len(found) < 2:
            return found
        room = widest


def _figure(time: float) -> str:
    """A moment in figures; a very large or very small one by its power of ten."""
    return number(time) if not time or _SMALL <= abs(time) < _LARGE else f"{time:g}"
