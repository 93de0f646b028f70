"""Names of processes and roles that changes speak of by their ids, from whichever version has them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from twolane.changes.change import Change, Comparison
from twolane.changes.kind import Nature
from twolane.meaning.text_meaning import Reading
from twolane.model.element import Element


def role_names(comparison: Comparison, ids: Iterable[str]) -> tuple[str, ...]:
    """What people call the roles, in the order of the ids."""
    return tuple(role_name(comparison, id) for id in ids)


def role_name(comparison: Comparison, id: str) -> str:
    """What people call the role; its id where neither version has it."""
    return _name(id, comparison.new.role, comparison.old.role)


def process_name(comparison: Comparison, id: str) -> str:
    """What people call the process; its id where neither version has it."""
    return _name(id, comparison.new.process, comparison.old.process)


def old_id(comparison: Comparison, process: str) -> str:
    """What the old version called the process."""
    return comparison.new.about.renamed_from.entries.get(process, process)


def stage_name(comparison: Comparison, process: str, id: str) -> str:
    """What people call a stage of a process; its id where neither version has it."""
    sides = (comparison.new.process.get(process), comparison.old.process.get(old_id(comparison, process)))
    return next((each.name for side in sides if side for each in side.stages if each.id == id), id)


def versions(comparison: Comparison) -> str:
    """What is compared: ``from main to your working copy``."""
    return f"from {comparison.old_label} to {comparison.new_label}"


def says_it_all(change: Change) -> bool:
    """Whether the sentence holds the old and the new words already, so that they need not follow."""
    if change.kind.nature in (Nature.TIGHTENED, Nature.LOOSENED) or "{items}" in change.kind.sentence:
        return True
    sentence = " ".join(change.sentence.split())
    return all(" ".join(each.split()) in sentence for each in (change.old, change.new) if each)


def shows_words(change: Change) -> bool:
    """Whether both wordings follow the sentence with what differs marked.

    They do where it does not hold them, and wherever a text may mean something else, which somebody compares.
    """
    return change.kind.reading in (Reading.LOOK, Reading.OTHER) or not says_it_all(change)


def _name(id: str, *indexes: Mapping[str, Element]) -> str:
    return next((index[id].name_or_id for index in indexes if id in index), id)
