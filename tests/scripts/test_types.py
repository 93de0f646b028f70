"""All our scripts hold against TypeScript, which reads their types from comments."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
SCRIPTS = ROOT / "site_templates"
TSC = ROOT / "node_modules/typescript/bin/tsc"


def test_types() -> None:
    """No script uses a value in a way that its type does not allow: strictly, and all as one program."""
    node = shutil.which("node", path=f"{ROOT / '.venv/bin'}:{os.environ['PATH']}")
    assert node, "node is missing: run `python tasks.py test`"
    assert TSC.is_file(), f"{TSC} is missing: run npm ci"
    config = Path(__file__).with_name("tsconfig.json")
    done = subprocess.run([node, str(TSC), "-p", str(config)], capture_output=True, text=True, check=False)
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
