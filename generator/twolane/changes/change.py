"""Change: one difference between two versions of a playbook, judged and said; Comparison: all of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from types import MappingProxyType

from twolane.changes.kind import Kind
from twolane.changes.levels import Audience, Level
from twolane.findings import Related
from twolane.model.approvals import Approval
from twolane.model.playbook import Playbook
from twolane.model.releases import LostReleases
from twolane.source import Place


@dataclass(frozen=True, slots=True)
class Witness:
    """Why a change of the flow hurts: the smallest set of met criteria with which a deal could go on before.

    ``stage`` is the id of the stage that the deal is in, empty for one that waits to enter the first. ``met`` are
    ids of criteria that the deal has met, ``missing`` those without which it is stuck now; where a stage's
    guarantee is gone, ``stage`` is the one that can rely on less (the last, of what was sure at the end), ``missing``
    are those without which deals may go on now, and ``stuck`` is false.
    """

    stage: str
    met: tuple[str, ...]
    missing: tuple[str, ...]
    stuck: bool
    sentence: str


class Lack(Enum):
    """Why an approval does not count."""

    OF_TIME = "its last day has passed"
    OF_STANDING = "its role does not answer for what the change breaks"
    OF_REVIEW = "it came with the change that it accepts"


@dataclass(frozen=True, slots=True)
class Asked:
    """An approval of a change that does not count, and what it lacks."""

    reason: str
    by: str
    until: date
    lacks: Lack


@dataclass(frozen=True, slots=True)
class Change:
    """One change, however many places it touches.

    ``path`` names what changed by keys and ids, as the new version calls them (the old one where it is gone):
    ``("new-business", "stages", "prospecting", "exit", "meeting-agreed")``; ``process`` is the id of the process
    that it belongs to, empty for what all processes share. ``name`` is what people call the thing that changed and
    ``where`` what it stands in (“stage Prospecting”). ``old`` and ``new`` are both wordings or values as people
    read them, empty where there is none. ``place`` is always a place of the new version: what was removed is placed
    at what surrounded it; ``before`` is the place in the old version, where there is one. ``level`` is that of the
    kind, or less where a change of the flow has no witness. ``roles`` are ids of roles that must read again.
    """

    kind: Kind
    path: tuple[str, ...]
    process: str
    name: str
    where: str
    sentence: str
    place: Place
    level: Level
    before: Place | None = None
    field: str = ""
    old: str = ""
    new: str = ""
    related: tuple[Related, ...] = ()
    witness: Witness | None = None
    roles: tuple[str, ...] = ()
    processes: tuple[str, ...] = ()
    """Ids of the processes that it concerns: its own; of what is shared, those that refer to it."""
    fingerprint: str = ""
    """32 hexadecimal digits of the kind, the path and both values; never of lines or of our words."""
    hint: str = ""
    """What to do about it: a rename to paste, a softer way."""
    replacement: str = ""
    """Text to paste."""
    usual: Level | None = None
    """The level that Twolane itself gives it, where the playbook's settings have said another one."""
    approved: str = ""
    """The reason for which it was accepted; empty where nobody did."""
    approved_by: str = ""
    """The id of the role that accepted it."""
    approved_until: date | None = None
    """The last day on which it is accepted; the last of all days where a release holds that it is."""
    answering: tuple[str, ...] = ()
    """Ids of the roles that answer for what it touches, in either version: they may accept it."""
    asked: Asked | None = None
    """The approval that does not count, where nobody else has accepted it."""

    @property
    def audiences(self) -> tuple[Audience, ...]:
        """Whom it concerns, the most hurt first."""
        return tuple(sorted(self.kind.levels, key=lambda audience: -self.kind.levels[audience]))

    @property
    def breaks(self) -> bool:
        """Whether it hurts somebody, and nobody has accepted that."""
        return self.level is Level.MAJOR and not self.approved


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions of a playbook and every change between them, the weightiest first.

    ``old_label`` and ``new_label`` are what people call the versions: ``main``, ``new-business@1.2.0``, ``your
    working copy``. ``old_texts`` and ``new_texts`` are the files' texts by path, for excerpts. ``old`` and ``new``
    are the playbooks themselves.
    """

    old: Playbook
    new: Playbook
    changes: tuple[Change, ...]
    old_label: str = "before"
    new_label: str = "after"
    old_texts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    new_texts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    notes: tuple[str, ...] = ()
    """What else the reader has to know: files of either version that could not be read."""
    lost: Mapping[str, LostReleases] = field(default_factory=lambda: MappingProxyType({}))
    """What the ledger of a process has lost since the old version, by the process's id; the notes tell it too."""
    incomplete: bool = False
    """Whether a part of either version could not be read, so that changes may be missing."""
    beginning: bool = False
    """Whether the old version had no playbook at all, so that everything is new."""
    first_released: frozenset[str] = frozenset()
    """Processes whose version was given before and is released only now; so they need no higher one."""
    settled: tuple[Approval, ...] = ()
    """What releases of the new version have accepted that the old one does not have."""
    from_release: bool = False
    """Whether the old version is a release: then nobody can tell by which pull request an approval has come."""

    @property
    def together(self) -> bool:
        """Whether an approval counts that comes with the change that it accepts."""
        return self.from_release or self.old.about.approve_in_same_change

    @property
    def level(self) -> Level | None:
        """The level of the whole: that of its weightiest change; ``None`` where nothing changed."""
        return level_of(self.changes)

    def of_process(self, process: str) -> tuple[Change, ...]:
        """The changes that concern one process, shared ones among them."""
        return tuple(each for each in self.changes if process in each.processes)

    def levels(self) -> Mapping[str, Level]:
        """The level that each process needs that anything concerns, by process id."""
        ids = dict.fromkeys(id for change in self.changes for id in change.processes)
        return {id: level for id in ids if (level := level_of(self.of_process(id))) is not None}

    def readers(self) -> Mapping[str, tuple[Change, ...]]:
        """The changes that each role must read, by role id."""
        ids = dict.fromkeys(id for change in self.changes for id in change.roles)
        return {id: tuple(each for each in self.changes if id in each.roles) for id in sorted(ids)}


def level_of(changes: Iterable[Change]) -> Level | None:
    """The level of the weightiest; ``None`` where there is none."""
    return max((change.level for change in changes), default=None)
