"""The words of the page for the middle of a call."""

from __future__ import annotations

from collections.abc import Mapping

IN_A_CALL_TEXTS: Mapping[str, str] = {
    "in-a-call_title": "In a call",
    "in-a-call_description": "Objections with answers and proof, what speaks for us, and competitors, on short cards",
    "call_filter": "Find a card",
    "call_text": "They say …",
    "call_any": "any",
    "call_competitor": "Against",
    "call_one": "1 card",
    "call_many": "{number} cards",
    "call_reset": "Show all",
    "call_sounds": "How they sound now",
    "call_differentiators": "What speaks for us",
    "call_stale": "look again",
    "call_undated": "no date",
    "call_key": "The key C opens this page from any other, ready to type. The arrows go from card to card, "
    "Enter leads to where a card comes from, Escape back to typing.",
}
"""Merged into ``twolane.pages.texts.TEXTS``, which is what pages use."""
