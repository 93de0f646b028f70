"""Cases of broken YAML: what somebody wrote, what is said about it, and what is read after mending."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from twolane.findings import Finding
from twolane.yaml_text.document import AT, Document

_SECTION = re.compile(r"^-- (broken|found|value) --\n", re.MULTILINE)


@dataclass(frozen=True)
class SyntaxCase:
    """One case file: what it is about, the broken text, what must be found, and the value after mending."""

    about: str
    broken: str
    found: str
    value: str

    def __str__(self) -> str:
        return f"{self.about}\n-- broken --\n{self.broken}-- found --\n{self.found}-- value --\n{self.value}"


def read_syntax_case(path: Path) -> SyntaxCase:
    """The case in ``path``."""
    about, _, broken, _, found, _, value = _SECTION.split(path.read_text("utf-8"))
    return SyntaxCase(about.strip(), broken, found, value)


def case_of(about: str, broken: str, document: Document) -> SyntaxCase:
    """The case as ``document`` was read today."""
    found = "".join(shown(finding) for finding in document.findings)
    return SyntaxCase(about, broken, found, json.dumps(plain(document.value), ensure_ascii=False) + "\n")


def shown(finding: Finding) -> str:
    """A finding in lines: place, code and message, help, related places, the lines mended."""
    place = finding.place
    lines = [f"{place.line}:{place.column} {finding.rule.code} {finding.message}", f"  help: {finding.hint}"]
    lines += [f"  see {related.place.line}:{related.place.column} {related.message}" for related in finding.related]
    lines += [f"  | {line}" for line in finding.replacement.split("\n") if finding.replacement]
    return "\n".join(lines) + "\n"


def plain(value: Any) -> Any:
    """A document's value without its sources."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items() if key != AT}
    return [plain(inner) for inner in value] if isinstance(value, list) else value
