"""History: what each process was in its releases, and what changed from one to the next."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise

from twolane.changes.accepted_changes import approved
from twolane.changes.change import Change, Comparison
from twolane.changes.comparison import compare
from twolane.changes.own_levels import OwnLevels
from twolane.configuration.change_levels import Levels
from twolane.history.page_changes import PageChange
from twolane.history.released import Released
from twolane.model.playbook import Playbook
from twolane.model.process import Process
from twolane.model.regrouping import old_ids


@dataclass(frozen=True, slots=True)
class Preview:
    """What a proposal changes: in the definitions, and in the pages written by hand."""

    comparison: Comparison
    pages: tuple[PageChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """A release and what changed since the one before; ``changes`` is ``None`` where that cannot be told."""

    released: Released
    before: Released | None
    changes: tuple[Change, ...] | None


@dataclass(frozen=True, slots=True)
class History:
    """The releases of a playbook's processes, by their ids; ``most`` is how many of each can be read and compared.

    ``preview`` is what a proposal changes, where the site shows one. ``levels`` are those that the playbook gives to
    kinds of change, and ``as_of`` is the day on which is judged what was accepted of what no release holds yet.
    """

    playbook: Playbook
    releases: Mapping[str, tuple[Released, ...]]
    most: int = 5
    preview: Preview | None = None
    levels: Levels = ()
    as_of: date = date.max
    _compared: dict[tuple[int, int], Comparison] = field(default_factory=dict, compare=False, repr=False)

    def released(self, process: Process) -> tuple[Released, ...]:
        """Every release of a process, the newest first."""
        return self.releases.get(process.id, ())

    def kept(self, process: Process) -> tuple[Released, ...]:
        """The newest releases that can be read, as many as the site keeps."""
        return tuple(each for each in self.released(process) if each.playbook)[: self.most]

    def renames(self, process: Process) -> Mapping[str, tuple[str, ...]]:
        """From new ids to the old ones that each replaces, as the process and its releases tell them.

        The newest word counts: an id may have been given to something else in between.
        """
        versions = (each.process for each in self.released(process))
        told = [old_ids(each) for each in (process, *filter(None, versions))]
        return {new: olds for each in reversed(told) for new, olds in each.items()}

    def steps(self, process: Process) -> Iterator[Step]:
        """Each release with what changed in it, the newest first; in the first one, everything is new."""
        released = self.released(process)
        for new, old in pairwise(released):
            known = new.playbook and old.playbook
            yield Step(new, old, self.compared(process, old, new).changes if known else None)
        if released:
            yield Step(released[-1], None, ())

    def compared(self, process: Process, old: Released, new: Released | None) -> Comparison:
        """What changed between two releases; without a new one, between the old one and the pages of the site."""
        before, after = old.playbook, new.playbook if new else self.playbook
        assert before is not None
        assert after is not None
        key = (id(before), id(after))
        if key not in self._compared:
            now = new.process if new else process
            found = compare(before, after, process=now.id if now else process.id)
            found = replace(found, changes=OwnLevels.of(self.levels, self.levels).given(found.changes))
            # What was accepted when a version was released is in its frozen copy.
            released = replace(found, settled=after.approvals if new else (), from_release=True)
            self._compared[key] = approved(released, new.release.date if new else self.as_of)
        return self._compared[key]

    def unreleased(self, process: Process) -> tuple[Change, ...]:
        """What the pages of the site say differently from the newest release; nothing where there is none."""
        newest = next(iter(self.released(process)), None)
        return self.compared(process, newest, None).changes if newest and newest.playbook else ()

    def shows_newest(self, process: Process) -> bool:
        """Whether the pages of the site show the newest release, word for word."""
        newest = next(iter(self.released(process)), None)
        return bool(newest and newest.playbook and not self.unreleased(process))

    def pairs(self, process: Process) -> Iterator[tuple[Released, Released | None]]:
        """Any two versions that the site compares, an older and a newer one; ``None`` is what the pages show."""
        kept = self.kept(process)
        now: tuple[Released | None, ...] = (None,) if self.unreleased(process) else ()
        for at, old in enumerate(kept):
            yield from ((old, new) for new in (*now, *kept[:at]))


def earlier_names(renames: Mapping[str, tuple[str, ...]], id: str, in_use: Container[str]) -> Iterator[str]:
    """The ids that something had before, the latest first; ``renames`` is from new to old, ids in use stay out."""
    passed = {id}
    pending = list(renames.get(id, ()))
    while pending:
        old = pending.pop(0)
        if old not in passed and old not in in_use:
            yield old
            passed.add(old)
            pending += renames.get(old, ())
