"""Dates, months and quarters as people write them: ``1 October 2026``."""

from __future__ import annotations

from datetime import date

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def day(value: date | None) -> str:
    """A date as people write it: ``1 October 2026``; empty without one."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}" if value else ""


def period(value: str | None) -> str:
    """A date, month or quarter: ``31 December 2027``, ``March 2027``, ``Q1 2027``."""
    if not value:
        return ""
    year, _, rest = value.partition("-")
    if rest.startswith("Q"):
        return f"{rest} {year}"
    if len(rest) == 5:
        return day(date.fromisoformat(value))
    return f"{_MONTHS[int(rest) - 1]} {year}" if rest else year
