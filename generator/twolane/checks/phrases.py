"""Puts names and lists into the sentences of findings."""

from __future__ import annotations

from collections.abc import Sequence

_LONGEST = 60


def short(text: str) -> str:
    """A text as a sentence can quote it: on one line, and cut between words where it is long."""
    line = " ".join(text.split())
    if len(line) <= _LONGEST:
        return line
    return line[:_LONGEST].rsplit(" ", 1)[0].rstrip(",.;:") + " …"


def listed(parts: Sequence[str], word: str = "and") -> str:
    """``a, b and c``."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {word} {parts[-1]}"
