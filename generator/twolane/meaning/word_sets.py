"""Sets of words, written as one text so that they can be read and kept in order."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """The words of ``text``, which stand apart by spaces and ends of lines."""
    return frozenset(text.split())
