"""Alignment, in words for readers."""

from __future__ import annotations

from twolane.wording.choices import Choices
from twolane.wording.plurals import Plural
from twolane.wording.tables import Table


class AlignmentTexts(Table):
    """Alignment."""

    alignment: str = "Alignment"
    alignment_title: str = "{name}: alignment"
    alignment_first: str = "First"
    alignment_answers_for: str = "That answers for {number} of the {of} checks that fail."
    alignment_of: str = "{held} of {of}"
    figure_of: str = "of {of}"
    alignment_of_checks: str = "{held} of {of} checks hold"
    alignment_picture: str = "Both lines"
    alignment_mends: str = "What to mend, in this order"
    alignment_order: str = (
        "Steps that nobody serves come first, then needs that nobody meets, then what comes at the wrong "
        "time or in the wrong order."
    )
    alignment_fails: Plural = Plural("check fails", "checks fail")
    alignment_of_ours: str = "Our own work"
    alignment_buyer: str = "The buyer"
    alignment_seller: str = "We"
    alignment_nobody: str = "nobody"
    alignment_mend: str = "What would mend it"
    alignment_line: str = "line {number}"
    alignment_matrix: str = "Who serves whom"
    alignment_matrix_caption: str = (
        "Our steps from top to bottom, the buyer's from left to right. Where selling mirrors buying, the "
        "marks run down to the right, and no column is empty."
    )
    alignment_our_step: str = "Our step"
    alignment_served_by: str = "Served by"
    alignment_steps: Plural = Plural("step", "steps")
    alignment_serves_nobody: str = "serves nobody"
    alignment_checks: str = "Check by check"
    alignment_holds: Plural = Plural("check that holds", "checks that hold")
    alignment_how_link: str = "Each figure counts checks that hold; none counts more than another:"
    alignment_retired: str = "This process is retired: the checks of the playbook pass over what they would find here."
    matrix_marks: Choices[str] = Choices(
        serves="serves the step, delivers nothing",
        delivers="serves the step and delivers what is needed",
        off="delivers too late (+) or too early (−), in {unit}",
        stray="delivers to a step that it does not serve",
        disturbs="reaches out when the buyer wants to be left alone",
    )
    cell_serves: str = "serves"
    cell_delivers: str = "delivers {need}"
    cell_late: str = "delivers {need}, {gap} too late"
    cell_early: str = "delivers {need}, {gap} too early"
    cell_stray: str = "delivers {need}, but does not serve this step"
    cell_disturbs: str = "reaches out although they want {need}"
    brief_served: str = "served by"
    brief_quiet: str = "wants nothing but to be left alone, and is"
    brief_unserved: str = "served by nobody"
    brief_disturbed_step: str = "wants nothing but to be left alone, and is not"
    brief_met: str = "delivered by"
    brief_unmet: str = "delivered by nobody"
    brief_space: str = "left alone"
    brief_disturbed: str = "disturbed by"
    brief_in_time: str = "in time with"
    brief_late: str = "{gap} too late with"
    brief_early: str = "{gap} too early with"
    brief_before: str = "comes before {steps}"
    brief_too_soon: str = "comes before, but belongs behind"
    brief_start: str = "begins in {time}, when this is not over yet:"
    brief_start_late: str = "begins in {time}, {gap} after this is over:"
    brief_end: str = "goes on until {time}, when this has begun:"
    brief_end_open: str = "goes on, and so does"
    brief_end_early: str = "ends in {time}, {gap} before this begins:"
    brief_focus: str = "serves"
    brief_idle: str = "serves nobody"
    measuring_title: str = "How alignment is measured"
    measuring_description: str = "The six measures of alignment as formulas, with an example that is computed"
