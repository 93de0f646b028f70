"""Writes the widths of the font's letters, as its files have them, for what is drawn without a browser."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from fontTools.ttLib import TTFont

from bootstrap.machine import ROOT
from twolane.third_party import font_files

TABLE = ROOT / "generator/twolane/two_lines/font_widths.json"
WEIGHTS = (400, 700)
"""Those of the pictures' texts, in the order of the table's columns."""
_WITHOUT_WIDTH = ("Mn", "Me", "Cf", "Cc")
"""Marks on other letters, and signs that are not drawn."""


def widths(files: Sequence[Path]) -> dict[str, list[int]]:
    """The advance of each letter in each weight, in thousandths of the font's size."""
    found: dict[str, list[int]] = {}
    for file in files:
        font = TTFont(file)
        unit = font["head"].unitsPerEm / 1000
        drawn = [font.getGlyphSet(location={"wght": weight}) for weight in WEIGHTS]
        for code, glyph in font.getBestCmap().items():
            if unicodedata.category(chr(code)) not in _WITHOUT_WIDTH:
                found.setdefault(chr(code), [round(glyphs[glyph].width / unit) for glyphs in drawn])
    return dict(sorted(found.items()))


def as_text(table: dict[str, list[int]]) -> str:
    """The table as a file, one letter a line."""
    lines = (f"{json.dumps(letter)}: {json.dumps(each)}" for letter, each in table.items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


if __name__ == "__main__":
    TABLE.write_text(as_text(widths(font_files())), encoding="utf-8")
    print(f"Wrote {TABLE}.")
