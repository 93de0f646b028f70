"""The plan of a piece of work that writes several files: what goes where, and whether it is being taken back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from twolane.writing.workshop import is_marked

_FORWARD, _BACK = "plan.json", "undo.json"


@dataclass(frozen=True, slots=True)
class Step:
    """A file that is written: its path below the root, whether there was one, and the checksum of the new one."""

    path: str
    was_there: bool
    checksum: str


@dataclass(frozen=True, slots=True)
class Plan:
    """The files that are written, and the folders that are made for them, the outermost first."""

    steps: tuple[Step, ...]
    folders: tuple[str, ...] = ()


def new_file(work: Path, number: int) -> Path:
    """Where the new text of a step's file waits; once it is in its place, there is none."""
    return work / f"new-{number}"


def old_file(work: Path, number: int) -> Path:
    """Where the old text of a step's file is kept, if there was one."""
    return work / f"old-{number}"


def commit(work: Path, plan: Plan) -> None:
    """From now on the plan is carried out, whatever happens."""
    unfinished = work / f"{_FORWARD}.new"
    with unfinished.open("w", encoding="utf-8") as file:
        file.write(json.dumps(asdict(plan) | {"made": _made(work, unfinished)}))
    unfinished.replace(work / _FORWARD)


def begin_undoing(work: Path) -> None:
    """From now on the plan is taken back, whatever happens."""
    if (work / _FORWARD).exists():
        (work / _FORWARD).replace(work / _BACK)


def end(work: Path) -> None:
    """Nothing is left to be done."""
    for name in (_FORWARD, _BACK):
        (work / name).unlink(missing_ok=True)


def is_undone(work: Path) -> bool:
    """Whether the plan is being taken back."""
    return (work / _BACK).exists()


def plan_in(work: Path) -> Plan | None:
    """The plan of a piece of work of ours; ``None`` where none was committed, or it was not made here."""
    try:
        path = work / (_BACK if is_undone(work) else _FORWARD)
        found: Any = json.loads(path.read_text("utf-8"))
        if found["made"] != _made(work, path):
            return None
        return Plan(tuple(_steps(found["steps"])), tuple(map(str, found["folders"]))) if is_marked(work) else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _made(work: Path, plan: Path) -> list[int]:
    """What a plan can only know where it was made: one that came with a checkout or an archive is not carried out."""
    return [work.stat().st_ino, plan.stat().st_ino]


def _steps(found: Any) -> Iterator[Step]:
    for each in found:
        yield Step(str(each["path"]), bool(each["was_there"]), str(each["checksum"]))
