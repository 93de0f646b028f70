"""Differentiators and competitors, in words for readers."""

from __future__ import annotations

from twolane.wording.tables import Table


class DifferentiatorsTexts(Table):
    """Differentiators and competitors."""

    knows: str = "Takes knowledge of"
    meets: str = "Meets"
    disrupts: str = "Questions the habit"
    used_in: str = "Use it in"
    answers: str = "Answers"
    no_proof: str = "No proof yet."
    competitors: str = "Competitors"
    strengths: str = "Good at"
    limitations: str = "Falls short at"
    their_process: str = "How they sell"
    when_we_win: str = "When we win"
    ask_about: str = "Ask them"
    ours_against: str = "What counts against them"
    all_objections: str = "Objections and answers"
