"""Two versions compared, in words for readers."""

from __future__ import annotations

from twolane.wording.plurals import Plural
from twolane.wording.tables import Table


class ComparedVersionsTexts(Table):
    """Two versions compared."""

    compare_title: str = "{name}: {old} and {new} compared"
    compare_label: str = "{old} and {new}"
    compare_description: str = "Everything that changed in {name} between {old} and {new}"
    compare_any: str = "Any two versions compared"
    compare_from: str = "From"
    compare_to: str = "to {version}"
    compare_cell: str = "{old} → {new}"
    compare_now: str = "now"
    compare_pick_old: str = "Older version"
    compare_pick_new: str = "Newer version"
    compare_none: str = "The two say the same."
    compare_says: Plural = Plural(
        "{number} change from {old} to {new}: together a {level} one.",
        ("{number} changes from {old} to {new}: together a {level} step."),
    )
    compare_process: str = "The process as a whole"
    compare_buyer: str = "How they buy"
    compare_shared: str = "What all processes share"
    compare_diagram: str = "What changed, stage by stage"
    changed_gone: str = "removed:"
    changed_came: str = "added:"
    changed_stuck: str = "Deals under way"
    changed_accepted: str = "accepted"
    changed_accepted_until: str = "Accepted by {role} until {day}"
    changed_accepted_good: str = "Accepted by {role} for good"
    changed_accepted_because: str = "Accepted, because"
    changed_hint: str = "What to do"
    change_count: Plural = Plural("change", "changes")
