"""`make lint` has TypeScript look at all of our scripts, whose types it reads from comments."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
SCRIPTS = ROOT / "site_templates"


def test_no_script_is_left_out() -> None:
    """No line of a script asks TypeScript to look away."""
    told = [
        path.name
        for path in SCRIPTS.rglob("*.js")
        if re.search("@ts-(nocheck|ignore|expect-error)", path.read_text("utf-8"))
    ]
    assert told == []
