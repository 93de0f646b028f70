"""What keeps a command from writing, in words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from twolane.cli.outcome import CommandFailed
from twolane.writing.manifest import Foreign
from twolane.writing.targets import Refused
from twolane.writing.trouble import NotWritten
from twolane.writing.workshop import Busy


@contextmanager
def refusals() -> Iterator[None]:
    """Raises ``CommandFailed`` where something must not, or cannot, be written."""
    try:
        yield
    except Busy as busy:
        raise CommandFailed(f"Another command is writing to {busy}; wait until it is done.") from busy
    except Foreign as foreign:
        raise CommandFailed(_foreign(foreign.target, foreign.files)) from foreign
    except (Refused, NotWritten) as told:
        raise CommandFailed(str(told)) from told


def _foreign(target: Path, files: list[str]) -> str:
    some = ", ".join(files[:5]) + (", …" if len(files) > 5 else "")
    return (
        f"{target} holds files that the last build did not put there, or that were changed since: {some}. Nothing "
        "was written, so that they are not lost. Move them away, name another folder, or say --replace to give "
        "them up."
    )
