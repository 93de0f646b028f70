"""What reports say beside a change of why it counts: what in a text shows that it means something else."""

from __future__ import annotations

from twolane.changes.change import Change, Comparison
from twolane.meaning.text_meaning import Reading, meaning
from twolane.model.role_names import role_names


def shown_by(change: Change, comparison: Comparison) -> tuple[str, ...]:
    """What shows that a text says something else, in phrases that its sentence does not hold already."""
    if change.kind.reading in (None, Reading.FIGURE) or not change.old or not change.new:
        # Of a figure the sentence says which one it was and is.
        return ()
    names = role_names(comparison.old.roles, comparison.new.roles)
    said = change.sentence.casefold()
    return tuple(each for each in meaning(change.old, change.new, names).reasons if each.casefold() not in said)
