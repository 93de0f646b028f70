"""Fits a process onto one sheet of paper: how large its letters are, and what has no room and stays on the site.

Everything is measured in the font that comes with the site, before a browser lays it out. Letters go down to what is
read at arm's length; then the names of who acts for the buyer go. After that no stage may be higher than a measure that
goes down until all fit: the longest lists lose their last lines, which are steps mostly, then goals go; required steps
go last. At the very end, stages go.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from math import inf

from twolane.two_lines.text_width import wrapped

SIZES = (14.0, 12.5, 11.0, 10.0, 9.0)
"""Sizes of letters in points, the largest first; the style sheet knows each by its place."""
SPLITS = ((22, 24, 31, 23), (19, 20, 35, 26), (16, 18, 42, 24))
"""Percents of the width for the stage, their steps, ours, and how the stage ends; the style sheet knows each."""

_WIDTH, _HEIGHT = 538.0, 734.0
"""Points that A4 and Letter have both inside of the margins; what is measured is a little more than what is drawn."""
_MEASURES = 1.02
"""How much more room is left than measured: another font may stand in for ours."""
_LINE = 1.3
"""From line to line, in letters of that size; what follows is too."""
_BETWEEN, _PADDING, _SIDE, _INDENT, _FRAME, _NUMBER = 0.15, 0.8, 0.75, 1.2, 0.8, 0.5
_TITLE = 18.0
_LONGEST = 400
_LEAST = 3.5
"""How high a stage is at least, with little but its name and how it ends."""


@dataclass(frozen=True, slots=True)
class Line:
    """A name, and below it what else there is to say of it, or in brief; one that is ``kept`` gives way last.

    ``framed`` says that the name has a word in a frame behind it.
    """

    text: str
    more: str = ""
    brief: str = ""
    kept: bool = False
    framed: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A stage as it is measured."""

    name: Line
    goal: str
    buyer: tuple[Line, ...]
    steps: tuple[Line, ...]
    exits: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that a sheet says: its title, the names of its columns, the stages, and the texts ``around`` those.

    ``more`` says at the end of a list how much is not there, of our steps and of others. ``spare`` is how many lines
    must stay free for what the page says besides.
    """

    title: str
    columns: tuple[str, ...]
    around: tuple[str, ...]
    blocks: tuple[Block, ...]
    more: tuple[str, str]
    spare: int = 0


@dataclass(frozen=True, slots=True)
class Left:
    """What is on paper of a stage: how many lines of each list, and whether its goal is."""

    buyer: int
    steps: int
    exits: int
    goal: bool


@dataclass(frozen=True, slots=True)
class Fit:
    """How a process fits: the places of size and split in their tables, and the stages that are on paper.

    Where it is ``brief``, the steps of the buyer have their names and times alone.
    """

    size: int
    split: int
    stages: tuple[Left, ...]
    brief: bool = False


def fit(sheet: Sheet) -> Fit:
    """The largest letters in which all fits, else the smallest with as much as has room."""
    last = len(SIZES) - 1
    for size, brief in (*((size, False) for size in range(len(SIZES))), (last, True)):
        laid = [_Laid(sheet, size, split, brief) for split in range(len(SPLITS))]
        whole = next((each for each in laid if each.height(each.highest) <= _HEIGHT), None)
        if whole:
            return whole.fit(whole.highest)
    return _cut(laid)


def shown(lines: Sequence[Line], most: int) -> tuple[bool, ...]:
    """Which of the lines are on paper where ``most`` have room: those that are kept first."""
    there = set(_ranked(lines)[:most])
    return tuple(at in there for at in range(len(lines)))


def _ranked(lines: Sequence[Line]) -> list[int]:
    """The places of the lines, those first that give way last."""
    return sorted(range(len(lines)), key=lambda at: not lines[at].kept)


def _cut(laid: Sequence[_Laid]) -> Fit:
    """The stages no higher than there is room for, in the split that leaves most; at last, not all of them."""
    cap = max(each.highest for each in laid)
    while cap > _LEAST:
        cap -= _LINE / 2
        found = next((each for each in laid if each.height(cap) <= _HEIGHT), None)
        if found:
            return found.fit(cap)
    return laid[0].fit(_LEAST)


class _Laid:
    """The stages in letters of one size and columns of one split: how high everything is."""

    def __init__(self, sheet: Sheet, size: int, split: int, brief: bool) -> None:
        self._size, self._split, self._blocks, self._brief = size, split, sheet.blocks, brief
        em = _WIDTH / SIZES[size] / _MEASURES
        rooms = stage, buyer, ours, leave = tuple(em * part / 100 - _SIDE for part in SPLITS[split])
        lead = _lines(sheet.title, _WIDTH / _TITLE / _MEASURES, bold=True) * _TITLE * _LINE + _TITLE / 2
        texts = sum(_lines(text, em) * _LINE + _BETWEEN for text in sheet.around) + sheet.spare * _LINE
        columns = zip(sheet.columns, rooms, strict=True)
        head = max(_lines(text, room - _INDENT, bold=True) for text, room in columns) * _LINE + _PADDING
        self._around = lead + (texts + head + 2 * _PADDING) * SIZES[size]
        steps_more, more = sheet.more
        self._mores = tuple(
            _lines(text, room - _INDENT) * _LINE + _BETWEEN
            for text, room in ((more, buyer), (steps_more, ours), (more, leave))
        )
        self._names = _heights((each.name for each in self._blocks), stage, _NUMBER)
        self._goals = [_lines(each.goal, stage) * _LINE + _BETWEEN if each.goal else 0.0 for each in self._blocks]
        self._buyer = [
            _sums(map(_brief, each.buyer) if brief else each.buyer, buyer - _INDENT) for each in self._blocks
        ]
        self._steps = [_sums(each.steps, ours - _INDENT) for each in self._blocks]
        self._exits = [_sums(each.exits, leave - _INDENT) for each in self._blocks]
        self.highest = max((self._row(at, inf)[1] for at in range(len(self._blocks))), default=0.0)

    def height(self, cap: float) -> float:
        """How high the sheet is in points, with no stage higher than ``cap`` where that can be."""
        rows = sum(self._row(at, cap)[1] for at in range(len(self._blocks)))
        return self._around + (rows + self._told(cap)) * SIZES[self._size]

    def fit(self, cap: float) -> Fit:
        """The sheet with no stage higher than that, and with as many stages as there is room for."""
        free = (_HEIGHT - self._around) / SIZES[self._size] - self._told(cap)
        stages: list[tuple[Left, float]] = []
        for at in range(len(self._blocks)):
            stages.append(self._row(at, cap))
            free -= stages[-1][1]
            if free < 0:
                free += stages.pop()[1]
                break
        return Fit(self._size, self._split, tuple(self._filled(stages, cap, free)), self._brief)

    def _filled(self, stages: Sequence[tuple[Left, float]], cap: float, free: float) -> list[Left]:
        """The stages with as much more of each, one line after the other, as what is free has room for."""
        found = list(stages)
        while cap < self.highest:
            cap += _LINE / 2
            for at, (_, height) in enumerate(found):
                more = self._row(at, cap)
                if more[1] - height <= free:
                    found[at] = more
                    free -= more[1] - height
        return [left for left, _ in found]

    def _told(self, cap: float) -> float:
        """The lines that say at the end of the sheet what is left out as a whole."""
        return 2 * _LINE if self._brief or cap < self.highest else 0

    def _row(self, at: int, cap: float) -> tuple[Left, float]:
        inside, of_more = cap - _PADDING, self._mores
        buyer, of_buyer = _most(self._buyer[at], inside, of_more[0])
        steps, of_steps = _most(self._steps[at], inside, of_more[1])
        exits, of_exits = _most(self._exits[at], inside, of_more[2], least=1)
        goal = self._names[at] + self._goals[at] <= inside
        name = self._names[at] + self._goals[at] * goal
        return Left(buyer, steps, exits, goal), _PADDING + max(name, of_buyer, of_steps, of_exits)


def _most(sums: Sequence[float], room: float, more: float, least: int = 0) -> tuple[int, float]:
    """How many of the lines have room, and how high those are, with the words that count the others."""
    last = len(sums) - 1
    if not last or sums[last] <= room:
        return last, sums[last]
    most = max(bisect_right(sums, room - more, 0, last) - 1, min(least, last - 1))
    return most, sums[most] + more


def _sums(lines: Iterable[Line], room: float) -> list[float]:
    """How high a list is with none of its lines, with one, and so on: with those first that give way last."""
    given = list(lines)
    heights = _heights(given, room)
    return [0.0, *accumulate(heights[at] for at in _ranked(given))]


def _brief(line: Line) -> Line:
    return replace(line, more=line.brief)


def _heights(lines: Iterable[Line], room: float, above: float = _BETWEEN) -> list[float]:
    return [_height(each, room) * _LINE + above for each in lines]


def _height(line: Line, room: float) -> float:
    return _lines(line.text, room - _FRAME * line.framed, bold=True) + _lines(line.more, room)


def _lines(text: str, room: float, bold: bool = False) -> float:
    """How many lines a text takes; a very long one is measured by its beginning."""
    lines = bool(text) and len(wrapped(text, max(room, 2), 1, bold))
    return lines * max(1.0, len(text) / _LONGEST)
