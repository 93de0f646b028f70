"""The page for the middle of a call, in words for readers."""

from __future__ import annotations

from twolane.wording.plurals import Plural
from twolane.wording.tables import Table


class InACallTexts(Table):
    """The page for the middle of a call."""

    in_a_call_title: str = "In a call"
    in_a_call_description: str = (
        "Objections with answers and proof, what speaks for us, and competitors, on short cards"
    )
    call_filter: str = "Find a card"
    call_text: str = "They say …"
    call_any: str = "any"
    call_competitor: str = "Against"
    call_cards: Plural = Plural("1 card", "{number} cards")
    call_reset: str = "Show all"
    call_sounds: str = "How they sound now"
    call_differentiators: str = "What speaks for us"
    call_stale: str = "look again"
    call_undated: str = "no date"
    call_key: str = (
        "The key C opens this page from any other, ready to type. The arrows go from card to card, Enter "
        "leads to where a card comes from, Escape back to typing."
    )
