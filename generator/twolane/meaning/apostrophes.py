"""Apostrophes that change nothing, there or not: “it's budget” for “its budget”, “customers'” for “customers”."""

from __future__ import annotations

import re

_PIECE = re.compile(r"[\w'’‘´ʼ]+|[^\w'’‘´ʼ]+")
_MARKS = str.maketrans("", "", "'’‘´ʼ")
_ITS = frozenset(("its", "it's"))


def with_apostrophes_of(old: str, new: str) -> str:
    """The ``new`` text, where its apostrophes mean nothing with those of ``old``; word by word, in texts of as many."""
    one, other = _PIECE.findall(old), _PIECE.findall(new)
    if len(one) != len(other):
        return new
    return "".join(mine if _means_nothing(mine, yours) else yours for mine, yours in zip(one, other, strict=True))


def _means_nothing(one: str, other: str) -> bool:
    """Whether both are one word in the same number: never what one customer has and what all of them have."""
    if one == other or one.translate(_MARKS) != other.translate(_MARKS):
        return False
    small = {_straight(one), _straight(other)}
    short, long = min(small, key=len), max(small, key=len)
    return small == _ITS or (long == f"{short}'" and short.endswith("s") and short not in _ITS)


def _straight(word: str) -> str:
    return re.sub("[’‘´ʼ]", "'", word.casefold())
