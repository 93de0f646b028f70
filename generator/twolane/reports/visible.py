"""Text from files, safe to show: what is invisible, moves the cursor or turns text is spelled out."""

from __future__ import annotations

import re

_DANGEROUS = re.compile(
    "["
    "\x00-\x08\x0a-\x1f\x7f-\x9f"  # control characters, the terminal's escape among them
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # what changes the direction of reading
    "\u00ad\u200b\u2028\u2029\u2060-\u2064\ufeff\ufff9-\ufffb"  # invisible: soft hyphen, empty spaces, breaks
    "\ud800-\udfff"  # halves of characters, which cannot be written out
    "\U000e0000-\U000e007f"  # invisible tags
    "]"
)
TAB = "→   "
"""How a tab is shown: four columns wide wherever it stands, so that carets can be counted."""


def visible(text: str) -> str:
    """``text`` on one line, with its tabs and dangerous characters shown, such as ``<U+202E>``."""
    return _DANGEROUS.sub(_named, text).replace("\t", TAB)


def visible_lines(text: str) -> list[str]:
    """The lines of ``text``, each made visible."""
    return [visible(line) for line in text.split("\n")]


def _named(match: re.Match[str]) -> str:
    return f"<U+{ord(match[0]):04X}>"
