"""Says how wide a letter is: as the font that ships has it, or a safe guess where another font must draw it.

The table is made from the files of the font by ``python tasks.py widths``.
"""

from __future__ import annotations

import json
import unicodedata
from functools import lru_cache
from pathlib import Path

_TABLE: dict[str, list[int]] = json.loads(Path(__file__).with_name("font_widths.json").read_text("utf-8"))
"""The widths of each letter in thousandths of the font's size, regular and bold."""
_ODD_LETTER = (0.8, 0.9)
"""Of the font's size, regular and bold: the width of a letter of another script, on the safe side."""
_LONG_LETTER = 1.15
"""The same for the scripts of India and its neighbours, whose letters take in others."""
_WIDE = 1.05
"""The same for a Chinese, Japanese or Korean character."""
_PICTURE = 1.4
"""The same for an emoji or a sign."""
_INDIC = range(0x0900, 0x1100)
_NOT_DRAWN = ("Mn", "Me", "Cf", "Cc")


@lru_cache(maxsize=4096)
def letter_width(letter: str, bold: bool) -> tuple[float, bool]:
    """The width of a letter in a font of size 1, and whether it is the font's own and no guess."""
    found = _TABLE.get(letter)
    if found:
        return found[bold] / 1000, True
    return _guess(letter, bold), False


def _guess(letter: str, bold: bool) -> float:
    kind = unicodedata.category(letter)
    if kind in _NOT_DRAWN:
        return 0.0
    if kind in ("So", "Sk"):
        return _PICTURE
    if unicodedata.east_asian_width(letter) in ("W", "F"):
        return _WIDE
    return _LONG_LETTER if ord(letter) in _INDIC else _ODD_LETTER[bold]
