"""The buyer journey, in words for readers."""

from __future__ import annotations

from twolane.wording.tables import Table


class BuyerJourneyTexts(Table):
    """The buyer journey."""

    trigger: str = "What sets it off"
    concerns: str = "What worries them"
    pains: str = "What hurts today"
    pain: str = "Problem"
    workaround: str = "What they do about it"
    cost: str = "What it costs"
    affects: str = "Whom it affects"
    needs: str = "What they need from us"
    need: str = "Need"
    kind: str = "Kind"
    met_by: str = "Who meets it"
    met_by_nobody: str = "nobody yet"
    met_by_silence: str = "being left alone"
    signs: str = "How to tell that they are here"
    ask: str = "Ask"
    tells: str = "They are here if"
    look: str = "Without asking: look for it"
    decision: str = "What they decide"
    go: str = "Go"
    go_to: str = "They move on to"
    go_end: str = "The journey is complete."
    no_go: str = "No go"
    no_decision: str = "No decision"
    not_said: str = "Not said yet."
    what_we_do: str = "What we do meanwhile"
