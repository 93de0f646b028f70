"""Says values in words: time spans, dates, figures, counts and choices, as people in sales would."""

from __future__ import annotations

from datetime import date

from twolane.pages.texts import TEXTS

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def number(value: float) -> str:
    """A figure with thousands apart and no needless decimals: ``1,200``, ``0.5``."""
    whole = f"{value:,.6f}".rstrip("0").rstrip(".")
    return whole if whole not in ("-0", "") else "0"


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


def figure(value: float | None, unit: str | None) -> str:
    """A metric's figure with its unit: ``35%``, ``14 days``; empty without a figure."""
    if value is None:
        return ""
    if unit == "percent":
        return f"{number(value)}%"
    if unit == "days":
        return count(value, "day")
    return number(value)


def count(value: float, singular: str, plural: str = "") -> str:
    """How many of something: ``1 stage``, ``7 stages``."""
    return f"{number(value)} {singular if value == 1 else plural or singular + 's'}"


def listed(words: tuple[str, ...]) -> str:
    """Words as a sentence lists them: ``a, b and c``."""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def choice(word: str | None) -> str:
    """What the format calls a choice, in words for readers; unknown words stay as they are."""
    return TEXTS.get(f"choice_{word}", word) if word else ""
