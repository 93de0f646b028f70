"""Judges the whole way of a deal from where it is to its end, before and after: what it must meet that it had not to.

The one place where that is decided, wherever a gate stands: at the stage that the deal is in, at a new one in between,
behind the last, or in another order. Read with the versions exchanged, it says what nobody makes sure of any more.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from twolane.changes.gates import Need, Way


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a deal's way on which it needs more than before.

    The deal is in ``stage`` (empty for one that waits to enter the first) and goes on until it is in ``into`` (empty
    for the end), at these positions of both ways. ``newly`` is what it must meet on it now that it neither had met
    nor had to meet by then, in the order in which it comes there.
    """

    stage: str
    into: str
    begins: tuple[int, int]
    ends: tuple[int, int]
    newly: tuple[Need, ...]


def stretches(old: Way, new: Way) -> Iterator[Stretch]:
    """Where deals need more than before, those nearest to what holds them first.

    For a deal in each stage of the old way that the new one has too, or before the first, and for each point ahead of
    it in both, the end among them. What a deal has met at earlier gates counts as met, and so does what it had to meet
    by that point anyway: so what only moves between the two holds nobody.
    """
    points = _points(old, new)
    late = _late(old, new, points)
    if not late:
        return
    for begin in sorted(_beginnings(old, new), key=lambda each: -each[1]):
        for end in points:
            if end[0] > begin[0] and end[1] > begin[1]:
                newly = [need for need in late if new.places[need] > begin[1] and _is_late(need, old, new, *end)]
                if newly:
                    yield Stretch(new.at(begin[1]), new.at(end[1]), begin, end, tuple(newly))


def _late(old: Way, new: Way, points: list[tuple[int, int]]) -> list[Need]:
    """What the way to some point asks for now, and did not before, in the order in which a deal comes there."""
    first = [min((was for was, now in points if now >= place), default=-1) for place in range(new.end + 1)]
    return [need for need, place in new.places.items() if first[place] < old.places.get(need, old.end + 1)]


def _is_late(need: Need, old: Way, new: Way, was: int, now: int) -> bool:
    """Whether the way to a point asks for it now, and did not before."""
    return new.places[need] <= now and old.places.get(need, was + 1) > was


def _points(old: Way, new: Way) -> list[tuple[int, int]]:
    """Where both ways come by, in the order of the new one: the position in the old and in the new one."""
    if not old.stages or not new.stages:
        return []
    both = ((old.position(stage), now) for now, stage in enumerate(new.stages) if new.position(stage) == now)
    return [*((was, now) for was, now in both if was is not None), (old.end, new.end)]


def _beginnings(old: Way, new: Way) -> Iterator[tuple[int, int]]:
    """Where a deal may be under the old version, and is under the new one."""
    yield -1, -1
    both = ((was, new.position(stage)) for was, stage in enumerate(old.stages))
    yield from ((was, now) for was, now in both if now is not None)
