"""Writes text into Mermaid so that it is shown and never read as diagram code."""

from __future__ import annotations

import re

_SPECIAL = re.compile(r"[\x00-\x1f!-/:-@\[-`{-\x7f]")
_LONGEST = 120
"""Characters of a label; a longer text stands in the table beside the diagram."""


def label(text: str) -> str:
    """``text`` for use inside a label: every character but letters, digits, spaces and non-ASCII as ``#NN;``."""
    return _SPECIAL.sub(lambda match: f"#{ord(match[0])};", " ".join(text.split()))


def quoted(text: str) -> str:
    """``text`` as the label of a node, an edge or a subgraph."""
    short = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
    return f'"{label(short) or " "}"'


def described(title: str, description: str) -> list[str]:
    """The lines that name and describe a diagram for those who cannot see it."""
    return [f"  accTitle: {label(title)}", f"  accDescr: {label(description)}"]
