"""Puts a site file by file into a folder that cannot be moved, such as a container's volume.

Everything new is in the folder before the first old file goes, so that there is room for it, and each file takes its
place in one step. The old site stays whole as long as it can: files that pages need come first, then pages, search,
what goes, and last the manifest. A plan that is written first tells the next command what to go on with.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from twolane.writing.journal import read_plan, write_plan
from twolane.writing.manifest import MANIFEST, Foreign, checksum, checksums, files_in
from twolane.writing.modes import make_folders, make_readable
from twolane.writing.trouble import NotWritten, reason_of
from twolane.writing.workshop import clear, discard, left_over, new_work

KIND = "place"
_NEW = "new"
_PLAN = "plan.json"
_PAGES = (".html", ".htm", ".md")
_FOUND_BY = ("search/", "sitemap.xml", "feed.xml", "index.html", "index.md")
"""Where readers and programs begin: they lead to everything else."""
_MIXED = "Some of its files are new already and some still old; the next build goes on from there."


@dataclass(frozen=True, slots=True)
class _Plan:
    """The checksums of the files that were there, and of those that come, by path."""

    before: Mapping[str, str]
    after: Mapping[str, str]


def copied(folder: Path, site: Path) -> Path:
    """A piece of work in the workshop with a copy of a site that was built on another disk."""
    work = new_work(folder, KIND)
    try:
        for name in files_in(site):
            make_folders((work / _NEW / name).parent)
            shutil.copyfile(site / name, work / _NEW / name)
        make_readable(work / _NEW)
    except BaseException:
        clear(work)
        raise
    return work


def place(work: Path, target: Path) -> None:
    """Puts what is in ``work`` in the place of everything in ``target``; raises NotWritten where it has to stop."""
    plan = _Plan(checksums(target), checksums(work / _NEW))
    write_plan(work, _PLAN, {"before": dict(plan.before), "after": dict(plan.after)})
    _carry_out(work, target, plan)


def settle(folder: Path, target: Path) -> None:
    """Goes on with what was stopped; raises Foreign where somebody has changed files since, and NotWritten."""
    for work in left_over(folder, KIND):
        plan = _read(work)
        if plan:
            _refuse_changed(plan, target)
            _carry_out(work, target, plan)
        clear(work)


def give_up(folder: Path) -> None:
    """Takes away what was stopped, as everything in its place is about to be replaced."""
    for work in left_over(folder, KIND):
        clear(work)


def put_away(work: Path) -> None:
    """Takes a piece of work away, unless it has to be gone on with."""
    if _read(work) is None:
        clear(work)


def _carry_out(work: Path, target: Path, plan: _Plan) -> None:
    try:
        _put(work / _NEW, target, plan)
        _take_out(target, plan)
        _move(work / _NEW, target, MANIFEST)
        (work / _PLAN).unlink()
    except OSError as error:
        raise NotWritten(target, reason_of(error), _MIXED) from error
    clear(work)


def _put(new: Path, target: Path, plan: _Plan) -> None:
    """Those that are in place already are not among the new ones any more."""
    names = (name for name in files_in(new) if name in plan.after)
    for name in sorted(names, key=lambda name: (_rank(name), name in plan.before, name)):
        _move(new, target, name)


def _take_out(target: Path, plan: _Plan) -> None:
    gone = (name for name in files_in(target) if name in plan.before and name not in plan.after)
    for name in gone:
        (target / name).unlink()
        for folder in _around(target, name):
            with suppress(OSError):
                folder.rmdir()


def _move(new: Path, target: Path, name: str) -> None:
    if (new / name).exists():
        _make_way(target, name)
        (new / name).replace(target / name)


def _make_way(target: Path, name: str) -> None:
    """Makes the folders of a file; a file or a link in the place of one goes, and so does a folder in its own."""
    for folder in reversed(_around(target, name)):
        if folder.is_symlink() or folder.is_file():
            folder.unlink()
    make_folders((target / name).parent)
    if (target / name).is_dir() and not (target / name).is_symlink():
        discard(target / name)


def _around(target: Path, name: str) -> list[Path]:
    """The folders of a file inside of the target, the innermost first."""
    return list((target / name).parents)[: name.count("/")]


def _refuse_changed(plan: _Plan, target: Path) -> None:
    known = {name: (plan.before.get(name), plan.after.get(name)) for name in files_in(target) if name != MANIFEST}
    changed = [name for name, either in known.items() if checksum(target / name) not in either]
    if changed:
        raise Foreign(target, changed)


def _rank(name: str) -> int:
    if name.startswith(_FOUND_BY):
        return 2
    return 1 if name.endswith(_PAGES) else 0


def _read(work: Path) -> _Plan | None:
    """The plan of a piece of work of ours; None where it was not ready yet."""
    found = read_plan(work, _PLAN)
    try:
        return _Plan(dict(found["before"]), dict(found["after"])) if found else None
    except (KeyError, TypeError, ValueError):
        return None
