"""The two-line picture, in words for readers."""

from __future__ import annotations

from twolane.wording.choices import Choices
from twolane.wording.plurals import Plural
from twolane.wording.tables import Table


class TwoLinesTexts(Table):
    """The two-line picture."""

    lines_heading: str = "Both lines over time"
    lines_title: str = "{name}: both lines"
    lines_description: str = (
        "{theirs}, {ours}, {met}, {off} early or late, {unmet}. The table below the picture says the same."
    )
    lines_theirs: Plural = Plural("1 step of the buyer", "{number} steps of the buyer")
    lines_ours: Plural = Plural("1 step of ours", "{number} steps of ours")
    lines_met: Plural = Plural("1 delivery in time", "{number} deliveries in time")
    lines_unmet: Plural = Plural("1 need that nobody meets", "{number} needs that nobody meets")
    lines_caption: str = "Both lines run over the same {units}. Each of the buyer's steps has a colour and a shape."
    lines_caption_ordered: str = (
        "The steps have no times: they stand in their order, and a slant means another order. "
        "Each of the buyer's steps has a colour and a shape."
    )
    lines_unit: Choices[str] = Choices(day="Days", week="Weeks", month="Months")
    lines_table: str = "The same as a table"
    lines_orphans: str = "Steps of ours that serve no step of the buyer:"
    lines_legend: Choices[str] = Choices(
        met="a need, and the step of ours that meets it",
        off="early or late, by how much",
        unmet="nobody meets it",
        space="the buyer wants to be left alone",
        orphan="serves no step of the buyer",
    )
    lines_some_by_order: str = "Blocks with a dashed edge have no times; they stand between their neighbours."
    lines_breaks: str = "At a zigzag the time is shortened: nothing begins or ends there."
    lines_open_ends: str = "Blocks with a torn edge go on; nobody says until when."
    lines_nobody: str = "Nobody does anything here"
    lines_nobody_of: str = "{lane}: nobody does anything here."
    lines_starts_later: str = "Starts {time} later"
    lines_starts_later_of: str = "{lane}: starts {time} later."
    lines_ends_earlier: str = "Ends {time} earlier"
    lines_ends_earlier_of: str = "{lane}: ends {time} earlier."
    lines_buyer_step: str = "{name}: a step of the buyer, {when}"
    lines_our_step: str = "{name}: a step of ours, {when}, serves {steps}"
    lines_orphan: str = "{name}: a step of ours, {when}, serves no step of the buyer"
    lines_own: str = "{name}: a step for ourselves, {when}"
    lines_stage: Plural = Plural("{name}: a stage of 1 step", "{name}: a stage of {number} steps")
    lines_no_time: str = "no time given"
    lines_late: str = "{time} late"
    lines_early: str = "{time} early"
    lines_in_time: str = "in time"
    lines_need: str = "{need}: a need, met by {step}, {gap}"
    lines_need_no_time: str = "{need}: a need, met by {step}, at a time that is not given"
    lines_unmet_need: str = "{need}: a need that no step of ours meets"
    lines_space_kept: str = "{need}: space, and we keep quiet"
    lines_space_broken: str = "{need}: space, not left alone"
    lines_quiet: str = "we keep quiet"
    lines_disturbed: str = "not left alone"
    lines_not_met: str = "nobody"
