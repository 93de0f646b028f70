"""What a process was before: the version to judge it against, and what has changed since."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import TypeAlias

from twolane.changes.accepted_changes import Grounds, mark
from twolane.changes.change import Change, Comparison
from twolane.changes.comparison import compare
from twolane.changes.levels import Level
from twolane.changes.numbering import asking, needed, newest
from twolane.changes.own_levels import OwnLevels
from twolane.configuration.change_levels import Levels
from twolane.findings import Severity
from twolane.history.frozen import is_copy, thaw
from twolane.history.surroundings import Surroundings
from twolane.loading.playbook_files import Loaded
from twolane.model.playbook import Playbook
from twolane.model.process import Process
from twolane.model.regrouping import of_playbook
from twolane.model.releases import FrozenCopy, LostReleases


@dataclass(frozen=True, slots=True)
class Past:
    """A process as it was: ``name`` is what people call that version, such as “release 1.2.0” or “main”.

    ``version`` is the number that it had, ``process`` the process itself, ``changes`` are what has changed since,
    the weightiest first. ``released`` says whether it is the newest release, ``first`` whether the version that it had
    then has been released only since.
    """

    name: str
    version: str
    process: Process
    changes: tuple[Change, ...] = ()
    released: bool = True
    first: bool = False
    lost: LostReleases | None = None
    """What the ledger has lost since then."""

    @property
    def needed(self) -> Level | None:
        """The level that the changes ask for; ``None`` where nothing has changed."""
        return needed(self.changes, self.version)

    def asked_of(self, process: Process) -> Level | None:
        """The level that the process as it is now has to have; less than the other where it is retired."""
        return needed(asking(self.changes, process), self.version)


PastOf: TypeAlias = Callable[[str], Past | None]
"""From the id of a process to what it was; ``None`` where there is nothing to judge it against."""


def no_past(process: str) -> Past | None:
    """For a playbook of which nothing earlier is known."""
    return None


def since_release(loaded: Loaded, as_of: date, levels: Levels = ()) -> PastOf:
    """Each process is judged against the newest release in its ledger of which there is a copy that can be read.

    Copies are read when somebody asks, and only where the process is not the same as its copy, letter for letter. A
    process has no past while there are mistakes in its file or in those that all share: what seems to have changed
    since may be a mistake. ``levels`` are those that the playbook gives to kinds of change.
    """
    playbook, faulty = loaded.playbook, {each.place.file for each in loaded.findings}
    if playbook is None:
        return no_past
    around = Surroundings(playbook)

    @cache
    def past(id: str) -> Past | None:
        process, copy = playbook.process.get(id), newest_copy(playbook, id)
        if process is None or copy is None or _concerns(faulty, process):
            return None
        name = f"release {copy.version}"
        if is_copy(copy.data, loaded.texts.get(process.at.file, ""), process, around):
            return Past(name, process.version, process)
        old = whole(copy)
        if old is None:
            return None
        # The other processes would be looked through for nothing, but for those that were split off this one.
        alone = replace(playbook, processes=(process, *_split_off(playbook, process)))
        roles = {**old.role, **playbook.role}
        grounds = Grounds(playbook.approvals, approvers=playbook.about.approvers, roles=roles)
        found = OwnLevels.of(levels, levels).given(compare(old, alone, process=id).of_process(id))
        changes = mark(found, grounds, as_of)
        return Past(name, copy.version, old.processes[0], changes)

    return past


def _split_off(playbook: Playbook, process: Process) -> Iterator[Process]:
    """The other parts of what has become this process and more."""
    for each in of_playbook(playbook):
        if not each.merges and process.id in each.parts[:1]:
            yield from (playbook.process[id] for id in each.parts[1:] if id in playbook.process)


def since(comparison: Comparison) -> PastOf:
    """Each process is judged against another version of the playbook; one that is the same in both has no past."""
    name = comparison.old_label.partition(",")[0]

    def past(id: str) -> Past | None:
        renamed = comparison.new.about.renamed_from.entries.get(id, id)
        old = comparison.old.process.get(id) or comparison.old.process.get(renamed)
        if old is None or id not in comparison.new.process:
            return None
        first = id in comparison.first_released
        changes, lost = comparison.of_process(id), comparison.lost.get(id)
        return Past(name, old.version, old, changes, released=False, first=first, lost=lost)

    return past


def _concerns(files: Iterable[str], process: Process) -> bool:
    """Whether any of the files is that of the process, or one of those that all processes share."""
    own = process.at.file
    shared = own.rpartition("/")[0].rpartition("/")[0]
    return any(file == own or file.rpartition("/")[0] == shared for file in files)


def newest_copy(playbook: Playbook, process: str) -> FrozenCopy | None:
    """The frozen copy of the newest release; ``None`` where there is none that is as it was released."""
    release = newest(playbook.releases.get(process, ()))
    copy = playbook.frozen.get(process, {}).get(release.version) if release else None
    return copy if copy and release and copy.sha256 == release.sha256.lower() else None


def whole(copy: FrozenCopy) -> Playbook | None:
    """The playbook in a frozen copy; ``None`` where it can no longer be read without a mistake."""
    loaded = thaw(copy.file, copy.data)
    faulty = any(finding.severity is Severity.ERROR for finding in loaded.findings)
    return None if faulty else loaded.playbook
