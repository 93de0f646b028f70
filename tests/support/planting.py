"""How a command is planted in a repository, and how plain git is made to run it."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.support.repositories import Repository, environment


@dataclass(frozen=True)
class Ground:
    """A repository to plant in: the command to plant, and the file that is there once the command was run."""

    made: Repository
    command: str
    mark: Path

    def configure(self, text: str) -> None:
        """Adds settings to the repository's own; RUN in them is the command, FOLDER the one of the repository."""
        with (self.made.folder / ".git/config").open("a", encoding="utf-8") as file:
            file.write(f"\n{self.filled(text)}\n")

    def filled(self, text: str) -> str:
        """The text with the command and the folder."""
        return (
            text.replace("RUN", self.command).replace("FOLDER", str(self.made.folder)).replace("MARK", str(self.mark))
        )

    def write(self, path: str, text: str, *, runs: bool = False) -> None:
        """Writes a file below the repository's folder, one that can be run where it ``runs``."""
        file = self.made.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(self.filled(text), "utf-8")
        file.chmod(0o755 if runs else 0o644)


@dataclass(frozen=True)
class Plant:
    """A planted command: how it is planted, and the arguments with which plain git runs it, or why it cannot.

    ``around`` is planted in the environment, ``given`` is what git is given, ``since`` the first git that knows it. A
    ``terminal`` is what git writes to.
    """

    name: str
    plant: Callable[[Ground], None]
    proof: tuple[str, ...]
    around: Mapping[str, str] = field(default_factory=dict)
    given: str = ""
    since: tuple[int, int] = (2, 30)
    terminal: bool = False
    code: int = 0
    """How `twolane diff` ends all the same: by reading, or by saying why not."""

    def variables(self, ground: Ground) -> dict[str, str]:
        """The environment in which it is planted, to be added to another."""
        return {key: ground.filled(value) for key, value in self.around.items()}

    def spring(self, ground: Ground, folder: Path) -> None:
        """Calls plain git so that it runs the command, whatever comes of the call."""
        around = environment() | {"TERM": "xterm", "GIT_TERMINAL_PROMPT": "0"} | self.variables(ground)
        reading, writing = os.openpty() if self.terminal else (-1, subprocess.DEVNULL)
        subprocess.run(
            ["/usr/bin/env", "git", *map(ground.filled, self.proof)],
            cwd=folder,
            env=around,
            input=self.given.encode(),
            stdout=writing,
            stderr=subprocess.DEVNULL,
            check=False,
        )
        for each in (reading, writing) if self.terminal else ():
            os.close(each)


def git_version() -> tuple[int, int]:
    """The version of git at hand."""
    said = subprocess.run(["git", "--version"], capture_output=True, text=True, check=True).stdout
    found = re.search(r"(\d+)\.(\d+)", said)
    assert found
    return int(found[1]), int(found[2])


def ground(made: Repository, beside: Path) -> Ground:
    """The repository, and beside it a command that leaves a mark."""
    mark, command = beside / "mark", beside / "planted"
    command.write_text(f'#!/bin/sh\ntouch "{mark}"\n', "utf-8")
    command.chmod(0o755)
    return Ground(made, str(command), mark)
