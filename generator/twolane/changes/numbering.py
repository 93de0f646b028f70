"""Numbers of versions: which is newer, which level lies between two, and which number a level leads to."""

from __future__ import annotations

from collections.abc import Iterable

import semver

from twolane.changes.change import Change
from twolane.changes.levels import Level
from twolane.model.process import Process
from twolane.model.releases import Release


def newest(releases: Iterable[Release]) -> Release | None:
    """The release with the highest version, wherever it stands in the ledger; ``None`` where there is none."""
    return max(releases, key=lambda release: order(release.version), default=None)


def order(version: str) -> semver.Version:
    """What versions are sorted by."""
    return semver.Version.parse(version)


def step(old: str, new: str) -> Level | None:
    """The level by which ``new`` is above ``old``; ``None`` where it is not above it.

    A version that finishes a draft of itself (2.0.0 after 2.0.0-draft) is of the level that its number shows.
    """
    before, after = order(old), order(new)
    if after <= before:
        return None
    if after.major > before.major:
        return Level.MAJOR
    if after.minor > before.minor:
        return Level.MINOR
    if after.patch > before.patch:
        return Level.PATCH
    return Level.PATCH if after.patch else Level.MINOR if after.minor else Level.MAJOR


def raised(version: str, level: Level) -> str:
    """The next version of that level; a draft of it becomes it."""
    return str(order(version).next_version(level.word))


def asking(changes: Iterable[Change], process: Process | None) -> tuple[Change, ...]:
    """Those of the changes that ask the process for a version: nobody sells by a retired one, so that what all
    processes share asks it for none.
    """
    retired = process is not None and process.status == "retired"
    return tuple(change for change in changes if change.process or not retired)


def needed(changes: Iterable[Change], since: str) -> Level | None:
    """The level that a version after ``since`` needs for the changes; ``None`` where there are none.

    What was accepted counts like everything else: the version tells people what happened to them. Before 1.0.0
    everything may still change, so that a minor version is enough there, as semantic versions have it.
    """
    most = Level.MINOR if order(since).major == 0 else Level.MAJOR
    return max((min(change.level, most) for change in changes), default=None)
