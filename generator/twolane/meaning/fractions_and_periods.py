"""Reads fractions and parts of a year in any notation: one third is 1/3, the third quarter of 2026 is Q3 2026."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType

from twolane.meaning.figure_tokens import Found, figure_token, plain_number, text_at
from twolane.meaning.figure_words import NUMBERS, ORDINALS
from twolane.meaning.pieces import Piece
from twolane.meaning.word_sets import word_set

_SIGNS: Mapping[str, tuple[int, int]] = MappingProxyType(
    {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅛": (1, 8)}
)
_PARTS: Mapping[str, int] = MappingProxyType(
    {"half": 2, "quarter": 4} | {word: at for word, at in ORDINALS.items() if 3 <= at <= 12}
)
"""Of how many parts one is called so."""
_LARGEST = 12
_YEAR = re.compile(r"(?:19|20)\d\d")
_BEHIND = frozenset((".", ",", ";", ")", "\n", "")) | word_set(
    "of less more or and to in on at by than is are was were has have per at as if when before after within"
)
"""What may stand behind a fraction; a noun may not: one third party."""
_BEFORE_DAYS = word_set("on by until till before after from since to due and or - ,")
_ORDINAL_END = frozenset(("st", "nd", "rd", "th"))
_OF_TIME = frozenset(("year", "month", "day", "week"))


def fraction(found: Sequence[Piece], at: int) -> Found:
    """A fraction as a share: ½, 1/3 of something, one third, three quarters of something."""
    piece = found[at]
    if piece.text in _SIGNS:
        counted = piece.tight and at > 0 and found[at - 1].sort == "number"
        return None if counted else _share(_SIGNS[piece.text], found, at, at + 1)
    if piece.sort == "number":
        return _in_digits(found, at)
    count = 1 if piece.text in ("a", "an", "one") else NUMBERS.get(piece.text, 0)
    named = text_at(found, at + 1)
    parts = _PARTS.get(named.removesuffix("s") if count > 1 else named, 0)
    if not 0 < count < parts or (count > 1 and not named.endswith("s")) or text_at(found, at + 2) not in _BEHIND:
        return None
    return None if _is_time(found, at, parts) else _share((count, parts), found, at, at + 2)


def _is_time(found: Sequence[Piece], at: int, parts: int) -> bool:
    """Whether a quarter is three months, and a half no share of what is named behind it."""
    behind = [text_at(found, place) for place in range(at + 2, at + 5)]
    return parts in (2, 4) and (
        behind[0] != "of" or any(text in _OF_TIME or _YEAR.fullmatch(text) for text in behind[1:])
    )


def _in_digits(found: Sequence[Piece], at: int) -> Found:
    """A third as 1/3, where it is no day in March."""
    count, sign, parts, behind = (text_at(found, place) for place in range(at, at + 4))
    tight = sign == "/" and bool(parts) and found[at + 1].tight and found[at + 2].tight
    inside = found[at].tight and text_at(found, at - 1) == "/"
    if not tight or inside or behind not in _BEHIND or text_at(found, at - 1) in _BEFORE_DAYS:
        return None
    if not (count.isdecimal() and parts.isdecimal() and 0 < int(count) < int(parts) <= _LARGEST):
        return None
    return None if _YEAR.fullmatch(text_at(found, at + 4)) else _share((int(count), int(parts)), found, at, at + 3)


def _share(parts: tuple[int, int], found: Sequence[Piece], at: int, end: int) -> Found:
    value = Decimal(f"{Decimal(100 * parts[0]) / parts[1]:.1f}")
    return figure_token("share", plain_number(value), found, at, end)


def period(found: Sequence[Piece], at: int) -> Found:
    """A quarter or a half of a year, or a year that begins in one and ends in the next: 2026/27."""
    text = found[at].text
    if found[at].sort == "number":
        return _school_year(found, at) or _year_in_front(found, at) or _ordinal_in_digits(found, at)
    if re.fullmatch(r"[qh][1-4]", text) and text not in ("h3", "h4"):
        return _with_year(text.upper(), found, at, at + 1)
    return _named(ORDINALS.get(text, 0), found, at, at + 1)


def _school_year(found: Sequence[Piece], at: int) -> Found:
    begin, end = found[at].text, text_at(found, at + 2)
    joined = text_at(found, at + 1) == "/" and found[at + 1].tight and bool(end) and found[at + 2].tight
    if not joined or not _YEAR.fullmatch(begin) or not end.isdecimal():
        return None
    follows = str(int(begin) + 1)
    return figure_token("years", begin, found, at, at + 3) if end in (follows, follows[2:]) else None


def _year_in_front(found: Sequence[Piece], at: int) -> Found:
    quarter = text_at(found, at + 1)
    if _YEAR.fullmatch(found[at].text) and re.fullmatch("q[1-4]|h[12]", quarter):
        return figure_token("period", f"{quarter.upper()} {found[at].text}", found, at, at + 2)
    return None


def _ordinal_in_digits(found: Sequence[Piece], at: int) -> Found:
    if text_at(found, at + 1) not in _ORDINAL_END or not found[at + 1].tight or not found[at].text.isdecimal():
        return None
    return _named(int(found[at].text), found, at, at + 2)


def _named(which: int, found: Sequence[Piece], at: int, end: int) -> Found:
    """The third quarter; and the first half, where the year is named behind it."""
    part = text_at(found, end)
    if part == "quarter" and 0 < which <= 4:
        return _with_year(f"Q{which}", found, at, end + 1)
    if part == "half" and which in (1, 2):
        behind = [text_at(found, place) for place in range(end + 1, end + 4)]
        if behind == ["of", "the", "year"]:
            return figure_token("period", f"H{which} -", found, at, end + 4)
        if _YEAR.fullmatch(behind[0]) or (behind[0] == "of" and _YEAR.fullmatch(behind[1])):
            return _with_year(f"H{which}", found, at, end + 1)
    return None


def _with_year(part: str, found: Sequence[Piece], at: int, end: int) -> Found:
    skip = end + (text_at(found, end) in ("of", ",", "/"))
    year = text_at(found, skip)
    if _YEAR.fullmatch(year):
        return figure_token("period", f"{part} {year}", found, at, skip + 1)
    return figure_token("period", f"{part} -", found, at, end)
