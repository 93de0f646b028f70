"""Finds the word that somebody probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word most like ``word``, or an empty text where none is near enough to suggest."""
    candidates = {each.lower(): each for each in known}
    simple = word.strip().lower().replace("_", "-").replace(" ", "-")
    for spelling in (word.lower(), simple, simple.replace("-", "_")):
        if spelling in candidates:
            return candidates[spelling]
    found = get_close_matches(simple, list(candidates), n=1, cutoff=0.6)
    return candidates[found[0]] if found else ""
