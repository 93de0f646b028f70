"""The folder `.twolane` in which files are made ready: git ignores it, and whatever a stopped command left is swept.

It lies beside what is written, so that one rename puts a file or a folder in its place. Each piece of work has a folder
of its own in there with a name and a mark of ours; a lock says whether somebody is at it.
"""

from __future__ import annotations

import errno
import os
import re
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

FOLDER = ".twolane"
MARK = "made-by-twolane"
"""The file that marks a piece of work as ours; it goes last."""
_IGNORE = ".gitignore"
_IGNORED = "# Twolane makes files ready here; its next command takes away what is left over.\n*\n"
_RANDOM = "[a-z0-9_]{8}"
_TRIES = 20


class Busy(Exception):
    """Another command is writing to the same place, which is what the exception says."""


@contextmanager
def working_in(parent: Path, kind: str, target: Path, wait: float = 0) -> Iterator[Path]:
    """The workshop in ``parent``, held by nobody else for this ``kind`` of work; gone at the end if nothing needs it.

    Raises Busy, which names ``target``, where somebody holds it longer than ``wait`` seconds, and OSError where it
    cannot be made.
    """
    folder = parent / FOLDER
    lock = _held(folder, kind, target, wait)
    try:
        yield folder
    finally:
        # Whoever waits for a lock that was taken away sees that, and takes a new one.
        with suppress(OSError):
            (folder / f"{kind}.lock").unlink()
        lock.release()
        _leave(folder)


def _held(folder: Path, kind: str, target: Path, wait: float) -> FileLock:
    lock = FileLock(folder / f"{kind}.lock", timeout=wait)
    for _ in range(_TRIES):
        _open(folder)
        try:
            lock.acquire()
        except Timeout:
            raise Busy(target) from None
        except FileNotFoundError:
            continue  # somebody else was done just then, and took the folder away
        _ignore(folder)
        return lock
    raise Busy(target)


def is_workshop(folder: Path) -> bool:
    """Whether a folder is one of ours, by its name and by what is in it; one of ours may be hardly begun."""
    if folder.name != FOLDER or folder.is_symlink() or not folder.is_dir():
        return False
    said = _said(folder)
    return said == _IGNORED or (_IGNORED.startswith(said) and {each.name for each in folder.iterdir()} <= {_IGNORE})


def _open(folder: Path) -> None:
    with suppress(FileExistsError):
        folder.mkdir()
    if folder.is_symlink() or not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))
    _ignore(folder)


def _ignore(folder: Path) -> None:
    if _said(folder) != _IGNORED:
        # What stands there may be a link to a file of somebody else.
        (folder / _IGNORE).unlink(missing_ok=True)
        (folder / _IGNORE).write_text(_IGNORED, "utf-8", newline="")


def _said(folder: Path) -> str:
    try:
        return plain_file(folder / _IGNORE, len(_IGNORED)).decode("utf-8", "replace")
    except (OSError, ValueError):
        return ""


def plain_file(path: Path, most: int = 256 * 1024 * 1024) -> bytes:
    """The content of a file; raises OSError for a link, and ValueError for what is no file or has more bytes.

    What is written down of a site with a million files has fewer than that.
    """
    number = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(number, "rb") as file:
        status = os.fstat(number)
        if not stat.S_ISREG(status.st_mode) or status.st_size > most:
            raise ValueError(path)
        return file.read(most)


def _leave(folder: Path) -> None:
    try:
        if {each.name for each in folder.iterdir()} <= {_IGNORE}:
            (folder / _IGNORE).unlink(missing_ok=True)
            folder.rmdir()
    except OSError:
        # Somebody has begun to work there in that moment.
        with suppress(OSError):
            _ignore(folder)


def new_work(folder: Path, kind: str) -> Path:
    """An empty, marked folder for a piece of work of this ``kind``."""
    work = Path(tempfile.mkdtemp(prefix=f"{kind}-", dir=folder))
    (work / MARK).touch()
    return work


def left_over(folder: Path, kind: str) -> list[Path]:
    """What commands that were stopped have left of this ``kind``; only for whoever holds the workshop for it."""
    named = re.compile(re.escape(kind) + "-" + _RANDOM)
    with suppress(FileNotFoundError):
        found = (each for each in folder.iterdir() if named.fullmatch(each.name))
        return sorted(each for each in found if each.is_dir() and not each.is_symlink())
    return []


def is_marked(work: Path) -> bool:
    """Whether a piece of work bears our mark."""
    return (work / MARK).is_file()


def clear(work: Path) -> None:
    """Takes a piece of work away, as far as that can be done; one without our mark only if it is empty."""
    if is_marked(work):
        for each in work.iterdir():
            if each.name != MARK:
                discard(each)
        with suppress(OSError):
            if [each.name for each in work.iterdir()] == [MARK]:
                (work / MARK).unlink()
    with suppress(OSError):
        work.rmdir()


def discard(path: Path) -> None:
    """Takes a file or a folder away, as far as that can be done."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):
            path.unlink(missing_ok=True)
