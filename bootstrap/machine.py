"""What the other modules ask of the machine: run commands, install packages, compare fingerprints."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if sys.platform == "win32" else "bin")
PYTHON = BIN / ("python.exe" if sys.platform == "win32" else "python")
TWOLANE = BIN / ("twolane.exe" if sys.platform == "win32" else "twolane")

Command = list[str | Path]


class TaskFailed(Exception):
    """A chore cannot be done; the message says what to do about it."""


def administrator() -> list[str] | None:
    """What to put before a command that needs an administrator's rights; None where we cannot have them."""
    if sys.platform == "win32":
        return None
    if os.geteuid() == 0:
        return []
    return ["sudo", "-n"] if shutil.which("sudo") and succeeds("sudo", "-n", "true") else None


def apt_candidate(package: str) -> str:
    """The version that apt would install, empty where it has none or we may not install."""
    prefix = administrator()
    if prefix is None or shutil.which("apt-get") is None:
        return ""
    apt_update()
    lines = [line.strip() for line in output("apt-cache", "policy", package).splitlines()]
    found = next((line.partition(":")[2].strip() for line in lines if line.startswith("Candidate:")), "(none)")
    return "" if found == "(none)" else found


@cache
def apt_update() -> None:
    """Learn what there is, once in a run; where that fails, what is known already holds."""
    succeeds(*(administrator() or []), "apt-get", "update")


def apt_install(*packages: str) -> bool:
    print(f"Installing from the distribution: {', '.join(packages)}.", flush=True)
    prefix = administrator() or []
    setting = ["env", "DEBIAN_FRONTEND=noninteractive"]
    command = [*prefix, *setting, "apt-get", "install", "--yes", "--no-install-recommends", *packages]
    try:
        return subprocess.run(command, check=False).returncode == 0
    except OSError:
        return False


def environment() -> dict[str, str]:
    """Ours, with the commands of .venv first; compiled modules are kept, since the tests start hundreds of programs."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PATH": os.pathsep.join([str(BIN), os.environ.get("PATH", "")])}


def run(*command: str | Path) -> None:
    code = code_of(command, {})
    if code != 0:
        raise TaskFailed(f"{Path(command[0]).name} ended with code {code}; what it said stands above.")


def code_of(command: Sequence[str | Path], extra: dict[str, str]) -> int:
    """What the command ends with, once it has been shown; it must be there."""
    print("+", *(str(part) for part in command), flush=True)
    try:
        return subprocess.run(command, cwd=ROOT, env={**environment(), **extra}, check=False).returncode
    except OSError as error:
        raise TaskFailed(f"{command[0]} cannot be run: {error.strerror}.") from error


def run_all(checks: dict[str, Command], extra: dict[str, str]) -> None:
    """Run each check, whatever the others say, and fail at the end if one did."""
    failed = []
    for name, command in checks.items():
        try:
            code = code_of(command, extra)
        except TaskFailed as error:
            print(error, flush=True)
            code = 1
        failed += [name] if code != 0 else []
    if failed:
        raise TaskFailed(f"Not clean: {', '.join(failed)}. What is wrong stands above.")


def succeeds(*command: str | Path) -> bool:
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def output(*command: str | Path) -> str:
    """What a command prints, untranslated; nothing if it fails or is not there."""
    english = {**os.environ, "LC_ALL": "C.UTF-8"}
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60, env=english)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout if done.returncode == 0 else ""


def fingerprint(*names: str) -> str:
    return hashlib.sha256(b"\0".join((ROOT / name).read_bytes() for name in names)).hexdigest()


def read_json(path: Path) -> object:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
