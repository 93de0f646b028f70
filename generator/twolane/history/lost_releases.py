"""Finds releases that the ledger of another version names and that of today does not, and says how to restore them."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping

import semver

from twolane.history.release_specs import releases_in
from twolane.history.version import Version
from twolane.history.versions import WORKING_COPY
from twolane.loading.file_names import RELEASES
from twolane.model.releases import LostReleases, Release
from twolane.wording.lists import listed
from twolane.wording.version_names import inside

_LEDGER = "/releases.yml"


def lost_releases(old: Version, new: Version) -> Iterator[LostReleases]:
    """What is gone from each ledger since ``old``; nothing where the working copy did not come after that.

    A branch that is behind has not lost what it never had, and a ledger that cannot be read is told elsewhere.
    """
    if not old.restored_from or new.label != WORKING_COPY:
        return
    for path in sorted(old.files.keys() - {each for each in old.files if old.files[each] == new.files.get(each)}):
        folder = path.removesuffix(_LEDGER)
        if not path.endswith(_LEDGER) or "/" in folder or f"{folder}/process.yml" not in new.files:
            continue
        before, after = _ledger(old, path), _ledger(new, path)
        gone = before.keys() - after.keys() if before is not None and after is not None else set()
        if before and after is not None and gone:
            versions = sorted(gone, key=semver.Version.parse)
            yield LostReleases(folder, _said(new, folder, versions), _advice((old, new), folder, versions, after))


def _ledger(version: Version, path: str) -> Mapping[str, Release] | None:
    return releases_in(version.files[path]) if path in version.files else {}


def _said(new: Version, folder: str, versions: list[str]) -> str:
    paths = (each for each in new.files if "/" not in each or each == f"{folder}/process.yml")
    playbook = new.load(paths).playbook
    process = playbook.process.get(folder) if playbook else None
    name = process.name if process else folder
    several = "Releases {} are" if len(versions) > 1 else "Release {} is"
    return f"{several.format(listed(versions))} gone from the ledger of {name}"


def _advice(both: tuple[Version, Version], folder: str, versions: list[str], after: Mapping[str, Release]) -> str:
    """How to restore them: by git alone, where that takes nothing away that was released since."""
    old, new = both
    copies = [f"{RELEASES}/{each}.yml" for each in versions]
    if after.keys() - (_ledger(old, f"{folder}{_LEDGER}") or {}).keys():
        entries = f"{'its entry' if len(versions) == 1 else 'their entries'} in releases.yml"
        return f"A release is not taken back: restore {listed([*copies, entries])} as {inside(old.label)}"
    command = ""
    if old.folder == new.folder:
        paths = (new.name(f"{folder}{_LEDGER}"), new.name(f"{folder}/{RELEASES}"))
        command = f" (`git checkout {old.restored_from} -- {shlex.join(paths)}`)"
    return (
        f"A release is not taken back: restore {listed(['releases.yml', *copies])}{command}, "
        "keep process.yml as it is, and release that as the next version"
    )
