"""Carries out the plan of a piece of work that writes several files, or takes it back, file by file.

A file that has neither its old nor its new text has been changed by somebody since, and is left alone.
"""

from __future__ import annotations

import errno
import hashlib
from contextlib import suppress
from pathlib import Path

from twolane.writing.plans import Plan, Step, new_file, old_file
from twolane.writing.single import put_file


def carried_out(work: Path, root: Path, plan: Plan) -> tuple[list[str], list[str]]:
    """The paths that were written, and those that somebody has changed since the plan was made."""
    done, left = [], []
    for number, step in enumerate(plan.steps):
        if new_file(work, number).exists():
            if _is_known(root / step.path, step):
                _put(new_file(work, number), root / step.path)
                done.append(step.path)
            else:
                left.append(step.path)
    return done, left


def taken_back(work: Path, root: Path, plan: Plan) -> tuple[list[str], list[str]]:
    """The paths that are as they were, and those that somebody has changed since they were written."""
    done, left = [], []
    for number, step in enumerate(plan.steps):
        if new_file(work, number).exists():
            continue
        if not _is_known(root / step.path, step):
            left.append(step.path)
            continue
        if step.before:
            _put(old_file(work, number), root / step.path)
        else:
            (root / step.path).unlink(missing_ok=True)
        done.append(step.path)
    for folder in reversed(plan.folders):
        with suppress(OSError):
            (root / folder).rmdir()
    return done, left


def _is_known(place: Path, step: Step) -> bool:
    """Whether a file has its old or its new text: what else it has, somebody has written since."""
    with suppress(FileNotFoundError):
        return checksum(place.read_bytes()) in (step.before, step.after)
    return not step.before


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


def checksum(data: bytes | None) -> str:
    """The checksum of a text; empty for no file."""
    return "" if data is None else hashlib.sha256(data).hexdigest()
