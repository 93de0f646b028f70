"""The verdict on a comparison: whether it is safe, and which version each process needs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from semver import Version

from twolane.changes import numbering
from twolane.changes.change import Change, Comparison
from twolane.changes.levels import Level
from twolane.model.playbook import Playbook
from twolane.reports.of_changes.weight import HARM, Weight, harms, weight


@dataclass(frozen=True, slots=True)
class Needed:
    """What a process that something concerns needs.

    ``old`` and ``new`` are the versions that both definitions name, empty where the process is not in them.
    ``version`` is the one that the change needs at least, empty where that cannot be said; ``fits`` tells whether
    the new definition has it or a higher one.
    """

    id: str
    name: str
    level: Level
    changes: int
    old: str
    new: str
    version: str
    fits: bool
    early: bool = False
    """Whether a lower level will do because the process has not come to 1.0.0 yet."""

    @property
    def sentence(self) -> str:
        """What it needs, as the end of a sentence that begins with its name."""
        if not self.old and self.new:
            return f"is new, with version {self.new}."
        if self.old and not self.new:
            return f"is gone; its last version was {self.old}."
        if not self.version:
            return f"needs a {self.level.word} version."
        if self.fits:
            return f"needs {self.version} or higher ({self._step}), and has {self.new}."
        return f"needs version {self.version} ({self._step}), but says {self.new}: raise it."

    @property
    def _step(self) -> str:
        """The level, with why it is lower than what the changes amount to."""
        return f"{self.level.word}, which is enough before 1.0.0" if self.early else self.level.word


def verdict(comparison: Comparison) -> str:
    """Whether it is safe, in a sentence."""
    by_weight = {each: [one for one in comparison.changes if weight(one) is each] for each in Weight}
    breaks = by_weight[Weight.BREAK]
    if breaks:
        return f"Not safe as it is: {counted(len(breaks), 'change')} {_verb(breaks, 'breaks', 'break')} something."
    if comparison.incomplete:
        return "Not known: a part could not be read, so that more may have changed than is shown."
    if comparison.beginning:
        return f"Everything is new: in {comparison.old_label} there was no playbook."
    if accepted := by_weight[Weight.ACCEPTED]:
        return f"Safe, since what breaks was accepted: {counted(len(accepted), 'change')}."
    if doubts := by_weight[Weight.DOUBT]:
        alters, them = _verb(doubts, "alters", "alter"), _verb(doubts, "it", "them")
        number = counted(len(doubts), "change")
        return f"Nothing is known to break, but {number} {alters} what a deal must meet: look at {them}."
    if safe := by_weight[Weight.SAFE]:
        return f"Safe: nothing breaks; {counted(len(safe), 'change')} to know about."
    return "Safe: only the wording changes." if comparison.changes else "Nothing has changed."


def counted(number: int, word: str) -> str:
    """``1 change``, ``2 changes``."""
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def whom(comparison: Comparison) -> str:
    """Whom the breaks hurt, in a sentence; empty where there are none."""
    found = harms(each for each in comparison.changes if each.breaks)
    parts = [f"{HARM[audience]} ({counted(number, 'change')})" for audience, number in found.items()]
    return f"Hurt: {'; '.join(parts)}." if parts else ""


def _verb(changes: list[Change], one: str, many: str) -> str:
    return one if len(changes) == 1 else many


def needed(comparison: Comparison) -> tuple[Needed, ...]:
    """Each process that a change concerns, the weightiest first, else in the playbook's order."""
    order = {id: at for at, id in enumerate((*_ids(comparison.new), *_ids(comparison.old)))}
    levels = comparison.levels()
    ids = sorted(levels, key=lambda id: (-levels[id], order.get(id, len(order)), id))
    return tuple(_needed(comparison, id, levels[id]) for id in ids)


def _ids(playbook: Playbook) -> Iterable[str]:
    return (each.id for each in playbook.processes)


def _needed(comparison: Comparison, id: str, level: Level) -> Needed:
    before, now = comparison.old.process.get(_old_id(comparison, id)), comparison.new.process.get(id)
    named = now or before
    old, new = before.version if before else "", now.version if now else ""
    changes = comparison.of_process(id)
    if not (Version.is_valid(old) and Version.is_valid(new)):
        return Needed(id, named.name if named else id, level, len(changes), old, new, "", False)
    least = numbering.needed(changes, old) or level
    early = least < max((each.level for each in changes), default=least)
    version = new if id in comparison.first_released else numbering.raised(old, least)
    fits = numbering.order(new) >= numbering.order(version)
    return Needed(id, named.name if named else id, least, len(changes), old, new, version, fits, early)


def _old_id(comparison: Comparison, id: str) -> str:
    """What the old version called the process."""
    return comparison.new.about.renamed_from.entries.get(id, id)
