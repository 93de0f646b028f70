"""Spans of time in a process's unit: ``weeks 1–3``."""

from __future__ import annotations

from twolane.wording.counts import number


def span(begin: float | None, end: float | None, unit: str) -> str:
    """A time span in the process's unit: ``weeks 1–3``, ``from week 4``, ``until week 2``; empty without one."""
    if begin is None and end is None:
        return ""
    if begin is None:
        return f"until {unit} {number(end or 0)}"
    if end is None:
        return f"from {unit} {number(begin)}"
    if begin == end:
        return f"{unit} {number(begin)}"
    return f"{unit}s {number(begin)}–{number(end)}"
