"""Reads figures in any notation: numbers, amounts, shares, dates, times, spans and how often something is."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from twolane.meaning.figure_tokens import Found, figure_token, plain_number, text_at
from twolane.meaning.figure_words import (
    CURRENCIES,
    MONTHS,
    NUMBERS,
    ORDINALS,
    RATES,
    RELATIVE,
    RELATIVE_DAYS,
    SCALES,
    SHORT_MONTHS,
    SUFFIXES,
    UNITS,
    WEEKDAYS,
)
from twolane.meaning.fractions_and_periods import fraction, period
from twolane.meaning.number_words import number
from twolane.meaning.pieces import Piece
from twolane.meaning.tokens import Token
from twolane.meaning.word_sets import word_set

_PERCENT = frozenset(("%", "percent", "pct"))
_OPENS_SPAN = word_set(
    "within for in after of least most than last over under during lasts takes about before until to by and or only "
    "exactly is = < > ≤ ≥ one every each"
)
_MONTH_BEFORE = word_set("in of by until since from to before after end early mid late during for and")
_WORKING = frozenset(("working", "business", "work"))
_OPENING = frozenset(
    (*NUMBERS, *SCALES, *ORDINALS, *RATES, *CURRENCIES, *MONTHS, *WEEKDAYS, *RELATIVE, *RELATIVE_DAYS)
) | word_set("a an half halves once twice thrice per every each quarter third noon midday midnight")
"""Words with which a figure may begin."""
_SURELY_MONEY = frozenset(("euro", "euros", "dollar", "dollars", "yen"))
"""What is no weight and nobody's name."""
_ORDINAL_END = frozenset(("st", "nd", "rd", "th"))


def figure(found: Sequence[Piece], at: int) -> Found:
    """The figure that begins with the piece at ``at``, if any does."""
    if found[at].sort == "word" and found[at].text not in _OPENING and found[at].text.isalpha():
        return None
    return next(filter(None, (reader(found, at) for reader in _READERS)), None)


def _in_units(found: Sequence[Piece], at: int) -> bool:
    """Whether a unit of time stands there, and no compound that begins with one: a month-end."""
    joined = at + 1 < len(found) and found[at + 1].tight and found[at + 1].sort == "word"
    return text_at(found, at) in UNITS and not joined


def _fixed(found: Sequence[Piece], at: int) -> Found:
    """What its notation alone makes a figure: a phone number, a version, a date, a time of day."""
    piece = found[at]
    if piece.sort == "phone":
        return figure_token("phone", re.sub(r"\D", "", piece.text), found, at, at + 1)
    if piece.sort == "version":
        return figure_token("version", piece.text.removeprefix("v"), found, at, at + 1)
    if piece.sort == "iso":
        return figure_token("date", piece.text, found, at, at + 1)
    if piece.sort == "dotted":
        day, month, year = (int(each) for each in re.split(r"[./]", piece.text))
        day, month = (month, day) if month > 12 else (day, month)
        return figure_token("date", f"{year + 2000 if year < 100 else year}-{month:02}-{day:02}", found, at, at + 1)
    if piece.sort == "word" and re.search(r"\d", piece.text):
        return figure_token("mark", piece.text, found, at, at + 1)
    if piece.sort == "code" and re.search(r"\d", piece.text):
        return figure_token("code", piece.text.strip("`"), found, at, at + 1)
    return None


def _clock(found: Sequence[Piece], at: int) -> Found:
    piece = found[at]
    if piece.text in ("noon", "midday"):
        return figure_token("time", "12:00", found, at, at + 1)
    if piece.text == "midnight":
        return figure_token("time", "00:00", found, at, at + 1)
    if piece.sort not in ("clock", "number") or not re.fullmatch(r"\d{1,2}([:.]\d{2})?", piece.text):
        return None
    hour, minute = (int(each) for each in (*re.split("[:.]", piece.text), "0")[:2])
    half, end = _half_of_day(found, at + 1)
    if piece.sort == "number" and not half:
        sharp = text_at(found, at + 1) == "o'clock"
        return figure_token("time", f"{hour:02}:{minute:02}", found, at, at + 2) if sharp else None
    hour = hour % 12 + 12 if half == "p" else hour % 12 if half == "a" else hour
    return figure_token("time", f"{hour:02}:{minute:02}", found, at, end)


def _half_of_day(found: Sequence[Piece], at: int) -> tuple[str, int]:
    text = text_at(found, at)
    if text in ("am", "pm"):
        return text[0], at + 1
    if text in ("a", "p") and [text_at(found, at + step) for step in (1, 2)] == [".", "m"]:
        return text, at + 4 if text_at(found, at + 3) == "." else at + 3
    return "", at


def _date(found: Sequence[Piece], at: int) -> Found:
    """A day with its month, or a month with its year, in either order."""
    day, end = _day(found, at)
    if day:
        end += text_at(found, end) == "of"
        month = _month(found, end, True)
        return _with_year(found, at, end + 1, month, day) if month else None
    month = _month(found, at, False)
    if not month:
        return None
    day, end = _day(found, at + 1)
    return _with_year(found, at, end if day else at + 1, month, day)


def _day(found: Sequence[Piece], at: int) -> tuple[int, int]:
    text = text_at(found, at)
    value = int(text) if text.isdecimal() else ORDINALS.get(text, 0)
    ended = text_at(found, at + 1) in _ORDINAL_END
    return (value, at + 1 + ended) if 0 < value <= 31 else (0, at)


def _month(found: Sequence[Piece], at: int, after_day: bool) -> int:
    text = text_at(found, at)
    if text not in MONTHS:
        return 0
    dated = after_day or bool(_day(found, at + 1)[0]) or bool(re.fullmatch(r"(19|20)\d\d", text_at(found, at + 1)))
    if text in SHORT_MONTHS or text in ("may", "march"):
        named = found[at].raw[:1].isupper() and text_at(found, at - 1) in _MONTH_BEFORE
        return MONTHS[text] if dated or named else 0
    return MONTHS[text]


def _with_year(found: Sequence[Piece], at: int, end: int, month: int, day: int) -> tuple[Token, int]:
    skip = end + (text_at(found, end) in (",", "."))
    year = text_at(found, skip)
    known = re.fullmatch(r"(19|20)\d\d", year) is not None
    value = f"{year if known else '-'}-{month:02}" + (f"-{day:02}" if day else "")
    return figure_token("date", value, found, at, skip + 1 if known else end)


def _told(found: Sequence[Piece], at: int) -> Found:
    """What is told by a word: a weekday, tomorrow, next quarter, weekly, half, twice, an ordinal."""
    text, after = found[at].text, text_at(found, at + 1)
    if text in WEEKDAYS and (len(text) > 5 or found[at].raw[:1].isupper()):
        return figure_token("weekday", WEEKDAYS[text], found, at, at + 1)
    if text in RELATIVE_DAYS:
        return figure_token("when", text, found, at, at + 1)
    if text in RELATIVE and after in UNITS and not after.endswith("s") and not after.startswith("sec"):
        return figure_token("when", f"{text} {after}", found, at, at + 2)
    if text in RATES:
        return figure_token("rate", RATES[text], found, at, at + 1)
    if text in ("half", "halves") and not _unit(found, at + 1 + (after in ("a", "an"))) and after != "dozen":
        return figure_token("share", "50", found, at, at + 1)
    if text in ("twice", "thrice"):
        return figure_token("times", 2 if text == "twice" else 3, found, at, at + 1)
    if text in ORDINALS:
        return figure_token("ordinal", ORDINALS[text], found, at, at + 1)
    return None


def _often(found: Sequence[Piece], at: int) -> Found:
    """How often: per month, every week, once a day, a month behind something that is counted."""
    text, after = found[at].text, text_at(found, at + 1)
    if text == "once" and after in ("a", "an", "per", "every") and _unit(found, at + 2):
        return figure_token("rate", _singular(text_at(found, at + 2)), found, at, at + 3)
    if text == "/" and found[at].tight and _unit(found, at + 1) and not after.endswith("s"):
        return figure_token("rate", after, found, at, at + 2)
    if text in ("per", "every", "each") and after in UNITS and not after.endswith("s"):
        return figure_token("rate", _singular(after), found, at, at + 2)
    if text in ("a", "an") and _unit(found, at + 1):
        opened = at == 0 or text_at(found, at - 1) in _OPENS_SPAN or found[at - 1].sort == "break"
        if not opened:
            return figure_token("rate", _singular(after), found, at, at + 2)
    return None


def _unit(found: Sequence[Piece], at: int) -> bool:
    return _in_units(found, at) and not text_at(found, at).startswith("sec")


def _singular(unit: str) -> str:
    return unit.removesuffix("s")


def _measured(found: Sequence[Piece], at: int) -> Found:
    """A number with what it counts, where that is money, a share or time; else the number alone."""
    money = CURRENCIES.get(found[at].text) if found[at].sort == "sign" or found[at].text in CURRENCIES else None
    begin = at + 1 if money else at
    value, end = _number(found, begin)
    if value is None:
        written_out = text_at(found, at - 1) in ("in", "(") and found[at].text in _SURELY_MONEY
        alone = money is not None and (found[at].sort == "sign" or found[at].raw.isupper() or written_out)
        return figure_token("currency", money, found, at, at + 1) if alone else None
    worded = found[begin].sort == "word"
    if not worded and text_at(found, end) in SUFFIXES and found[end].tight:
        behind = CURRENCIES.get(text_at(found, end + 1))
        if text_at(found, end) != "m" or money or behind:
            value, end = value * SUFFIXES[text_at(found, end)], end + 1
    money = money or CURRENCIES.get(text_at(found, end))
    if money:
        return figure_token(
            "money", f"{plain_number(value)} {money}", found, at, end + (text_at(found, end) in CURRENCIES)
        )
    return _counted(found, at, end, value, worded)


def _counted(found: Sequence[Piece], at: int, end: int, value: Decimal, worded: bool) -> Found:
    text, after = text_at(found, end), text_at(found, end + 1)
    if text in _PERCENT:
        return figure_token("share", plain_number(value), found, at, end + 1)
    if text == "per" and after == "cent":
        return figure_token("share", plain_number(value), found, at, end + 2)
    if text in _WORKING and after in ("day", "days", "hour", "hours"):
        return figure_token("span", f"{plain_number(value)} working {after.removesuffix('s')}s", found, at, end + 2)
    if _in_units(found, end):
        unit, factor = UNITS[text]
        return figure_token("span", f"{plain_number(value * factor)} {unit}", found, at, end + 1)
    if text in ("times", "x", "×") and not (worded and text == "x"):
        return figure_token("times", plain_number(value), found, at, end + 1)
    if text in _ORDINAL_END and not worded and found[end].tight:
        return figure_token("ordinal", plain_number(value), found, at, end + 1)
    alone = found[at].text in ("a", "an", "one") and end == at + 1
    return None if alone else figure_token("number", plain_number(value), found, at, end)


def _number(found: Sequence[Piece], at: int) -> tuple[Decimal | None, int]:
    """The number that begins at ``at``; an article counts as one where a unit or a scale follows."""
    text = text_at(found, at)
    if at < len(found) and found[at].sort == "number":
        value, end = number(text), at + 1
        while text_at(found, end) in SCALES:
            value, end = value * SCALES[text_at(found, end)], end + 1
        return value, end
    if text in ("half", "halve"):
        skip = at + 1 + (text_at(found, at + 1) in ("a", "an"))
        follows = text_at(found, skip) in UNITS or text_at(found, skip) == "dozen"
        if follows and text_at(found, skip) == "dozen":
            return Decimal(6), skip + 1
        return (Decimal("0.5"), skip) if follows else (None, at)
    if text in ("a", "an") and (text_at(found, at + 1) in ("hundred", "thousand", "million", "dozen", "billion")):
        return _spoken(found, at + 1, Decimal(1))
    if text in ("a", "an") and _unit(found, at + 1):
        return Decimal(1), at + 1
    return _spoken(found, at, None)


def _spoken(found: Sequence[Piece], at: int, begun: Decimal | None) -> tuple[Decimal | None, int]:
    """A number in words: two hundred and fifty thousand."""
    total, part, end = Decimal(0), begun, at
    while True:
        text = text_at(found, end)
        if text in NUMBERS and (
            part is None or part % 100 == 0 or (part % 10 == 0 and part % 100 and NUMBERS[text] < 10)
        ):
            part = (part or Decimal(0)) + NUMBERS[text]
        elif text in SCALES and part is not None:
            part *= SCALES[text]
            if SCALES[text] >= 1000:
                total, part = total + part, Decimal(0)
        elif text == "and" and part and part % 100 == 0 and text_at(found, end + 1) in NUMBERS:
            pass
        else:
            break
        end += 1
    return (None, at) if part is None else (total + part, end)


_READERS: tuple[Callable[[Sequence[Piece], int], Found], ...] = (
    fraction,
    period,
    _fixed,
    _clock,
    _date,
    _often,
    _told,
    _measured,
)
