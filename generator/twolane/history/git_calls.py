"""The only place that starts another program: calls git in a repository, and hands on what it answers."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from twolane.history.git_environment import arguments


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository as seen from ``folder``, which is the root of the working copy or below it.

    ``program`` is the path of git, and ``environment`` what it is called with.
    """

    folder: Path
    program: str
    environment: Mapping[str, str]


def run(repository: Repository, *command: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """What git answers to a command, whether it succeeds or not."""
    return subprocess.run(
        [repository.program, *arguments(*command)],
        cwd=repository.folder,
        env=dict(repository.environment),
        input=given,
        capture_output=True,
        check=False,
    )


def lines(repository: Repository, *command: str) -> list[str]:
    """The lines that git answers."""
    return os.fsdecode(run(repository, *command).stdout).splitlines()


def complaint(output: bytes) -> str:
    """What git complains about, on one line."""
    said = output.decode("utf-8", "replace").split("\n")
    told = [line for line in said if line.strip() and not line.startswith(("warning:", "hint:"))]
    return next((line.removeprefix("fatal: ").strip() for line in told), "")
