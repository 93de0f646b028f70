"""Tools that tests take from npm, and the Node that runs them; whoever lacks one is told how to get it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


def node() -> str:
    """Node: that of the checkout's environment, else the machine's."""
    found = shutil.which("node", path=f"{ROOT / '.venv/bin'}{os.pathsep}{os.environ['PATH']}")
    assert found, "node is missing: run `python tasks.py test`"
    return found


def of_npm(path: str) -> Path:
    """A file of one of npm's packages, such as ``axe-core/axe.min.js``."""
    file = ROOT / "node_modules" / path
    assert file.is_file(), f"{file} is missing: run `npm ci` in the repository's folder, as `make test` does"
    return file


def sarif_schema() -> dict[str, Any]:
    """SARIF's own JSON Schema."""
    file = of_npm("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json")
    schema: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return schema


def html_faults(pages: Iterable[Path], folder: Path) -> list[tuple[str, int, str]]:
    """What html-validate finds on pages: file, line and message; its rules and report are written into ``folder``."""
    rules, report = folder / "rules.json", folder / "report.json"
    rules.write_text(json.dumps({"root": True, "extends": ["html-validate:standard"]}))
    program = of_npm("html-validate/bin/html-validate.mjs")
    # Read through a pipe, a long report would be cut.
    subprocess.run([node(), program, "-c", rules, "-f", f"json={report}", *pages], check=False)
    said = json.loads(report.read_text("utf-8"))
    return [(each["filePath"], message["line"], message["message"]) for each in said for message in each["messages"]]
