"""Sets names beside a line that runs across: each hangs on a pole like a flag, and no pole crosses another's text.

A name that fits between its pole and the next stays next to the line. The others stand in two stairs that fall to both
sides: left of a middle they hang to the left of their poles, right of it to the right, each above those it covers.
The middle is the one that needs the least height.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from twolane.two_lines.frame import Span
from twolane.two_lines.spread import spread
from twolane.two_lines.step_names import LEADING, SIZE, StepName
from twolane.two_lines.text_width import Line, balanced, longest_part, longest_word

_POLES = 8.0
"""Pixels between two poles."""
_BESIDE = 4.0
"""Pixels between a pole and its text."""
_BETWEEN = 4.0
"""Pixels between two names, one above the other."""
_EDGE = 24.0
"""Pixels between a pole and the edge of the picture: room for a letter at least."""
_TORN = 100.0
"""Pixels of height that one gives for a word in one piece."""
_WIDEST = 190.0
_MOST_LINES = 3


@dataclass(frozen=True, slots=True)
class Flag:
    """A name with its place: lines of text beside a pole, ``offset`` pixels away from the line at the nearest.

    ``torn`` tells that a word had to be broken; ``sides`` are from where to where it reaches, pole included.
    """

    pole: float
    left: bool
    lines: tuple[Line, ...]
    torn: bool
    sides: Span
    offset: float = 0.0

    @property
    def height(self) -> float:
        """The height of the text."""
        return len(self.lines) * LEADING

    @property
    def text_at(self) -> float:
        """Where the text begins, or ends where it hangs to the left."""
        return self.pole - _BESIDE if self.left else self.pole + _BESIDE


def flagged(names: Sequence[StepName], width: float) -> tuple[Flag, ...]:
    """A flag for each name, in the same order; ``names`` go from left to right, ``width`` is all there is."""
    if not names:
        return ()
    poles = spread([name.target for name in names], [_POLES] * len(names), _EDGE, width - _EDGE)
    afters = [*poles[1:], width]
    snug = [_snug(name, pole, after, width) for name, pole, after in zip(names, poles, afters, strict=True)]
    tries = (_arranged(names, poles, snug, middle, width) for middle in _middles(len(names)))
    return min(tries, key=lambda flags: height_of(flags) + _TORN * sum(flag.torn for flag in flags))


def height_of(flags: Iterable[Flag]) -> float:
    """The height that all flags need."""
    return max((flag.offset + flag.height for flag in flags), default=0.0)


def _middles(count: int) -> list[int]:
    """Where the two stairs may part: some places are enough, from the middle outwards."""
    every = range(0, count + 1, max(1, count // 8))
    return sorted({*every, count // 2, count}, key=lambda at: abs(at - count / 2))


def _snug(name: StepName, pole: float, after: float, width: float) -> tuple[Line, ...]:
    """The lines of a name that fits before the next pole; none where it does not."""
    room = after - pole - _BESIDE - 2 * _BETWEEN if after < width else width - pole - _BESIDE - 1
    if room < longest_word(name.text, SIZE, name.bold):
        return ()
    lines = balanced(name.text, min(room, _WIDEST), SIZE, name.bold)
    return lines if len(lines) <= _MOST_LINES else ()


def _arranged(
    names: Sequence[StepName],
    poles: Sequence[float],
    snug: Sequence[tuple[Line, ...]],
    middle: int,
    width: float,
) -> tuple[Flag, ...]:
    """Flags with their offsets, the stairs parting at ``middle``."""
    flags = [
        _flag(pole, False, snug[at], False) if snug[at] else _hung(names[at], pole, at < middle, width)
        for at, pole in enumerate(poles)
    ]
    lowest_first = [at for at in range(len(flags)) if snug[at]]
    lowest_first += [at for at in range(middle) if not snug[at]]
    lowest_first += [at for at in reversed(range(middle, len(flags))) if not snug[at]]
    done: list[Flag] = []
    for at in lowest_first:
        flags[at] = replace(flags[at], offset=_lowest(flags[at], done))
        done.append(flags[at])
    return tuple(flags)


def _hung(name: StepName, pole: float, left: bool, width: float) -> Flag:
    room = min((pole if left else width - pole) - _BESIDE - 1, _WIDEST)
    torn = longest_part(name.text, SIZE, name.bold) > room
    return _flag(pole, left, balanced(name.text, room, SIZE, name.bold), torn)


def _flag(pole: float, left: bool, lines: tuple[Line, ...], torn: bool) -> Flag:
    reach = _BESIDE + max(line.width for line in lines)
    return Flag(pole, left, lines, torn, (pole - reach, pole + 1) if left else (pole - 1, pole + reach))


def _lowest(flag: Flag, done: Iterable[Flag]) -> float:
    """The smallest offset above every pole that the flag covers and beside every text that it would touch."""
    begin, end = (flag.sides[0] - _BETWEEN, flag.sides[1] + _BETWEEN)
    offset, beside = 0.0, []
    for other in done:
        first, last = other.sides
        if begin < other.pole < end and other.pole != flag.pole:
            offset = max(offset, other.offset + other.height + _BETWEEN)
        elif first < end and begin < last:
            beside.append(other)
    for other in sorted(beside, key=lambda each: each.offset):
        if other.offset < offset + flag.height + _BETWEEN and offset < other.offset + other.height + _BETWEEN:
            offset = other.offset + other.height + _BETWEEN
    return offset
