"""Reads the releases of a playbook's processes: what each was, from its frozen copy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import semver

from twolane.history.frozen import thaw
from twolane.model.playbook import Playbook
from twolane.model.process import Process
from twolane.model.releases import FrozenCopy, Release


@dataclass(frozen=True, slots=True, eq=False)
class Released:
    """One release of a process; ``playbook`` holds the process as it was and what it referred to.

    ``playbook`` is ``None`` where the frozen copy is missing or cannot be read.
    """

    release: Release
    playbook: Playbook | None

    @property
    def version(self) -> str:
        """Its version."""
        return str(self.release.version)

    @property
    def process(self) -> Process | None:
        """The process as it was."""
        return self.playbook.processes[0] if self.playbook else None


def read_releases(playbook: Playbook) -> dict[str, tuple[Released, ...]]:
    """Every release of each process by the process's id, the newest first; reads all frozen copies, from memory."""
    return {id: _releases(releases, playbook.frozen.get(id, {})) for id, releases in playbook.releases.items()}


def _releases(releases: tuple[Release, ...], copies: Mapping[str, FrozenCopy]) -> tuple[Released, ...]:
    found = sorted({each.version: each for each in releases}.values(), key=_age, reverse=True)
    return tuple(_released(each, copies) for each in found)


def _age(release: Release) -> tuple[str, semver.Version]:
    return release.date.isoformat(), semver.Version.parse(release.version)


def _released(release: Release, copies: Mapping[str, FrozenCopy]) -> Released:
    copy = copies.get(release.version)
    found = thaw(copy.file, copy.data).playbook if copy else None
    return Released(release, found if found and found.processes else None)
