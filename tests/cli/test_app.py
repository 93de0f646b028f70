"""The commands as a whole: which there are, and that each comes without the others."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.support.commands import plain_environment
from twolane.cli.app import COMMANDS

LOADED = "import sys; from twolane.cli.main import run\ntry: run()\nfinally: print(*sys.modules, file=sys.stderr)"


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_comes_without_the_others(name: str) -> None:
    """The help of a command needs no other command that builds or serves a site, which would make it slow to start."""
    done = subprocess.run(
        [sys.executable, "-c", LOADED, name, "--help"],
        env=plain_environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(f"Usage: twolane {name} ")
    assert {"twolane.cli.build", "twolane.cli.serve"} & set(done.stderr.split()) <= {f"twolane.cli.{name}"}
