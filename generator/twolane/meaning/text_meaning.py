"""Tells whether two wordings say the same, say something else, or must be read: it never claims what it cannot show."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from twolane.meaning.actors import Called
from twolane.meaning.aligning import align
from twolane.meaning.apostrophes import with_apostrophes_of
from twolane.meaning.figure_changes import changed_figures, nearly_same
from twolane.meaning.grammar import other_endings
from twolane.meaning.other_actors import whose
from twolane.meaning.otherness import reasons
from twolane.meaning.reading_texts import tokens
from twolane.meaning.reasons import Reason
from twolane.meaning.word_order import same_order
from twolane.wording.spoken_language import texts


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
    it (“20 % → 25 %”); ``figures`` are all those that changed.
    """

    reading: Reading
    reasons: tuple[str, ...] = ()
    figures: tuple[FigureChange, ...] = ()


@dataclass(frozen=True, slots=True)
class _Compared:
    """What two texts are to each other, before it is put into words; it is the same read backwards."""

    reading: Reading
    reasons: tuple[Reason, ...] = ()
    figures: tuple[FigureChange, ...] = ()

    def backwards(self) -> _Compared:
        figures = tuple(FigureChange(each.new, each.old) for each in self.figures)
        return _Compared(self.reading, tuple(each.backwards() for each in self.reasons), figures)


def meaning(old: str, new: str, names: Iterable[Called] = ()) -> Meaning:
    """What ``new`` means beside ``old``; ``names`` are what the roles of both versions are called.

    A role that has several names is a tuple of them, the one that it bears first.
    """
    if old == new:
        return Meaning(Reading.SAME)
    found = _meaning(old, new, tuple(names)) if old < new else _meaning(new, old, tuple(names)).backwards()
    return Meaning(found.reading, tuple(map(_worded, found.reasons)), found.figures)


def figures(old: str, new: str, names: Iterable[Called] = ()) -> tuple[FigureChange, ...]:
    """The figures, amounts, dates, durations, duties and roles that are other ones in ``new``."""
    if old == new:
        return ()
    if old < new:
        return _figures(old, new, tuple(names))
    return tuple(FigureChange(each.new, each.old) for each in _figures(new, old, tuple(names)))


_SEVERAL = 3
"""From so many lines on, those that both texts have are left out."""


@lru_cache(maxsize=4096)
def _meaning(old: str, new: str, names: tuple[Called, ...]) -> _Compared:
    one, other = tokens(old, names), tokens(with_apostrophes_of(old, new), names)
    both = align(one, other)
    pairs = [pair for pair in changed_figures(one, other) if not nearly_same(pair)]
    shown = reasons(both, pairs, whose(one, other))
    changed = _figures(old, new, names)
    if shown:
        return _Compared(Reading.OTHER, shown, changed)
    endings = other_endings(both, one, other)
    same = not endings and (not both.chunks or same_order(one, other))
    return _Compared(Reading.SAME) if same else _Compared(Reading.LOOK, figures=changed)


@lru_cache(maxsize=4096)
def _figures(old: str, new: str, names: tuple[Called, ...]) -> tuple[FigureChange, ...]:
    one, other = _lines_that_differ(old, new)
    pairs = changed_figures(tokens(one, names), tokens(other, names))
    return tuple(FigureChange(pair.old.raw if pair.old else "", pair.new.raw if pair.new else "") for pair in pairs)


def _lines_that_differ(old: str, new: str) -> tuple[str, str]:
    """Of texts of several lines, those that only one of them has."""
    one, other = old.splitlines(), new.splitlines()
    if len(one) < _SEVERAL or len(other) < _SEVERAL:
        return old, new
    both = set(one) & set(other)
    return _without(one, both), _without(other, both)


def _without(lines: Iterable[str], both: Container[str]) -> str:
    return "\n".join(line for line in lines if line not in both)


def _worded(reason: Reason) -> str:
    t = texts()
    if not reason.old or not reason.new:
        new, gone = (
            (t.meaning_figure_new, t.meaning_figure_gone)
            if reason.sort == "figure"
            else (t.meaning_word_new, t.meaning_word_gone)
        )
        return (new if reason.new else gone).format(old=reason.old, new=reason.new)
    text = {"figure": t.meaning_figure, "actor": t.meaning_actor, "places": t.meaning_places}.get(reason.sort, "")
    return (text or t.meaning_word).format(old=reason.old, new=reason.new)
