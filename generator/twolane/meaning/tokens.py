"""What a text is taken apart into: words by what they mean, figures by what they amount to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Sort(Enum):
    """What a token is to whoever compares two texts."""

    WORD = "word"
    FIGURE = "figure"
    ACTOR = "actor"
    """Somebody who does something: a role, a department, the buyer, us."""
    MARK = "mark"
    """What turns or limits a sentence: not, only, all, before, must, will."""
    PREPOSITION = "preposition"
    FILLER = "filler"
    """What says nothing by itself: an article, a “that”."""
    BREAK = "break"
    """A comma, a stop, the end of a line."""


@dataclass(frozen=True, slots=True)
class Token:
    """``key`` is the same for all that means the same; ``raw`` is what stands there.

    ``form`` is the ending of a word (``s``, ``ed``, ``ing``), ``kind`` the sort of figure or mark.
    """

    key: str
    raw: str
    sort: Sort = Sort.WORD
    form: str = ""
    kind: str = ""
