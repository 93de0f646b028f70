"""Writes one file so that it is the old or the new one at every moment."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from twolane.writing.modes import readable_file
from twolane.writing.trouble import writing
from twolane.writing.workshop import FOLDER, clear, left_over, new_work, working_in

KIND = "file"
_NEW = "new"
_WAIT = 10.0
_IN_PLACE = {errno.EACCES, errno.EPERM, errno.EROFS, errno.EBUSY, errno.EXDEV}


def write_file(target: Path, data: bytes, public: bool = False) -> None:
    """Writes ``target``, which a link may lead to; raises NotWritten where that fails, and Busy.

    A file that is there keeps its mode; one that is ``public`` may be read by everybody.
    """
    place = Path(os.path.realpath(target))
    with writing(target) as own:
        own += [place, place.parent / FOLDER]
        if place.exists() and not place.is_file():
            target.write_bytes(data)  # a pipe or a device
            return
        try:
            put_file(place, data, public)
        except OSError as error:
            # A file may be writable in a folder that is not, and one that is a mount of its own cannot be replaced.
            if error.errno not in _IN_PLACE or not os.access(place, os.W_OK):
                raise
            place.write_bytes(data)


def put_file(place: Path, data: bytes, public: bool = False) -> None:
    """Writes a file beside its place and puts it there; raises OSError and Busy."""
    with working_in(place.parent, KIND, place, _WAIT) as folder:
        for work in left_over(folder, KIND):
            clear(work)
        work = new_work(folder, KIND)
        try:
            write_through(work / _NEW, data, place)
            if public:
                readable_file(work / _NEW)
            (work / _NEW).replace(place)
        finally:
            clear(work)


def write_through(path: Path, data: bytes, like: Path) -> None:
    """Writes a file to the disk itself, with the mode of ``like`` if that is there."""
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if like.exists():
        path.chmod(stat.S_IMODE(like.stat().st_mode))
