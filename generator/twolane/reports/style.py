"""How the parts of a text report look: plain, or in colours through rich's styles."""

from __future__ import annotations

from typing import Protocol

from rich.color import ColorSystem
from rich.style import Style as RichStyle

_LOOKS = {
    "place": "bold",
    "error": "bold red",
    "warning": "bold yellow",
    "advice": "bold cyan",
    "message": "bold",
    "gutter": "blue",
    "related": "blue",
    "help": "cyan",
    "mended": "green",
    "old": "red strike",
    "new": "bold green",
    "buyer": "yellow",
    "seller": "blue",
}


class Style(Protocol):
    """Gives a piece of text the look of its part of the report, such as ``error`` or ``gutter``."""

    def __call__(self, part: str, text: str) -> str:
        """``text`` as the part ``part`` looks."""
        ...


def plain(part: str, text: str) -> str:
    """The look without colour, for files and for terminals that show none."""
    return text


def coloured(part: str, text: str) -> str:
    """The look in the sixteen colours that every colour terminal has, so that its own theme applies."""
    return RichStyle.parse(_LOOKS.get(part, "none")).render(text, color_system=ColorSystem.STANDARD)
