"""What keeps files from being written, told with the target, and with what became of what was there."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from twolane.writing.workshop import FOLDER

_FULL = {errno.ENOSPC, errno.EFBIG, errno.EROFS, getattr(errno, "EDQUOT", errno.ENOSPC)}
UNCHANGED = "What was there is as it was."


class NotWritten(Exception):
    """A target could not be written; ``stays`` says what became of what was there."""

    def __init__(self, target: Path, reason: str, stays: str = UNCHANGED) -> None:
        super().__init__(f"{target} could not be written: {reason}. {stays}")
        self.target, self.reason, self.stays = target, reason, stays


@contextmanager
def writing(target: Path) -> Iterator[list[Path]]:
    """Raises NotWritten in place of an OSError that is about ``target``, about a folder in the list, or a full disk.

    What is about other files, such as those that are read for it, is passed on.
    """
    own = [target, target.parent / FOLDER]
    try:
        yield own
    except OSError as error:
        if error.errno not in _FULL and not _is_about(error, own):
            raise
        raise NotWritten(target, reason_of(error)) from error


def reason_of(error: OSError) -> str:
    """Why it failed, as the system says it."""
    return (error.strerror or str(error)).lower()


def _is_about(error: OSError, own: list[Path]) -> bool:
    named = [os.fspath(each) for each in (error.filename, error.filename2) if isinstance(each, str | os.PathLike)]
    return any(
        Path(name).is_relative_to(folder) or folder.is_relative_to(Path(name)) for name in named for folder in own
    )
