"""What releases tell of a checklist: since when a line asks what it asks, and other words for the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from twolane.history.released import Released
from twolane.meaning.kept_ticks import evened, stands_for
from twolane.model.playbook import Playbook
from twolane.model.process import Process
from twolane.model.role_names import role_names
from twolane.parts.checklist_lines import Line, Plain, lines

MOST = 6
"""So many earlier wordings of a text are kept on a page, the newest ones."""


@dataclass(frozen=True, slots=True)
class Past:
    """What the releases know of a line.

    ``since`` is the version from which on it has asked what it asks today: empty where the oldest release does so
    already, ``None`` where no release can be read. ``texts`` and ``evidences`` are earlier words that mean the same
    as those of today, but look different.
    """

    since: str | None = None
    texts: tuple[str, ...] = ()
    evidences: tuple[str, ...] = ()


NOTHING_KNOWN = Past()


@dataclass(frozen=True, slots=True)
class _Version:
    """A release: its stages and lines, and what roles were and are called."""

    version: str
    stages: frozenset[str]
    lines: Mapping[str, Line]
    roles: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Releases:
    """The releases of a process that can be read, the newest first, and the version of today."""

    today: str
    versions: tuple[_Version, ...] = ()

    @classmethod
    def of(cls, process: Process, playbook: Playbook, released: Iterable[Released]) -> Releases:
        """The releases of ``process``, which is what it is in ``playbook``."""
        versions = (
            _Version(
                each.version,
                frozenset(stage.id for stage in was.stages),
                _by_key(was),
                role_names(playbook.roles, each.playbook.roles),
            )
            for each in released
            if each.playbook and (was := each.process)
        )
        return cls(process.version, tuple(versions))

    def stage_since(self, names: Iterable[str]) -> str | None:
        """The version from which on there has been a stage, by the ids that it has and had."""
        known = frozenset(names)
        return self._since(not known.isdisjoint(each.stages) for each in self.versions)

    def past(self, line: Line, before: Sequence[str], plain: Plain) -> Past:
        """What is known of a line; ``before`` are the keys that it had."""
        if not self.versions:
            return Past()
        was = [_known(each.lines, (line.key, *before)) for each in self.versions]
        asked = (each is not None and _asks(each) == _asks(line) for each in was)
        found = [(each, version) for each, version in zip(was, self.versions, strict=True) if each]
        now = line.shown(plain)
        shown = [(each.shown(plain) if _says(each) != _says(line) else now, version) for each, version in found]
        texts = _same(now.text, ((each.text, version) for each, version in shown))
        evidences = _same(now.evidence, ((each.evidence, version) for each, version in shown))
        return Past(self._since(asked), texts, evidences)

    def _since(self, holds: Iterable[bool]) -> str | None:
        """The oldest version of those that follow each other from today on in which something holds."""
        since = self.today
        for version, does in zip(self.versions, holds, strict=True):
            if not does:
                return since
            since = version.version
        return "" if self.versions else None


def _same(today: str, found: Iterable[tuple[str, _Version]]) -> tuple[str, ...]:
    """Wordings that mean the same as that of today, each once, without those that are even with another."""
    return tuple(islice(_distinct(today, found), MOST))


def _distinct(today: str, found: Iterable[tuple[str, _Version]]) -> Iterator[str]:
    """Whether a wording stands for today's, release by release: as reviews have said it of each step."""
    stands, newer = {"": False, evened(today): True}, today
    for text, version in found:
        even = evened(text)
        if even not in stands:
            by_steps = stands[evened(newer)] and stands_for(text, newer, version.roles)
            stands[even] = by_steps or stands_for(text, today, version.roles)
            if stands[even]:
                yield text
        newer = text


def _by_key(process: Process) -> Mapping[str, Line]:
    return {line.key: line for line in lines(process)}


def _known(there: Mapping[str, Line], keys: Iterable[str]) -> Line | None:
    return next((there[key] for key in keys if key in there), None)


def _asks(line: Line) -> tuple[bool, bool]:
    return line.required, line.new_only


def _says(line: Line) -> tuple[str, str]:
    return line.text, line.evidence
