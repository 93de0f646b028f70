"""Which version each process needs by what changed, and whether it has it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from semver import Version

from twolane.changes import numbering
from twolane.changes.change import Change, Comparison
from twolane.changes.levels import Level
from twolane.judgement.names_by_id import old_id
from twolane.model.playbook import Playbook
from twolane.model.process import Process
from twolane.wording.spoken_language import texts


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
            return texts().needs_new.format(version=self.new)
        if self.old and not self.new:
            return texts().needs_gone.format(version=self.old)
        if not self.version:
            return texts().needs_level.format(level=_word(self.level))
        if self.fits:
            return texts().needs_fits.format(version=self.version, level=self.step, now=self.new)
        return texts().needs_more.format(version=self.version, level=self.step, now=self.new)

    @property
    def step(self) -> str:
        """The level, with why it is lower than what the changes amount to."""
        return texts().needs_early.format(level=_word(self.level)) if self.early else _word(self.level)


def _word(level: Level) -> str:
    return texts().level_names[level.word]


def needed(comparison: Comparison) -> tuple[Needed, ...]:
    """Each process that changes ask for a version, the weightiest first, else in the playbook's order."""
    order = {id: at for at, id in enumerate((*_ids(comparison.new), *_ids(comparison.old)))}
    concerned: dict[str, list[Change]] = {}
    for change in comparison.changes:
        for id in change.processes:
            if numbering.asking([change], _named(comparison, id)):
                concerned.setdefault(id, []).append(change)
    levels = {id: max(each.level for each in changes) for id, changes in concerned.items()}
    ids = sorted(levels, key=lambda id: (-levels[id], order.get(id, len(order)), id))
    return tuple(_needed(comparison, id, levels[id], concerned[id]) for id in ids)


def _ids(playbook: Playbook) -> Iterable[str]:
    return (each.id for each in playbook.processes)


def _named(comparison: Comparison, id: str) -> Process | None:
    return comparison.new.process.get(id) or comparison.old.process.get(old_id(comparison, id))


def _needed(comparison: Comparison, id: str, level: Level, changes: Sequence[Change]) -> Needed:
    before, now = comparison.old.process.get(old_id(comparison, id)), comparison.new.process.get(id)
    named = now or before
    old, new = before.version if before else "", now.version if now else ""
    if not (Version.is_valid(old) and Version.is_valid(new)):
        return Needed(id, named.name if named else id, level, len(changes), old, new, "", False)
    least = numbering.needed(changes, old) or level
    early = least < max((each.level for each in changes), default=least)
    version = new if id in comparison.first_released else numbering.raised(old, least)
    fits = numbering.order(new) >= numbering.order(version)
    return Needed(id, named.name if named else id, least, len(changes), old, new, version, fits, early)
