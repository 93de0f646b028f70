"""All our scripts hold against TypeScript, which reads their types from comments."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from tests.support.npm import node, of_npm

ROOT = Path(__file__).parents[2]
SCRIPTS = ROOT / "site_templates"


def test_types() -> None:
    """No script uses a value in a way that its type does not allow: strictly, and all as one program."""
    config = Path(__file__).with_name("tsconfig.json")
    done = subprocess.run(
        [node(), of_npm("typescript/bin/tsc"), "-p", str(config)], capture_output=True, text=True, check=False
    )
    assert done.stdout == ""
    assert done.returncode == 0


def test_no_script_is_left_out() -> None:
    """No line of a script asks TypeScript to look away."""
    told = [
        path.name
        for path in SCRIPTS.rglob("*.js")
        if re.search("@ts-(nocheck|ignore|expect-error)", path.read_text("utf-8"))
    ]
    assert told == []
