"""Measures and wraps text, in the font that comes with the site.

Each line is drawn with the length that is measured here (SVG's ``textLength``), so that another font, where somebody
has taken ours away, is squeezed rather than cut. What was measured is kept, since names are laid out in many ways
before one is chosen.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from twolane.two_lines.letter_widths import letter_width

_LONGEST = 400
"""Characters that are drawn of a text; the rest stands in the table beside the picture."""


_SYLLABLES = re.compile(r"[^-–—/]*[-–—/]+|[^-–—/]+")
"""A word in the parts after which a line may break: at hyphens, dashes and strokes."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text and its width; ``sure`` where the font's own metrics say so, not a guess about another script."""

    text: str
    width: float
    sure: bool = True


@lru_cache(maxsize=16_384)
def measured(text: str, size: float, bold: bool = False) -> Line:
    """A text as one line of a font of that size, in pixels."""
    widths = [letter_width(each, bold) for each in unicodedata.normalize("NFC", text)]
    return Line(text, sum(width for width, _ in widths) * size, all(sure for _, sure in widths))


def wrapped(text: str, room: float, size: float, bold: bool = False) -> tuple[Line, ...]:
    """A text in lines of at most ``room`` pixels, broken at blanks; a longer word is broken where it must be."""
    blank = measured(" ", size, bold).width
    lines: list[list[Line]] = []
    free = -1.0
    for word in text[:_LONGEST].split() or [" "]:
        for part in _parts(word, room, size, bold):
            if part.width + blank <= free:
                lines[-1].append(part)
                free -= part.width + blank
            else:
                lines.append([part])
                free = room - part.width
    return tuple(_joined(line, blank) for line in lines)


def _joined(words: Sequence[Line], blank: float) -> Line:
    width = sum(word.width for word in words) + blank * (len(words) - 1)
    return Line(" ".join(word.text for word in words), width, all(word.sure for word in words))


@lru_cache(maxsize=8192)
def balanced(text: str, room: float, size: float, bold: bool = False) -> tuple[Line, ...]:
    """A text in as few lines as ``room`` allows, of much the same width."""
    best = wrapped(text, room, size, bold)
    least = max(sum(line.width for line in best) / len(best), longest_word(text, size, bold))
    for width in range(ceil(least), int(room), 6):
        tried = wrapped(text, width, size, bold)
        if len(tried) == len(best):
            return tried
    return best


@lru_cache(maxsize=4096)
def longest_word(text: str, size: float, bold: bool = False) -> float:
    """The width of the longest word, below which a text cannot be wrapped without breaking one."""
    return max((measured(word, size, bold).width for word in text[:_LONGEST].split()), default=0.0)


@lru_cache(maxsize=4096)
def longest_part(text: str, size: float, bold: bool = False) -> float:
    """The width of the longest word or part of one up to a hyphen, below which a word must be torn."""
    parts = (part for word in text[:_LONGEST].split() for part in _SYLLABLES.findall(word))
    return max((measured(part, size, bold).width for part in parts), default=0.0)


def _parts(word: str, room: float, size: float, bold: bool) -> list[Line]:
    """A word in parts that fit, broken after hyphens where that is enough; always at least one character each."""
    whole = measured(word, size, bold)
    if whole.width <= room:
        return [whole]
    pieces = _SYLLABLES.findall(word)
    if max(measured(piece, size, bold).width for piece in pieces) > room:
        pieces = list(word)
    parts = [""]
    for piece in pieces:
        if parts[-1] and measured(parts[-1] + piece, size, bold).width > room:
            parts.append("")
        parts[-1] += piece
    return [measured(part, size, bold) for part in parts]
