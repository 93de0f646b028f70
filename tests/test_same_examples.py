"""The suite itself: random examples are the same in every run."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SCRIPT = """
import sys
import tests.conftest
from importlib import import_module
for name in sys.argv[1:]:
    import_module(name)
from hypothesis import given, settings, strategies as st

@settings(max_examples=60)
@given(st.lists(st.one_of(st.text(), st.floats(), st.integers())))
def tried(example):
    print(ascii(example))

tried()
"""


@cache
def examples(*loaded: str) -> str:
    """The examples of a test in a Python of its own in which these modules were loaded before."""
    command = [sys.executable, "-c", SCRIPT, *loaded]
    usual = {name: value for name, value in os.environ.items() if name != "TWOLANE_SEARCH"}
    return subprocess.run(command, cwd=ROOT, env=usual, capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("loaded", [["twolane.checks.all_rules"], ["twolane.cli.app", "tests.pages.hostile"]])
def test_examples_do_not_hang_on_what_else_runs(loaded: list[str]) -> None:
    """Figures and words of other modules, such as those of tests that ran before, are not tried."""
    found = examples(*loaded)
    assert found.count("\n") == 60
    assert found == examples()
