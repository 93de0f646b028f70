"""Spans of time in a process's unit: ``weeks 1–3``."""

from __future__ import annotations

from twolane.wording.counts import number
from twolane.wording.spoken_language import texts


def span(begin: float | None, end: float | None, unit: str) -> str:
    """A time span in the process's unit: ``weeks 1–3``, ``from week 4``, ``until week 2``; empty without one."""
    if begin is None and end is None:
        return ""
    t, words = texts(), texts().time_units[unit]
    if begin is None:
        return t.span_until.format(unit=words.one, end=number(end or 0))
    if end is None:
        return t.span_from.format(unit=words.one, begin=number(begin))
    if begin == end:
        return t.point_in_time.format(unit=words.one, number=number(begin))
    return t.span_between.format(units=words.many, begin=number(begin), end=number(end))


def units(value: float, unit: str) -> str:
    """The word for a unit of time that goes with a figure: ``week`` for 1, ``weeks`` for any other."""
    return texts().time_units[unit].of(value)
