"""The characters that draw two lines, and others for terminals that lack them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Glyphs:
    """Bars of the buyer's steps and of ours, marks of needs, and what cuts a name."""

    theirs: str
    ours: str
    idle: str
    filled: str
    empty: str
    met: str
    early: str
    late: str
    unmet: str
    kept: str
    broken: str
    cut: str
    tick: str
    dash: str
    arrow: str
    nobody: str

    def plain(self, text: str) -> str:
        """``text`` with our own punctuation in these characters."""
        return text if self is UNICODE else text.translate(_SIMPLE)


UNICODE = Glyphs("█", "▬", "░", "█", "░", "✓", "◂", "▸", "✗", "○", "●", "…", "┬", "─", "→", "–")
ASCII = Glyphs("#", "=", "~", "#", ".", "+", "<", ">", "x", "o", "!", "~", "+", "-", "->", "-")
_SIMPLE = str.maketrans({"“": '"', "”": '"', "…": "...", "–": "-"})


def glyphs_for(encoding: str) -> Glyphs:
    """The characters that ``encoding`` has."""
    try:
        "".join(getattr(UNICODE, name) for name in Glyphs.__slots__).encode(encoding)
        "“”".encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return ASCII
    return UNICODE
