"""Writes several files so that all of them are written or none, also where the program is stopped in the middle.

Everything is made ready first, with a plan. From then on it will be written: what is missing when the program is
stopped, the next command writes. Where a file cannot be written, those before it are taken back.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from twolane.writing.carrying_out import carried_out, checksum, taken_back
from twolane.writing.plans import Plan, Step, begin_undoing, commit, end, is_undone, new_file, old_file, plan_in
from twolane.writing.single import write_through
from twolane.writing.targets import Refused, leads_out
from twolane.writing.trouble import NotWritten, reason_of, writing
from twolane.writing.workshop import FOLDER, Busy, clear, is_workshop, left_over, new_work, working_in

KIND = "write"
_WAIT = 10.0
_AS_BEFORE = "All other files are as they were."
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


@dataclass(frozen=True, slots=True)
class Settled:
    """The paths of files that a stopped command had begun with: written now, or as they were before.

    ``left`` are those that somebody has changed since, which stay as they are.
    """

    written: tuple[str, ...] = ()
    taken_back: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


def finish(root: Path) -> Settled:
    """Writes what a command that was stopped has left to be written, or takes it back; raises OSError.

    Where nothing was stopped, this costs a look; where somebody is writing, nothing is done.
    """
    if is_workshop(root / FOLDER):
        with suppress(Busy), working_in(root, KIND, root) as folder:
            return _finish_all(folder, root)
    return Settled()


def take_back(root: Path) -> Settled:
    """Takes back what a command that was stopped has begun to write; raises OSError."""
    if is_workshop(root / FOLDER):
        with suppress(Busy), working_in(root, KIND, root, _WAIT) as folder:
            for work in left_over(folder, KIND):
                begin_undoing(work)
            return _finish_all(folder, root)
    return Settled()


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
        plan = _made_ready(work, root, files)
        commit(work, plan)
        _, left = carried_out(work, root, plan)
        if left:
            raise NotWritten(root, f"somebody else has changed {', '.join(left)} meanwhile", _AS_BEFORE)
        end(work)
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
        before = path.read_bytes() if path.exists() else None
        if before is not None:
            write_through(old_file(work, number), before, path)
        write_through(new_file(work, number), data, path)
        steps.append(Step(path.relative_to(root).as_posix(), checksum(before), checksum(data)))
    around = {folder for path in files for folder in path.parents if not folder.exists()}
    return Plan(tuple(steps), tuple(sorted(folder.relative_to(root).as_posix() for folder in around)))


def _finish_all(folder: Path, root: Path) -> Settled:
    found = Settled()
    for work in left_over(folder, KIND):
        plan = plan_in(work)
        if plan and any(leads_out(root / step.path, root) for step in plan.steps):
            continue  # no command of ours has planned that
        if plan and is_undone(work):
            done, left = taken_back(work, root, plan)
            found = replace(found, taken_back=(*found.taken_back, *done), left=(*found.left, *left))
        elif plan:
            done, left = carried_out(work, root, plan)
            found = replace(found, written=(*found.written, *done), left=(*found.left, *left))
        end(work)
        clear(work)
    return found


def _undone(work: Path, root: Path) -> bool:
    """Whether everything is as it was before, but for what others have written."""
    with suppress(OSError):
        begin_undoing(work)
        if plan := plan_in(work):
            taken_back(work, root, plan)
        end(work)
        return True
    return False
