"""Dates, months and quarters as people write them: ``1 October 2026``."""

from __future__ import annotations

from datetime import date

from twolane.wording.spoken_language import texts


def day(value: date | None) -> str:
    """A date as people write it: ``1 October 2026``; empty without one."""
    if value is None:
        return ""
    return texts().day_of_month.format(day=value.day, month=_month(value.month), year=value.year)


def period(value: str | None) -> str:
    """A date, month or quarter: ``31 December 2027``, ``March 2027``, ``Q1 2027``."""
    if not value:
        return ""
    year, _, rest = value.partition("-")
    if rest.startswith("Q"):
        return texts().quarter_of_year.format(quarter=rest[1:], year=year)
    if len(rest) == 5:
        return day(date.fromisoformat(value))
    return texts().month_of_year.format(month=_month(int(rest)), year=year) if rest else year


def _month(number: int) -> str:
    return texts().months[number - 1]
