"""Makes a new unit of time one change: where every time is the same as before, and where times mean something else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import isclose

from twolane.changes.all_kinds import by_slug
from twolane.changes.compared_elements import Node
from twolane.changes.one_change import Context, is_time, said_as, times
from twolane.changes.told import Told, and_more, merged
from twolane.model.process import Process
from twolane.wording.counts import number
from twolane.wording.spoken_language import texts

_LENGTHS: Mapping[tuple[str, str], tuple[float, ...]] = {
    ("week", "day"): (7, 5),
    ("month", "day"): (30, 365 / 12, 20),
    ("month", "week"): (4, 365 / 84, 13 / 3),
}
"""How many of a smaller unit people take for a larger one: of the calendar first, then of working days."""
_CLOSE = 0.01
"""So much of itself a time may differ from the same one in another unit, since it was rounded."""


def in_one_unit(told: Sequence[Told], context: Context) -> tuple[Told, ...]:
    """All that is told, with times that are the same in another unit in the change of the unit."""
    root = next((each for each in told if _is_unit(each)), None)
    if root is None:
        return tuple(told)
    pairs = [_written(old, new) for old, new in context.timed()]
    factor = _factor(root, [(was, now) for pair in pairs for was, now in pair])
    same = [each for each in told if is_time(each) and _is_scaled(each, factor)]
    kept = sum(any(was == now != 0 for was, now in pair) for pair in pairs)
    scaled = sum(bool(pair) and all(_close(was, now, factor) for was, now in pair) for pair in pairs)
    if kept == 0 and scaled * 2 >= len(pairs):
        return _converted(told, root, same, factor, len(pairs) - scaled, context)
    t = texts()
    figures = t.entry_figures.format(number=kept, times=t.entry_times.of(kept), other=t.entry_other_times.of(kept))
    said = {root: {"sentence": and_more(root.change.sentence, figures)}} if kept else {}
    return merged(told, {root: same}, context.bench.new_readers, said)


def _is_unit(told: Told) -> bool:
    return isinstance(told.difference.item.element, Process) and told.change.field == "time_unit"


def _written(old: Node, new: Node) -> list[tuple[float, float]]:
    return [(was, now) for was, now in zip(times(old), times(new), strict=True) if was is not None and now is not None]


def _factor(root: Told, pairs: Sequence[tuple[float, float]]) -> float:
    """By how much times grow in number: as most of them do, the calendar's where it is open."""
    old, new = root.difference.before, root.difference.after
    down = (old, new) in _LENGTHS
    lengths = _LENGTHS[(old, new) if down else (new, old)]
    factors = [length if down else 1 / length for length in lengths]
    return max(factors, key=lambda factor: sum(_close(was, now, factor) for was, now in pairs))


def _close(was: float, now: float, factor: float) -> bool:
    return isclose(was * factor, now, rel_tol=_CLOSE)


def _is_scaled(told: Told, factor: float) -> bool:
    old, new = told.difference.old, told.difference.new
    if old is None or new is None:
        return False
    return all(
        was is now is None or (was is not None and now is not None and _close(was, now, factor))
        for was, now in zip(times(old), times(new), strict=True)
    )


def _converted(
    told: Sequence[Told], root: Told, same: Sequence[Told], factor: float, otherwise: int, context: Context
) -> tuple[Told, ...]:
    kind, units = by_slug()["time-unit-converted"], texts().time_units
    old, new = root.difference.before, root.difference.after
    change = said_as(root.change, kind, old=units[old].many, new=units[new].many)
    but = texts().entry_but_moved.of(otherwise).format(number=otherwise) if otherwise else ""
    more = "".join(f", {each}" for each in (_length(old, new, factor), but) if each)
    # Where nothing happens at another time, nobody has to read it again.
    change = replace(change, sentence=f"{change.sentence.removesuffix('.')}{more}.")
    fresh = Told(replace(change, level=kind.level), root.differences)
    others = tuple(fresh if each is root else each for each in told)
    return merged(others, {fresh: same}, context.bench.new_readers, {} if otherwise else {fresh: {"roles": ()}})


def _length(old: str, new: str, factor: float) -> str:
    """How many days a week was taken to have, where it is not what the calendar says."""
    down = (old, new) in _LENGTHS
    larger, smaller = (old, new) if down else (new, old)
    length = factor if down else 1 / factor
    if (larger, smaller) == ("week", "day") and isclose(length, 7):
        return ""
    units = texts().time_units
    words = {"number": number(round(length, 1)), "units": units[smaller].many, "unit": units[larger].one}
    return texts().entry_days_to.format(**words)
