"""Recipes as data: which files an addition brings, which lines it puts into others, and what there is then."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.support.documents import read
from tests.support.playbooks import CASES

FOLDER = CASES / "recipes"
_HEAD = re.compile(r"^- \*\*(.+?)\*\*, (\d+) files?[:.]", re.MULTILINE)
"""How CONTRIBUTING.md begins a recipe."""


@dataclass(frozen=True)
class Line:
    """A text that takes the place of another in a file (``change``), or goes ``behind`` or ``before`` one."""

    file: str
    text: str
    change: str = ""
    behind: str = ""
    before: str = ""

    def put_into(self, whole: str) -> str:
        """The file's text with it, at each place; raises ``ValueError`` where there is none."""
        place = self.change or self.behind or self.before
        if place not in whole:
            raise ValueError(f"{self.file} has no longer what a recipe names:\n{place}")
        return whole.replace(place, f"{self.behind}{self.text}{self.before}")


@dataclass(frozen=True)
class Proof:
    """A command to run with the addition, what its answer says then, and what the files do that it ``writes``."""

    run: str
    says: tuple[str, ...]
    writes: dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class Recipe:
    """An addition, by the name that CONTRIBUTING.md gives it; ``playbook`` is how a playbook shows it."""

    name: str
    files: dict[str, str]
    lines: tuple[Line, ...]
    playbook: tuple[Line, ...]
    proofs: tuple[Proof, ...]

    @property
    def touched(self) -> set[str]:
        """The files that are new, and those that have other lines."""
        return {*self.files, *(line.file for line in self.lines)}

    def carry_out(self, root: Path) -> None:
        """Makes the addition in the checkout at ``root``."""
        for name, text in self.files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
        put(self.lines, root)


def put(lines: Iterable[Line], root: Path) -> None:
    """Puts the lines into the files below ``root``."""
    for line in lines:
        path = root / line.file
        path.write_text(line.put_into(path.read_text("utf-8")), "utf-8", newline="\n")


def read_recipe(path: Path) -> Recipe:
    """The recipe in ``path``."""
    said: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    lines, playbook = (tuple(Line(**each) for each in said.get(key, ())) for key in ("lines", "playbook"))
    proofs = tuple(Proof(each["run"], each.get("says", ()), each.get("writes", {})) for each in said["proofs"])
    return Recipe(said["recipe"], said.get("files", {}), lines, playbook, proofs)


def promised() -> dict[str, int]:
    """How many files each recipe of CONTRIBUTING.md touches, by its name there."""
    return {name: int(number) for name, number in _HEAD.findall(read("CONTRIBUTING.md"))}
