"""What is said where several differences are one change, or several processes change alike."""

from __future__ import annotations

from twolane.wording.plurals import Plural
from twolane.wording.tables import Table


class OneEntryTexts(Table):
    """Several differences in one sentence; `entry_` ones go on behind a semicolon."""

    entry_all_from: str = "everything from “{first}” on is {amount} {direction}"
    entry_all_between: str = "everything from “{first}” up to “{next}” is {amount} {direction}"
    entry_but_for: str = "{all}, but for {others}"
    entry_later: str = "later"
    entry_earlier: str = "earlier"
    entry_times: Plural = Plural("time keeps its figure", "times keep their figures")
    entry_other_times: Plural = Plural("so means something else", "so mean something else")
    entry_figures: str = "{number} {times} and {other}"
    entry_but_moved: Plural = Plural(
        "but for one that is told by itself", "but for {number} that are told by themselves"
    )
    entry_days_to: str = "with {number} {units} to a {unit}"
    entry_lost: str = "no decision leads to {steps} any more"
    entry_gained: str = "decisions lead to {steps} now"
    entry_never: str = "no decision leads to “{step}”"
    entry_serves: str = "the step “{name}” serves “{step}”"
    entry_meaning: str = "`{id}` means “{words}”"
    entry_stood_in: str = "moved here from {stages}: {things}"
    entry_stands_in: str = "moved to {stages}: {things}"
    entry_was_called: str = "before, it was called “{name}”"
    deal: str = "A deal "
    deal_of: str = "A deal of {process} "
    deal_elsewhere: str = "{process}: {sentence}"
