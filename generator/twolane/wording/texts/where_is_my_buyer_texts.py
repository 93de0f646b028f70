"""The page that finds where a buyer is, in words for readers."""

from __future__ import annotations

from twolane.wording.tables import Table


class WhereIsMyBuyerTexts(Table):
    """The page that finds where a buyer is."""

    where: str = "Where is my buyer?"
    where_title: str = "{name}: where is my buyer?"
    where_lead: str = "Ask, listen, and see where they are and what helps them next."
    where_description: str = "Questions that tell where a buyer is, and what to do there"
    where_ask: str = "Ask"
    where_choose: str = "Which of these describes them best?"
    where_earlier: str = "They are not that far yet"
    where_later: str = "They are past that"
    where_said: str = "Have they said one of these already?"
    where_asked: str = "asked:"
    where_back: str = "Back"
    where_again: str = "Start again"
    where_left: str = "Steps of the buyer that are still possible: {number}"
    where_found: str = "They are at"
    where_heard: str = "you heard this"
    where_table: str = "All signs in one table"
    where_they_are_at: str = "They are at"
    where_stage: str = "Be in"
    where_then_in: str = "then"
    where_next: str = "Next thing to do"
    where_no_sign: str = "No question yet tells that they are here."
    where_they_want: str = "They want to"
    where_no_stage: str = "None of our stages is meant for this step."
    where_brings: str = "It brings them"
    where_then: str = "After that"
    where_nobody: str = "Nobody of us helps them here yet."
    where_leave_alone: str = "Leave them alone where they want it"
    where_unmet: str = "They also need, and nobody brings it"
    where_sure: str = "Make sure"
    where_sure_tells: str = "they are here if"
    where_else: str = "If that does not fit, look one step to each side"
    where_back_step: str = "before"
    where_on_step: str = "after"
    where_more: str = "All about this step"
