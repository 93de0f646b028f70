"""The chores of the repository say what is wrong with a machine, and begin with nothing but Python."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bootstrap.machine import TaskFailed, run, run_all

CHECKOUT = Path(__file__).resolve().parents[2]


def test_a_program_that_is_not_there_is_named() -> None:
    """Whoever runs a chore reads which one it is."""
    with pytest.raises(TaskFailed, match=r"^no-such-program cannot be run: No such file or directory\.$"):
        run("no-such-program", "--version")


def test_a_check_that_cannot_be_run_has_failed(capsys: pytest.CaptureFixture[str]) -> None:
    """The others are run all the same."""
    with pytest.raises(TaskFailed, match="Not clean: types"):
        run_all({"types": ["no-such-program"], "lint": [sys.executable, "-c", ""]}, {})
    shown = capsys.readouterr().out
    assert shown.index("no-such-program cannot be run") < shown.index(f"+ {sys.executable}")


@pytest.mark.packaging
@pytest.mark.parametrize("task", ["lowest", "newest"])
def test_ends_of_versions_are_tried_on_a_fresh_machine(tmp_path: Path, task: str) -> None:
    """Where nothing has been installed yet, not even Node, .venv is made first; without a network that says why."""
    (tmp_path / "bin").mkdir()
    shutil.copytree(CHECKOUT / "bootstrap", tmp_path / "bootstrap", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("tasks.py", "pyproject.toml", "package-lock.json"):
        shutil.copy(CHECKOUT / name, tmp_path)
    bare = {name: text for name, text in os.environ.items() if not name.startswith("PIP_")}
    bare |= {"PATH": str(tmp_path / "bin"), "PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": os.devnull}
    command = [sys.executable, "tasks.py", task]
    done = subprocess.run(command, cwd=tmp_path, env=bare, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    assert done.stderr.endswith("\npython ended with code 1; what it said stands above.\n")
    assert (done.returncode, (tmp_path / ".venv").is_dir()) == (1, True)
