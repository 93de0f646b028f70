"""The plan of a piece of work that writes several files: what goes where, and whether it is being taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from twolane.writing.journal import read_plan, write_plan

_FORWARD, _BACK = "plan.json", "undo.json"


@dataclass(frozen=True, slots=True)
class Step:
    """A file that is written: its path below the root, and the checksums of its old and new text; none of no file."""

    path: str
    before: str
    after: str


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
    write_plan(work, _FORWARD, asdict(plan))


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
    found = read_plan(work, _BACK if is_undone(work) else _FORWARD)
    try:
        return Plan(tuple(_steps(found["steps"])), tuple(map(str, found["folders"]))) if found else None
    except (KeyError, TypeError):
        return None


def _steps(found: Any) -> Iterator[Step]:
    for each in found:
        yield Step(str(each["path"]), str(each["before"]), str(each["after"]))
