"""The commands as a whole: which there are, and that each comes without the others."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.support.commands import plain_environment, twolane
from twolane.cli.app import COMMANDS
from twolane.reports.finding_formats import FORMATS
from twolane.reports.of_alignment.alignment_formats import FORMATS as OF_ALIGNMENT
from twolane.reports.of_changes.change_formats import FORMATS as OF_CHANGES

LOADED = """
import contextlib, io, json, os, sys
import twolane.cli.playbook_choice
from twolane.cli.main import run
for name in sys.argv[1:]:
    sys.stdout.flush()
    if os.fork() == 0:
        sys.argv = ["twolane", name, "--help"]
        with contextlib.redirect_stdout(io.StringIO()) as said, contextlib.suppress(SystemExit):
            run()
        print(json.dumps([name, said.getvalue(), list(sys.modules)]), flush=True)
        os._exit(0)
    os.wait()
"""
"""Asks each command for help in a process of its own, which begins with what most commands need."""


@pytest.fixture(scope="module")
def answers() -> dict[str, tuple[str, set[str]]]:
    """The help of each command, and which modules were loaded for it."""
    command = [sys.executable, "-c", LOADED, *COMMANDS]
    done = subprocess.run(command, env=plain_environment(), capture_output=True, text=True, check=True)
    return {name: (said, set(modules)) for name, said, modules in map(json.loads, done.stdout.splitlines())}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_comes_without_the_others(answers: dict[str, tuple[str, set[str]]], name: str) -> None:
    """The help of a command needs no other command that builds or serves a site, which would make it slow to start."""
    said, modules = answers[name]
    assert said.startswith(f"Usage: twolane {name} ")
    assert {"twolane.cli.build_command", "twolane.cli.serve_command"} & modules <= {f"twolane.cli.{name}_command"}


@pytest.mark.parametrize(
    ("call", "formats"),
    [("check", FORMATS), ("align", OF_ALIGNMENT), ("diff main", OF_CHANGES)],
    ids=["check", "align", "diff"],
)
def test_an_unknown_format_is_answered_with_those_that_there_are(
    call: str, formats: Iterable[str], tmp_path: Path
) -> None:
    """Whoever misspells a format reads which ones the command has, and which was probably meant."""
    answer = twolane(*call.split(), "--format", "jsn", folder=tmp_path)
    assert (answer.code, answer.output) == (2, "")
    last = f"Error: Invalid value for '--format': “jsn” is none of {', '.join(formats)}. Did you mean json?\n"
    assert answer.errors.partition("\n\n")[2] == last
