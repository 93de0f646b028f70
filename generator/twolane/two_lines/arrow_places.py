"""Decides where along the axis each arrow leaves the buyer's line and where it reaches ours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from twolane.two_lines.frame import Parts, Span
from twolane.two_lines.spread import spread
from twolane.two_lines.story import Arrow
from twolane.two_lines.time_axis import Axis

_APART = 8.0
_INSIDE = 4.0
"""Pixels that an arrow keeps from the ends of a block."""


@dataclass(frozen=True, slots=True)
class Aim:
    """Where an arrow begins and ends along the axis; ``window`` is when the value is needed."""

    tail: float
    head: float
    window: Span


@dataclass(frozen=True, slots=True)
class _TailRange:
    """Where a tail may be and would best be; ``head`` is None where the arrow is upright."""

    room: Span
    tail: float
    head: float | None
    reach: Span
    window: Span


def aims(arrows: Sequence[Arrow], parts: Parts, axis: Axis) -> tuple[Aim, ...]:
    """An aim for each arrow: upright where it can be, and no two on the same spot unless there is no room."""
    ranges = _fanned([_tail_range(arrow, parts, axis) for arrow in arrows])
    tails = _apart([each.tail for each in ranges], [each.room for each in ranges], axis)
    slanted = [at for at, each in enumerate(ranges) if each.head is not None]
    heads = _apart([ranges[at].head or 0.0 for at in slanted], [ranges[at].reach for at in slanted], axis)
    head_of = dict(zip(slanted, heads, strict=True))
    return tuple(Aim(tail, head_of.get(at, tail), ranges[at].window) for at, tail in enumerate(tails))


def _fanned(ranges: Sequence[_TailRange]) -> list[_TailRange]:
    """Upright arrows that have the same room share it evenly."""
    sharing: dict[Span, list[int]] = {}
    for at, each in enumerate(ranges):
        if each.head is None:
            sharing.setdefault(each.room, []).append(at)
    found = list(ranges)
    for room, members in sharing.items():
        part = (room[1] - room[0]) / (len(members) + 1)
        for count, at in enumerate(members, 1):
            found[at] = replace(ranges[at], tail=room[0] + count * part)
    return found


def _tail_range(arrow: Arrow, parts: Parts, axis: Axis) -> _TailRange:
    theirs = _inside(parts.theirs[arrow.theirs])
    needed = axis.at(arrow.window.begin), axis.at(arrow.window.end)
    window = _common(theirs, needed) or _nearest(theirs, needed)
    if arrow.ours is None:
        return _TailRange(window, _middle(window), None, window, needed)
    ours = _inside(parts.ours[arrow.ours])
    if arrow.outcome == "off":
        side = 1 if arrow.late > 0 else 0
        return _TailRange(theirs, window[side], ours[1 - side], ours, needed)
    both = _common(window, ours) or _common(theirs, ours) or _common(parts.theirs[arrow.theirs], parts.ours[arrow.ours])
    if both:
        return _TailRange(both, _middle(both), None, both, needed)
    tail, head = _nearest(theirs, ours)[0], _nearest(ours, theirs)[0]
    return _TailRange(theirs, tail, head, ours, needed)


def _apart(targets: Sequence[float], rooms: Sequence[Span], axis: Axis) -> list[float]:
    """Places near the targets, apart from each other, each within its room."""
    order = sorted(range(len(targets)), key=lambda at: (targets[at], at))
    places = spread([targets[at] for at in order], [_APART] * len(order), axis.start, axis.end)
    found = [0.0] * len(targets)
    for at, place in zip(order, places, strict=True):
        found[at] = min(max(place, rooms[at][0]), rooms[at][1])
    return found


def _inside(span: Span) -> Span:
    margin = min(_INSIDE, (span[1] - span[0]) / 2)
    return span[0] + margin, span[1] - margin


def _common(one: Span, other: Span) -> Span | None:
    begin, end = max(one[0], other[0]), min(one[1], other[1])
    return (begin, end) if begin <= end else None


def _nearest(span: Span, other: Span) -> Span:
    """The end of ``span`` that is nearer to ``other``, as a span without length."""
    point = span[1] if other[0] > span[1] else span[0]
    return point, point


def _middle(span: Span) -> float:
    return (span[0] + span[1]) / 2
