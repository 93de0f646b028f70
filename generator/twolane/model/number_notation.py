"""Reads numbers as people write them elsewhere, `10k`, `1.234.567,89` or `€ 20`, to say how they are written here.

A number is read whole or not at all: to name its first digits would change what somebody meant.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from types import MappingProxyType

_LONGEST = 60
"""Letters above which nothing is a number that somebody wrote."""
_SIGNS = str.maketrans({"−": "-", "–": "-", "\u066b": ".", "\u066c": "'", "’": "'", "‘": "'", "´": "'"})
_FRACTIONS = MappingProxyType({"¼": ".25", "½": ".5", "¾": ".75"})
_CURRENCY = r"[$€£¥₹]|eur|euros?|usd|us-?\$|gbp|chf|fr\.|inr|sek|nok|dkk|pln|czk|cad|aud"
_WHOLE = re.compile(
    rf"(?:about|ca\.?|circa|~|≈)?\s*(?P<before>[-+]?)\s*(?:{_CURRENCY})?\s*(?P<sign>[-+]?)"
    r"(?P<body>[0-9](?:[0-9.,_' ]*[0-9])?|[.,][0-9]+)(?:[.,]-+)?\s*(?P<rest>[^0-9]*)",
    re.IGNORECASE,
)
_TIMES = MappingProxyType(
    {
        **dict.fromkeys(("k", "tsd", "thousand", "tausend"), 1_000),
        **dict.fromkeys(("mio", "mln", "mn", "million", "millions", "millionen"), 1_000_000),
        **dict.fromkeys(("bn", "mrd", "milliarde", "milliarden"), 1_000_000_000),
        **dict.fromkeys(("lakh", "lakhs"), 100_000),
        **dict.fromkeys(("crore", "crores"), 10_000_000),
        **dict.fromkeys(("dozen", "hundred"), 0),
        **dict.fromkeys(("m", "mm", "b", "t", "mille", "mill", "bio", "billion", "billions", "trillion"), 0),
    }
)
"""What a word behind a number multiplies it by; 0 where it means one thing here and another there."""
_UNIT = re.compile(rf"(?:{_CURRENCY}|%|[^\W\d_]+(?:-[^\W\d_]+)*)\.?", re.IGNORECASE)
_NO_UNITS = frozenset(
    ("and", "bis", "less", "mehr", "minus", "more", "oder", "or", "over", "plus", "to", "und", "under")
)
"""Words behind a number that make it another one."""
_K_UNIT = re.compile(rf"k(?:{_CURRENCY})", re.IGNORECASE)
_MARK = r"[.,]"
_GROUPS = tuple(
    re.compile(rf"(?P<whole>{groups})(?:{decimal}(?P<part>[0-9]+))?")
    for groups, decimal in (
        (r"[0-9]{1,3}(?:\.[0-9]{3}){2,}", ","),
        (r"[0-9]{1,3}(?:,[0-9]{3}){2,}", r"\."),
        (r"[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}", r"\."),
        (r"[0-9]{1,3}(?:'[0-9]{3})+", _MARK),
        (r"[0-9]{1,3}(?: [0-9]{3})+", _MARK),
        (r"[0-9]{1,3}(?:_[0-9]{3})+", r"\."),
    )
)
_ONE_GROUP = re.compile(r"(?P<whole>[1-9][0-9]{0,2}[.,][0-9]{3})(?P<part>[.,][0-9]+)")
_TWO_WAYS = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")
_DECIMAL = re.compile(rf"[0-9]*{_MARK}?[0-9]+")
_OTHER_BASE = re.compile(r"0(?:x[0-9a-f]{1,12}|o[0-7]{1,16})", re.IGNORECASE)
_SPAN = re.compile(
    r"[^0-9]*[0-9][0-9.,]*\s*[^\s0-9.,]{0,3}\s*(?:-|\.\.+|…|to|bis|and|und|or|oder)\s*[^\s0-9]{0,2}\s*[0-9]"
)


def readings(text: str) -> tuple[str, ...]:
    """The numbers that ``text`` may mean, as they are written here; none where nobody can tell.

    Two where a point or a comma stands before three digits: the first is that with a fraction.
    """
    plain = _plain(text)
    if len(plain) > _LONGEST:
        return ()
    if _OTHER_BASE.fullmatch(plain):
        return (str(int(plain, 0)),)
    found = _WHOLE.fullmatch(plain)
    if found is None:
        return ()
    times = _multiplier(found["rest"].strip())
    bodies = _bodies(found["body"]) if times else ()
    if times != 1 and len(bodies) > 1:
        return ()
    sign = "-" if "-" in (found["before"], found["sign"]) else ""
    return tuple(f"{sign}{_written(Decimal(body) * times, body)}" for body in bodies)


def is_span(text: str) -> bool:
    """Whether two numbers are given, from which to which."""
    return bool(_SPAN.match(_plain(text)[:_LONGEST]))


def has_two_readings(number: str) -> bool:
    """Whether a number may be one with a fraction, or one of thousands: ``25.000``, and not ``0.125`` or ``25.5``."""
    return bool(_TWO_WAYS.fullmatch(number.lstrip("+-")))


def _plain(text: str) -> str:
    """``text`` with the digits and signs of a keyboard, and plain spaces."""
    digits = "".join(_digit(letter) for letter in text[: 2 * _LONGEST].translate(_SIGNS))
    for sign, part in _FRACTIONS.items():
        digits = re.sub(rf"([0-9]?) ?{sign}", rf"\g<1>{part}", digits)
    return " ".join(digits.split())


def _digit(letter: str) -> str:
    if letter.isascii():
        return letter
    digit = unicodedata.decimal(letter, None)
    return (
        str(digit) if digit is not None else unicodedata.normalize("NFKC", letter) if letter in "％＄￥．，" else letter
    )


def _multiplier(rest: str) -> int:
    """What the words behind a number multiply it by; 0 where nobody can tell."""
    words = [word.rstrip(".").lower() for word in rest.split()]
    if not words:
        return 1
    together = bool(_K_UNIT.fullmatch(words[0]))
    times = 1_000 if together else _TIMES.get(words[0], 1)
    others = words[1:] if together or words[0] in _TIMES else words
    known = all(_is_unit(word) and word not in _NO_UNITS and word not in _TIMES for word in others)
    return times if known else 0


def _is_unit(word: str) -> bool:
    # A raised 2 counts as a letter in patterns.
    return bool(_UNIT.fullmatch(word)) and not any(letter.isnumeric() for letter in word)


def _bodies(body: str) -> tuple[str, ...]:
    """The decimal numbers that digits with signs between them may be."""
    for pattern in _GROUPS:
        if found := pattern.fullmatch(body):
            whole = re.sub(r"[^0-9]", "", found["whole"])
            return (f"{whole}.{found['part']}" if found["part"] else whole,)
    mixed = _ONE_GROUP.fullmatch(body)
    if mixed and mixed["part"][0] not in mixed["whole"]:
        return (re.sub(r"[^0-9]", "", mixed["whole"]) + "." + mixed["part"][1:],)
    if _TWO_WAYS.fullmatch(body):
        return body.replace(",", "."), re.sub(r"[^0-9]", "", body)
    return (body.replace(",", "."),) if _DECIMAL.fullmatch(body) else ()


def _written(number: Decimal, body: str) -> str:
    """A number without an exponent; one that might be read in two ways gets a zero more."""
    text = f"{number.normalize():f}"
    return f"{text}0" if has_two_readings(text) else text
