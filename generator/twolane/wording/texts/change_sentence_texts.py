"""What changed between two versions, in words: what a thing stands in, a deal that is harmed, marks in the diagram."""

from __future__ import annotations

from twolane.wording.choices import Choices
from twolane.wording.tables import Table


class ChangeSentenceTexts(Table):
    """What changed between two versions; what each kind of change says stands with the kind."""

    where_in: str = "the {kind} “{name}”"
    where_listed: str = "the {list}"
    home_entry: str = "the entry to {where}"
    home_exit: str = "the exit from {where}"
    all_one: Choices[str] = Choices(
        buyer="the buyer's process", lanes="the lanes", story="the story", strategy="the strategy"
    )
    """What is called by its sort, since there is one alone."""
    value_yes: str = "yes"
    value_no: str = "no"
    change_during_from: str = "from {unit} {begin}"
    change_during_until: str = "until {unit} {end}"
    change_during: str = "{unit} {begin} to {end}"
    renamed_hint: str = (
        "If `{new}` is the same {kind} under a new id, say so in `{file}`: then it counts as renamed, ticks and links "
        "stay, and nothing is gone."
    )
    merged_hint: str = (
        "If {old} have become `{new}`, say so in `{file}`: then deals, ticks and links go on in it, and nothing is "
        "gone."
    )
    split_off_hint: str = (
        "If `{old}` has become {new}, say so in `{file}`: then whoever reads figures over time is told that they are "
        "those of a part of it from now on."
    )
    split_hint: str = (
        "If `{old}` has become {new}, say so in `{file}`: then deals and links go on in the first of them, ticks stay, "
        "and nothing is gone."
    )

    # What shows that a text says something else
    meaning_figure: str = "{old} → {new}"
    meaning_figure_new: str = "a figure is new: {new}"
    meaning_figure_gone: str = "a figure is gone: {old}"
    meaning_actor: str = "somebody else is meant: {old} → {new}"
    meaning_places: str = "“{old}” and “{new}” have changed places"
    meaning_word: str = "“{old}” became “{new}”"
    meaning_word_new: str = "“{new}” is new"
    meaning_word_gone: str = "“{old}” is gone"

    # The smallest example of a deal that a change harms
    small_numbers: tuple[str, ...] = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    value_in_stage: str = "{value} in “{stage}”"
    value_not_said: str = "not said"
    entry_its_end: str = "its end"
    entry_spared: str = "and deals under way do not"
    entry_spared_with_stage: str = "and deals under way do not, where the stage that they are in is still there"
    witness_more: str = "{number} more"
    witness_no_stage: str = "A deal in “{stage}” has no stage to be in any more."
    witness_no_process: str = "A deal in “{process}” has no process to go through any more."
    witness_of_process: str = "Of “{process}”: {sentence}"
    witness_other_process: str = (
        "A deal in “{stage}” is still one of “{old}”, which has no such stage any more: move it to “{new}”."
    )
    witness_other_stage: str = (
        "A deal that has done its work in “{stage}” went on to “{old}”; now it goes on to “{new}”."
    )
    witness_now_last: str = "A deal that has done its work in “{stage}” went on to “{old}”; now it is at the end."
    witness_was_last: str = "A deal that has done its work in “{stage}” was at the end; now it goes on to “{new}”."
    witness_need: str = "“{words}”"
    witness_decision: str = "our decision “{words}”"
    witness_enter: str = "A deal with {met} could enter “{into}”; now it also needs {needed}."
    witness_enter_free: str = "A deal with nothing met could enter “{into}”; now it also needs {needed}."
    witness_go_on: str = "A deal in “{stage}” that has met {met} could go on to “{into}”; now it also needs {needed}."
    witness_go_on_free: str = "A deal in “{stage}” could go on to “{into}”; now it also needs {needed}."
    witness_end: str = "A deal in “{stage}” that has met {met} could end well; now it also needs {needed}."
    witness_end_free: str = "A deal in “{stage}” could end well; now it also needs {needed}."
    witness_begin: str = (
        "A deal with {met} could enter “{into}”; now it goes through “{over}” first and needs {needed} before “{into}”."
    )
    witness_begin_free: str = (
        "A deal with nothing met could enter “{into}”; now it goes through “{over}” first and needs {needed} before "
        "“{into}”."
    )
    witness_begin_end: str = "A deal that begins goes through “{over}” now and needs {needed} to end well."
    witness_go_over: str = (
        "A deal in “{stage}” went on to “{into}”; now it goes on to “{over}” and needs {needed} before “{into}”."
    )
    witness_done_over: str = (
        "A deal that had left “{stage}” was done; now it goes on to “{over}” and needs {needed} to end well."
    )
    witness_pass: str = (
        "A deal in “{stage}” was on its way to “{into}”; now it passes “{over}” and needs {needed} before “{into}”."
    )
    witness_pass_end: str = (
        "A deal in “{stage}” was on its way to the end; now it passes “{over}” and needs {needed} to end well."
    )
    witness_unguarded_in: str = (
        "A deal may now enter “{stage}” without {needed}, which every deal there had met before."
    )
    witness_unguarded_out: str = (
        "A deal may now leave “{stage}” without {needed}, which every deal there had met before."
    )
    witness_other_meaning: str = "A deal in “{stage}” could go on with “{old}”; now “{new}” is asked."
    witness_other_entry: str = "A deal in “{before}” could go on to “{stage}” with “{old}”; now “{new}” is asked."

    # The change diagram
    diagram_changes: str = "{name}: what changes"
    diagram_changes_says: str = (
        "The stages in their order; {marked} of {all} differ. The list of changes says the same in words."
    )
    diagram_more: str = "and {number} more"
    diagram_marks: Choices[str] = Choices(
        new="New", gone="Gone", moved="Moved here", away="Moved away", changed="Changed", same=""
    )
    diagram_noted: str = "{mark}, {note}"
    diagram_was_number: str = "it was number {number}"
    diagram_marked: str = "{name} ({mark})"
    diagram_lists: Choices[str] = Choices(entry="entry criterion", steps="step", exit="exit criterion")
    diagram_item_marks: Choices[str] = Choices(
        new="New",
        gone="Gone",
        moved="Moved here",
        moved_from="Moved here from {stage}",
        away="Moved away to {stage}",
        changed="Changed",
    )
    diagram_kinds: Choices[Choices[str]] = Choices(
        entry=Choices(
            new="New entry criterion",
            gone="Entry criterion gone",
            moved="Entry criterion moved here",
            moved_from="Entry criterion moved here from {stage}",
            away="Entry criterion moved away to {stage}",
            changed="Entry criterion changed",
        ),
        steps=Choices(
            new="New step",
            gone="Step gone",
            moved="Step moved here",
            moved_from="Step moved here from {stage}",
            away="Step moved away to {stage}",
            changed="Step changed",
        ),
        exit=Choices(
            new="New exit criterion",
            gone="Exit criterion gone",
            moved="Exit criterion moved here",
            moved_from="Exit criterion moved here from {stage}",
            away="Exit criterion moved away to {stage}",
            changed="Exit criterion changed",
        ),
    )
