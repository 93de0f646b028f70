"""How a lane is named within a sentence: ``the authority and us`` for “The authority” and “We”."""

from __future__ import annotations

from twolane.wording.spoken_language import texts


def in_a_sentence(name: str) -> str:
    """A lane's name where a sentence names both sides; any other word than a small one stays as it is written."""
    first, space, rest = name.partition(" ")
    return f"{texts().lane_words.get(first[:1].upper() + first[1:], first)}{space}{rest}"
