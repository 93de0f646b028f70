"""A plan in a piece of work: written before anything is done, and believed only where it was made.

A checkout or an archive may bring a folder that looks like a piece of our work, with a plan that moves files.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from twolane.writing.workshop import MARK, is_marked, plain_file

_MADE = "made"


def write_plan(work: Path, name: str, plan: Mapping[str, Any]) -> None:
    """Writes a plan into a piece of work, whole or not at all."""
    unfinished = work / f"{name}.new"
    with unfinished.open("w", encoding="utf-8") as file:
        file.write(json.dumps({**plan, _MADE: _made(work)}))
    unfinished.replace(work / name)


def read_plan(work: Path, name: str) -> Mapping[str, Any] | None:
    """The plan of a piece of work; ``None`` where there is none, and where it was not made by us in this very place."""
    try:
        found: Any = json.loads(plain_file(work / name))
        return found if is_marked(work) and found[_MADE] == _made(work) else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _made(work: Path) -> list[int]:
    """What nobody can foresee or choose: where the disk has put a piece of work, and the instant it was marked."""
    mark = os.lstat(work / MARK)
    return [os.lstat(work).st_ino, mark.st_ino, mark.st_ctime_ns]
