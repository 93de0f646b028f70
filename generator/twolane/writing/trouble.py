"""What keeps files from being written, told with the target, and with what became of what was there."""

from __future__ import annotations

import errno
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from twolane.writing.workshop import FOLDER

_FULL = {errno.ENOSPC, errno.EFBIG, errno.EROFS, getattr(errno, "EDQUOT", errno.ENOSPC)}
_NUMBER = re.compile(r"^\[\w+ \d+\] ")
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
    if isinstance(error, shutil.Error):
        *_, reason = error.args[0][0]
        return _NUMBER.sub("", str(reason)).partition(": ")[0].lower()
    return (error.strerror or str(error)).lower()


def _is_about(error: OSError, own: list[Path]) -> bool:
    """Whether what failed is to be written; where the error names no file, it came from a file that was open for it."""
    named = [Path(each) for each in _names(error)]
    return not named or any(name.is_relative_to(each) or each.is_relative_to(name) for name in named for each in own)


def _names(error: OSError) -> list[str]:
    """The files that an error is about; of what could not be copied, where it was to go."""
    if isinstance(error, shutil.Error):
        return [str(target) for _, target, *_ in error.args[0]]
    return [os.fspath(each) for each in (error.filename, error.filename2) if isinstance(each, str | os.PathLike)]
