"""Tells whether two wordings say the same, say something else, or must be read: it never claims what it cannot show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from twolane.meaning.aligning import align
from twolane.meaning.figure_changes import changed_figures, nearly_same
from twolane.meaning.grammar import other_endings, same_order
from twolane.meaning.otherness import reasons, whose
from twolane.meaning.reading_texts import tokens


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


_SAME = Meaning(Reading.SAME)


def meaning(old: str, new: str, names: Iterable[str] = ()) -> Meaning:
    """What ``new`` means beside ``old``; ``names`` are what the roles of both versions are called."""
    return _SAME if old == new else _meaning(old, new, tuple(names))


def figures(old: str, new: str, names: Iterable[str] = ()) -> tuple[FigureChange, ...]:
    """The figures, amounts, dates, durations, duties and roles that are other ones in ``new``."""
    return () if old == new else _figures(old, new, tuple(names))


@lru_cache(maxsize=4096)
def _meaning(old: str, new: str, names: tuple[str, ...]) -> Meaning:
    one, other = tokens(old, names), tokens(new, names)
    both = align(one, other)
    pairs = [pair for pair in changed_figures(one, other) if not nearly_same(pair)]
    changed = _figures(old, new, names)
    shown = reasons(both, pairs, whose(one, other))
    if shown:
        return Meaning(Reading.OTHER, shown, changed)
    endings = other_endings(both, one, other)
    same = not endings and (not both.chunks or same_order(one, other))
    return _SAME if same else Meaning(Reading.LOOK, figures=changed)


@lru_cache(maxsize=4096)
def _figures(old: str, new: str, names: tuple[str, ...]) -> tuple[FigureChange, ...]:
    pairs = changed_figures(tokens(old, names), tokens(new, names))
    return tuple(FigureChange(pair.old.raw if pair.old else "", pair.new.raw if pair.new else "") for pair in pairs)
