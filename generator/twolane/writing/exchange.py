"""Puts a finished site in the place of the old one: built beside it, under a lock, exchanged only when it is whole.

Where nothing can be made beside the target, or the target cannot be moved since it is a mount of its own, the site is
made ready inside of it and put in place file by file. What a stopped build left, the next one settles first.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from twolane.writing import file_by_file
from twolane.writing.manifest import Foreign, record, refuse_foreign, traces
from twolane.writing.modes import make_folders, make_readable
from twolane.writing.sources import Sources
from twolane.writing.swapping import swapped
from twolane.writing.targets import refuse_folder
from twolane.writing.trouble import NotWritten, reason_of, writing
from twolane.writing.workshop import FOLDER, Busy, clear, is_marked, is_workshop, left_over, new_work, working_in

NEW = "new"
OLD = "old"
_WAIT = 1.0
"""Seconds to wait for a command that only looks whether there is something to settle."""


@contextmanager
def building_beside(target: Path, replace: bool = False, sources: Sources | None = None) -> Iterator[Path]:
    """An empty folder to build into; its files take the place of ``target`` at the end.

    Where the block raises, ``target`` stays as it was. Raises Refused where ``target`` must not be written, Busy,
    Foreign (unless ``replace``), and NotWritten.
    """
    refuse_folder(target, sources)
    target = Path(os.path.realpath(target))
    way = _inside if _must_be_inside(target) else _beside
    with writing(target) as own:
        make_folders(target.parent)
        with way(target, replace, own) as work:
            yield work


def settle(target: Path) -> None:
    """Brings ``target`` to rest where a build was stopped: what was there before is back, or what is new is whole.

    Where nothing was stopped, this costs a look or two; where somebody is at work, or nothing can be done, nothing is.
    """
    target = Path(os.path.realpath(target))
    with suppress(OSError, Busy):
        if is_workshop(target.parent / FOLDER):
            with working_in(target.parent, _kind(target), target) as folder:
                _settle_beside(folder, target)
    with suppress(OSError, Busy, NotWritten, Foreign):
        _settle_inside(target)


def _must_be_inside(target: Path) -> bool:
    """Whether nothing can be made beside the target, or it cannot be moved."""
    if not target.is_dir():
        return False
    return target.is_mount() or not os.access(target.parent, os.W_OK | os.X_OK)


@contextmanager
def _beside(target: Path, replace: bool, own: list[Path]) -> Iterator[Path]:
    with working_in(target.parent, _kind(target), target, _WAIT) as folder:
        own.append(folder)
        _settle_beside(folder, target)
        before = _looked_at(target, replace)
        work = new_work(folder, _kind(target))
        try:
            (work / NEW).mkdir()
            yield work / NEW
            _finish(work / NEW, target, replace, before)
            if not _exchanged(work, target):
                with working_in(target, file_by_file.KIND, target) as inside:
                    file_by_file.place(file_by_file.copied(inside, work / NEW), target)
        finally:
            _settle(work, target)


@contextmanager
def _inside(target: Path, replace: bool, own: list[Path]) -> Iterator[Path]:
    before = _looked_at(target, replace)
    with working_in(target, file_by_file.KIND, target, _WAIT) as folder:
        own.append(folder)
        work = new_work(folder, file_by_file.KIND)
        try:
            (work / NEW).mkdir()
            yield work / NEW
            _finish(work / NEW, target, replace, before)
            file_by_file.place(work, target)
        finally:
            file_by_file.put_away(work)


def _kind(target: Path) -> str:
    return f"build.{target.name}"


def _looked_at(target: Path, replace: bool) -> list[tuple[str, int, int]]:
    """The traces of what is there, once what was stopped is settled; raises Foreign."""
    _settle_inside(target, replace)
    if not replace:
        refuse_foreign(target)
    return traces(target)


def _settle_inside(target: Path, replace: bool = False) -> None:
    if is_workshop(target / FOLDER):
        with working_in(target, file_by_file.KIND, target) as folder:
            if replace:
                file_by_file.give_up(folder)
            file_by_file.settle(folder, target)


def _finish(new: Path, target: Path, replace: bool, before: list[tuple[str, int, int]]) -> None:
    """Makes a built site ready to be put in place, unless somebody has put a file into the old one meanwhile."""
    record(new)
    make_readable(new)
    if not replace and traces(target) != before:
        refuse_foreign(target)


def _exchanged(work: Path, target: Path) -> bool:
    """Whether the new site could take the place of the old one: in one step, else by two renames.

    Between the two there is no site for a moment; whoever comes next finds the old one in the work, and puts it back.
    """
    if not target.exists():
        (work / NEW).rename(target)
        return True
    if swapped(work / NEW, target):
        return True
    try:
        target.rename(work / OLD)
        (work / NEW).rename(target)
    except OSError as error:
        _put_back(work, target)
        if not target.exists():
            raise NotWritten(target, reason_of(error), "The next command puts back what was there.") from error
        return False
    return True


def _settle_beside(folder: Path, target: Path) -> None:
    for work in left_over(folder, _kind(target)):
        _settle(work, target)


def _settle(work: Path, target: Path) -> None:
    if is_marked(work):
        _put_back(work, target)
    # What could not be put back stays where the next command finds it.
    if os.path.lexists(target) or not (work / OLD).exists():
        clear(work)


def _put_back(work: Path, target: Path) -> None:
    if (work / OLD).exists() and not os.path.lexists(target):
        with suppress(OSError):
            (work / OLD).rename(target)
