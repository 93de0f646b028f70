"""Finds places for what is written on arrows, between the two lines: on its arrow, and beside every other text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from twolane.two_lines.text_width import Line

Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""
SIZE, LEADING = 11.5, 13.5
_PAD = 4.0
_PLACES = tuple(0.5 + sign * step / 20 for step in range(8) for sign in (1, -1))
"""Where along its arrow a text may stand, the best first."""
_STRIDE = 9.0
"""Pixels from one place above or below an arrow to the next."""
_NEAR = 10
"""So many of these places are near."""


@dataclass(frozen=True, slots=True)
class Chip:
    """A text with a place: the middle of a box."""

    lines: tuple[Line, ...]
    x: float
    y: float

    @property
    def box(self) -> Box:
        """What it covers."""
        width, height = _size(self.lines)
        return self.x - width / 2, self.y - height / 2, self.x + width / 2, self.y + height / 2


def chips(
    wanted: Sequence[tuple[tuple[Line, ...], Point, Point]],
    shafts: Sequence[tuple[Point, Point]],
    taken: Sequence[Box],
    within: Box,
) -> tuple[Chip, ...] | None:
    """A place for each text on its arrow, which goes from the first point to the second; None where one finds none.

    Of the nearest free places the one that hides the least of all ``shafts`` is taken, if there are any that leave both
    ends of its own to be seen; ``taken`` is covered by other texts. As a text may stand anywhere above or below its
    arrow, all find a place once ``within`` is high enough, if it is wider than each.
    """
    found: list[Chip] = []
    for lines, tail, head in wanted:
        boxes = [*taken, *(chip.box for chip in found)]
        free = _nearest(lines, tail, head, within, boxes)
        if not free:
            return None
        found.append(min(free, key=lambda chip: sum(_hides(chip.box, *shaft) for shaft in shafts)))
    return tuple(found)


def _asides(within: Box) -> Iterator[float]:
    """How far a text may stand above or below its arrow, the best first: everywhere between the edges."""
    yield 0.0
    for step in range(1, int((within[3] - within[1]) / _STRIDE) + 2):
        yield from (step * _STRIDE, -step * _STRIDE)


def _nearest(lines: tuple[Line, ...], tail: Point, head: Point, within: Box, taken: Sequence[Box]) -> list[Chip]:
    """The nearest free places that leave both ends of the arrow to be seen; where those are far, the nearest."""
    nearest = filter(None, (_free(lines, tail, head, within, aside, taken) for aside in _asides(within)))
    first = next(nearest, [])
    for places in chain([first], islice(nearest, _NEAR)):
        clear = [chip for chip in places if not _holds(chip.box, tail) and not _holds(chip.box, head)]
        if clear:
            return clear
    return first


def _free(
    lines: tuple[Line, ...], tail: Point, head: Point, within: Box, aside: float, taken: Sequence[Box]
) -> list[Chip]:
    """The places along an arrow, so many pixels ``aside``, where nothing else stands."""
    width, height = _size(lines)
    found = []
    for part in _PLACES:
        x, y = tail[0] + (head[0] - tail[0]) * part, tail[1] + (head[1] - tail[1]) * part + aside
        x = min(max(x, within[0] + width / 2), within[2] - width / 2)
        found.append(Chip(lines, x, min(max(y, within[1] + height / 2), within[3] - height / 2)))
    return [chip for chip in found if not any(_meet(chip.box, box) for box in taken)]


def _size(lines: Sequence[Line]) -> tuple[float, float]:
    return max(line.width for line in lines) + 2 * _PAD, len(lines) * LEADING + _PAD


def _meet(one: Box, other: Box) -> bool:
    return one[0] - 2 < other[2] and other[0] < one[2] + 2 and one[1] - 2 < other[3] and other[1] < one[3] + 2


def _hides(box: Box, tail: Point, head: Point) -> int:
    """How much a box hides of an arrow: one for a piece of its shaft, more for an end, where one sees where it leads.

    Tried at some points, which is enough to choose.
    """
    ends = sum(_holds(box, end) for end in (tail, head))
    inside = ((tail[0] + (head[0] - tail[0]) * at / 16, tail[1] + (head[1] - tail[1]) * at / 16) for at in range(1, 16))
    return 3 * ends + any(_holds(box, point) for point in inside)


def _holds(box: Box, point: Point) -> bool:
    return box[0] - 2 < point[0] < box[2] + 2 and box[1] - 2 < point[1] < box[3] + 2
