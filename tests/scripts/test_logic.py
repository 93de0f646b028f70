"""The logic of our scripts that needs no page, under Node's own test runner."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.support.npm import node

HERE = Path(__file__).parent


def test_logic() -> None:
    """Every test in the files beside this one passes."""
    files = sorted(str(path) for path in HERE.glob("*.test.mjs"))
    assert files
    done = subprocess.run(
        [node(), "--test", "--test-reporter=tap", *files], cwd=HERE, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
