"""What the choices of the format are called for readers."""

from __future__ import annotations

from twolane.wording.texts.english import TEXTS


def choice(word: str | None) -> str:
    """What the format calls a choice, in words for readers; unknown words stay as they are."""
    return TEXTS.get(f"choice_{word}", word) if word else ""
