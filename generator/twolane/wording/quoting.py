"""Quotes a text from a definition in a sentence."""

from __future__ import annotations

_LONGEST = 60


def short(text: str) -> str:
    """A text as a sentence can quote it: on one line, and cut between words where it is long."""
    line = " ".join(text.split())
    if len(line) <= _LONGEST:
        return line
    return line[:_LONGEST].rsplit(" ", 1)[0].rstrip(",.;:") + " …"
