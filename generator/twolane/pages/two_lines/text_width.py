"""Measures and wraps text: the one module that knows the metrics of a font.

They are Helvetica's, from ReportLab; Arial, Liberation Sans and Arimo were made to the same widths, so that one of the
four is on nearly every machine. Each line is drawn with the length that is measured here (SVG's ``textLength``), so
that another font is squeezed rather than cut. What was measured is kept, since names are laid out in many ways before
one is chosen.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil

FONTS = ("Helvetica", "Helvetica-Bold")
_ODD_LETTER = 0.78
"""Of the font's size: the width of a letter of another script, on the safe side."""
_WIDE = 1.05
"""Of the font's size: the width of a Chinese, Japanese or Korean character, and of a picture."""
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


@lru_cache(maxsize=8192)
def _character(character: str, font: str) -> tuple[float, bool]:
    """The width of a character in a font of size 1, and whether the font has it."""
    # ReportLab takes longer to load than all checks of a small playbook; only those who draw wait for it.
    from reportlab.pdfbase.pdfmetrics import stringWidth

    plain = unicodedata.normalize("NFKD", character)[0]
    if plain.isprintable() and _in_font(plain):
        return stringWidth(plain, font, 1000) / 1000, True
    kind = unicodedata.category(character)
    if kind in ("Mn", "Me", "Cf", "Cc"):
        return 0.0, False
    wide = unicodedata.east_asian_width(character) in ("W", "F") or kind == "So"
    return (_WIDE if wide else _ODD_LETTER), False


def _in_font(character: str) -> bool:
    try:
        character.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


@lru_cache(maxsize=16_384)
def measured(text: str, size: float, bold: bool = False) -> Line:
    """A text as one line of a font of that size, in pixels."""
    font = FONTS[bold]
    widths = [_character(each, font) for each in text]
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
