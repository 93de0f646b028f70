"""What the choices of the format are called for readers."""

from __future__ import annotations

from twolane.wording.spoken_language import texts


def choice(word: str | None) -> str:
    """What the format calls a choice, in words for readers; unknown words stay as they are."""
    return texts().choice_words.get(word, word) if word else ""
