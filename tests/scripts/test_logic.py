"""The logic of our scripts that needs no page, under Node's own test runner."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from tests.support.npm import node
from twolane.site.script_words import script_words

HERE = Path(__file__).parent


def test_logic(tmp_path: Path) -> None:
    """Every test in the files beside this one passes."""
    files = sorted(str(path) for path in HERE.glob("*.test.mjs"))
    assert files
    words = tmp_path / "twolane-words.js"
    words.write_text(script_words(), "utf-8")
    done = subprocess.run(
        [node(), "--test", "--test-reporter=tap", *files],
        cwd=HERE,
        env={**os.environ, "WORDS_OF_PAGES": str(words)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
