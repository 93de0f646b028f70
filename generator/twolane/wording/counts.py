"""Figures and counts: ``1,200``, ``35%``, ``7 stages``."""

from __future__ import annotations

from twolane.wording.plurals import Plural
from twolane.wording.spoken_language import texts


def number(value: float) -> str:
    """A figure with thousands apart and no needless decimals: ``1,200``, ``0.5``."""
    whole = f"{value:,.6f}".rstrip("0").rstrip(".")
    return _local(whole) if whole not in ("-0", "") else "0"


def _local(figure: str) -> str:
    signs = {",": texts().thousands_apart, ".": texts().decimal_point}
    return "".join(signs.get(each, each) for each in figure)


def figure(value: float | None, unit: str | None) -> str:
    """A metric's figure with its unit: ``35%``, ``14 days``; empty without a figure."""
    if value is None:
        return ""
    if unit == "percent":
        return texts().percent.format(number=number(value))
    if unit == "days":
        return texts().days.of(value).format(number=number(value))
    return number(value)


def in_words(value: int) -> str:
    """A small number as it is written in a sentence: ``two``; a larger one in figures."""
    words = texts().small_numbers
    return words[value - 1] if 1 <= value <= len(words) else number(value)


def count(value: float, singular: str, plural: str = "") -> str:
    """How many of something, in English: ``1 stage``, ``7 stages``."""
    return f"{number(value)} {singular if value == 1 else plural or singular + 's'}"


def counted(value: float, words: Plural) -> str:
    """How many of something, in the words of the language that is spoken: ``1 stage``, ``7 stages``."""
    return f"{number(value)} {words.of(value)}"
