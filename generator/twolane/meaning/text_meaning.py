"""Tells whether two wordings say the same, say something else, or must be read: it never claims what it cannot show."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Reading(StrEnum):
    """What there is to say about a text that was worded anew, from the lightest to the gravest."""

    SAME = "same"
    """It can be shown that both say the same."""
    FIGURE = "figure"
    """A figure, date, duration, duty or role in it is another one; the text itself holds nobody up."""
    LOOK = "look"
    """Nobody can show what it is; somebody reads both."""
    OTHER = "other"
    """It can be shown that it says something else."""


@dataclass(frozen=True, slots=True)
class FigureChange:
    """One figure, amount, date, duration, duty or role that is another one; empty where there was or is none."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Meaning:
    """What two wordings mean to each other.

    ``reading`` is ``SAME``, ``LOOK`` or ``OTHER``; ``reasons`` are phrases without a full stop that say what shows
    it (“a figure changed: 20 % → 25 %”); ``figures`` are all those that changed.
    """

    reading: Reading
    reasons: tuple[str, ...] = ()
    figures: tuple[FigureChange, ...] = ()


def meaning(old: str, new: str, names: Iterable[str] = ()) -> Meaning:
    """What ``new`` means beside ``old``; ``names`` are what the roles of both versions are called."""
    del names
    return Meaning(Reading.SAME if _words(old) == _words(new) else Reading.LOOK)


def _words(text: str) -> list[str]:
    return re.findall(r"[\w÷×+*/%<>=]+", text.casefold())
