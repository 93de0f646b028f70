"""Writes several files so that all of them are written or none, also where the program is stopped in the middle.

Everything is made ready first, with a plan. From then on it will be written: what is missing when the program is
stopped, the next command writes. Where a file cannot be written, those before it are taken back.
"""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from twolane.writing.plans import Plan, Step, begin_undoing, commit, end, is_undone, new_file, old_file, plan_in
from twolane.writing.single import put_file, write_through
from twolane.writing.targets import Refused, leads_out
from twolane.writing.trouble import NotWritten, reason_of, writing
from twolane.writing.workshop import FOLDER, Busy, clear, is_workshop, left_over, new_work, working_in

KIND = "write"
_WAIT = 10.0
_HALF = "Some of it may be there; the next command here brings that in order."


def write_together(files: Mapping[Path, bytes], root: Path) -> None:
    """Writes each file, making folders where they are missing; where one cannot be written, all are as before.

    A link stays one: what it leads to is written. Raises Refused where one would lie outside of ``root``, Busy, and
    NotWritten.
    """
    for path in files:
        if leads_out(path, root):
            raise Refused(f"{path} leads out of {root}, to {os.path.realpath(path)}. Nothing was written.")
    if not files:
        return
    place = Path(os.path.realpath(root))
    with writing(root) as own, _made(place):
        own.append(place)
        with working_in(place, KIND, root, _WAIT) as folder:
            _finish_all(folder, place)
            _write(new_work(folder, KIND), place, {Path(os.path.realpath(path)): data for path, data in files.items()})


def finish(root: Path) -> None:
    """Writes what a command that was stopped has left to be written, or takes it back; raises OSError.

    Where nothing was stopped, this costs a look; where somebody is writing, nothing is done.
    """
    if is_workshop(root / FOLDER):
        with suppress(Busy), working_in(root, KIND, root) as folder:
            _finish_all(folder, root)


def take_back(root: Path) -> None:
    """Takes back what a command that was stopped has begun to write; raises OSError."""
    if is_workshop(root / FOLDER):
        with suppress(Busy), working_in(root, KIND, root, _WAIT) as folder:
            for work in left_over(folder, KIND):
                begin_undoing(work)
            _finish_all(folder, root)


@contextmanager
def _made(folder: Path) -> Iterator[None]:
    """The folder is made where it is missing, and taken away again where nothing can be put into it."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    try:
        yield
    except BaseException:
        with suppress(OSError):
            for each in missing:
                each.rmdir()
        raise


def _write(work: Path, root: Path, files: Mapping[Path, bytes]) -> None:
    try:
        commit(work, _made_ready(work, root, files))
        _carry_out(work, root)
    except OSError as error:
        if not _undone(work, root):
            raise NotWritten(root, reason_of(error), _HALF) from error
        raise
    except BaseException:
        _undone(work, root)
        raise
    finally:
        if plan_in(work) is None:
            clear(work)


def _made_ready(work: Path, root: Path, files: Mapping[Path, bytes]) -> Plan:
    """Both texts of each file in the work, and the plan for them."""
    steps = []
    for number, (path, data) in enumerate(files.items()):
        if path.exists():
            write_through(old_file(work, number), path.read_bytes(), path)
        write_through(new_file(work, number), data, path)
        steps.append(Step(path.relative_to(root).as_posix(), path.exists(), _checksum(data)))
    around = {folder for path in files for folder in path.parents if not folder.exists()}
    return Plan(tuple(steps), tuple(sorted(folder.relative_to(root).as_posix() for folder in around)))


def _finish_all(folder: Path, root: Path) -> None:
    for work in left_over(folder, KIND):
        plan = plan_in(work)
        if plan and any(leads_out(root / step.path, root) for step in plan.steps):
            continue  # no command of ours has planned that
        if plan:
            _take_back(work, root) if is_undone(work) else _carry_out(work, root)
        clear(work)


def _carry_out(work: Path, root: Path) -> None:
    plan = plan_in(work)
    for number, step in enumerate(plan.steps if plan else ()):
        _put(new_file(work, number), root / step.path)
    end(work)


def _undone(work: Path, root: Path) -> bool:
    """Whether everything is as it was before."""
    with suppress(OSError):
        begin_undoing(work)
        _take_back(work, root)
        return True
    return False


def _take_back(work: Path, root: Path) -> None:
    plan = plan_in(work)
    for number, step in enumerate(plan.steps if plan else ()):
        if not new_file(work, number).exists():
            _put(old_file(work, number), root / step.path)
            _remove(root / step.path, step)
    for folder in reversed(plan.folders if plan else ()):
        with suppress(OSError):
            (root / folder).rmdir()
    end(work)


def _put(file: Path, place: Path) -> None:
    """Puts a file in its place, unless it is there already."""
    if not file.is_file() or file.is_symlink():
        return
    place.parent.mkdir(parents=True, exist_ok=True)
    try:
        file.replace(place)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        put_file(place, file.read_bytes())  # a part of the playbook is on another disk
        file.unlink()


def _remove(place: Path, step: Step) -> None:
    """Removes a file that was not there before, unless somebody has changed it since."""
    if not step.was_there and place.is_file() and _checksum(place.read_bytes()) == step.checksum:
        place.unlink()


def _checksum(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
