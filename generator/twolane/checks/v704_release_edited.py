"""Finds a frozen release that differs from the checksum in its ledger, is gone, or stands there twice or not at all.

Why:
    A frozen copy says by what people worked when they trained and when they led their deals. If it can be edited
    afterwards, nobody can rely on what a comparison with it says (P3; Gooze, "Are You Creating Customers Or Just
    Selling?", 2017).

Mend:
    Take the file back as it was: `git log` and `git checkout` know it. What was wrong in an old version is mended in
    the next one. Releases are written by `twolane release`. Where two branches have both released the same version,
    one of the two stays, with its copy and its entry; what the other one changed is released anew.

Wrong when:
    An old copy sometimes has to change: a person asks for their name to be taken out, and the law is on their side. The
    checksum can't know that.

    Say so above the line in releases.yml: `# twolane: ignore[V704] a name had to go, by law, in May 2026`

Fails:
    # new-business/releases.yml
    releases:
      - version: 1.0.0
        date: 2026-10-01
        sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08

Passes:
    # new-business/process.yml
    version: 1.0.1
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from twolane.checks.context import Context
from twolane.findings import Finding, Related, Rule, Severity
from twolane.model.playbook import Playbook
from twolane.model.releases import FrozenCopy, Release
from twolane.source import Place
from twolane.wording.spoken_language import worded

RULE = Rule("V704", "release-edited", Severity.ERROR, ("P3",))

_TAKE_BACK = "take the file back as it was released, with git; mend what was wrong in the next version"
_MARK = re.compile(rb"^<{7} ", re.MULTILINE)
"""What git writes where two branches have changed the same lines."""


def check(playbook: Playbook, context: Context) -> Iterator[Finding]:
    for process in playbook.processes:
        copies = playbook.frozen.get(process.id, {})
        releases = playbook.releases.get(process.id, ())
        entries: dict[str, list[Release]] = {}
        for release in releases:
            entries.setdefault(release.version, []).append(release)
        for version, same in entries.items():
            yield from _of_version(process.id, same, copies.get(version))
        yield from (_in_no_ledger(copy) for copy in copies.values() if copy.version not in entries)


def _of_version(process: str, entries: list[Release], copy: FrozenCopy | None) -> Iterator[Finding]:
    fitting = (each for each in entries if copy and each.sha256.lower() == copy.sha256)
    kept = next(fitting, entries[0])
    yield from _of_release(kept, copy)
    yield from (_once_more(process, each, kept) for each in entries if each is not kept)


def _once_more(process: str, release: Release, kept: Release) -> Finding:
    """The finding for an entry whose version another entry has; it happens where two branches release and merge."""
    message = worded("version {version} stands in releases.yml more than once", version=release.version)
    hint = worded(
        "take this entry out, and release what it was for in a next version: `twolane release {process}`",
        process=process,
    )
    there = Related(kept.at.place("version"), "this entry has the same version")
    return RULE.at(release.at, "version", message, hint=hint, related=(there,))


def _of_release(release: Release, copy: FrozenCopy | None) -> Iterator[Finding]:
    if copy is None:
        if release.sha256:
            message = worded("the frozen copy of version {version} is gone", version=release.version)
            hint = worded(
                "take releases/{version}.yml back with git, or take `sha256` out if there was no copy",
                version=release.version,
            )
            yield RULE.at(release.at, "version", message, hint=hint)
    elif not release.sha256 and "sha256" in release.at.values:
        return  # what stands there is no checksum, which has been told
    elif not release.sha256:
        message = worded(
            "version {version} has a frozen copy and no checksum, so nobody can tell if it was edited",
            version=release.version,
        )
        line = f"sha256: {copy.sha256}"
        hint = worded("add `{line}` if the copy is as it was released", line=line)
        yield RULE.at(release.at, "version", message, hint=hint, replacement=line)
    elif mark := _MARK.search(copy.data):
        row = copy.data.count(b"\n", 0, mark.start()) + 1
        message = worded(
            "the frozen copy of version {version} holds the marks of a merge that nobody has finished",
            version=release.version,
        )
        hint = worded(
            "it seems that two branches have released {version}: keep copy and entry as one of them has them "
            "(`git checkout --ours` or `--theirs` and the file), then release the other's changes in a next version",
            version=release.version,
        )
        yield RULE.at(
            release.at, "version", message, hint=hint, related=(Related(Place(copy.file, row), "the first of them"),)
        )
    elif release.sha256.lower() != copy.sha256:
        message = worded(
            "the frozen copy of version {version} is not as it was released: its checksum differs",
            version=release.version,
        )
        here = Related(Place(copy.file), "this file was edited after its release")
        yield RULE.at(release.at, "sha256", message, hint=_TAKE_BACK, related=(here,))


def _in_no_ledger(copy: FrozenCopy) -> Finding:
    message = worded(
        "releases.yml does not name version {version}, of which this is a frozen copy", version=copy.version
    )
    hint = "take the entry in releases.yml back with git, or delete this file if it never was a release"
    return RULE.on(Place(copy.file), message, hint=hint)
