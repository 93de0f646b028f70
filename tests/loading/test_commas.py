"""Lists in brackets and groups in braces with commas: what a comma cut off is found, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.support.playbooks import CASES, EXAMPLE
from twolane.findings import Finding
from twolane.loading.bracket_text import opens_with
from twolane.loading.model_keys import field_model
from twolane.loading.playbook_files import OF_A_PROCESS, SHARED, load
from twolane.model.element import Element, Prose, annotation_marks
from twolane.yaml_text.document import AT
from twolane.yaml_text.strict_yaml import read_document

GROUPS = frozenset(("buyer", "swot"))
"""Keys that hold one group; all others hold lists."""
CUT = frozenset(("D001", "D002", "D003", "D005", "D012"))


def _written(name: str) -> list[dict[str, Any]]:
    found: Any = read_document(name, (CASES / "commas" / name).read_bytes())
    assert not found.findings
    return list(found.value)


STARTER = EXAMPLE / "generator" / "twolane" / "starter" / "1"
SHOWN = sorted(
    path
    for folder in (EXAMPLE / "process", STARTER / "process")
    for path in folder.rglob("*.yml")
    if path.parent.name != "releases" and path.name != "releases.yml"
)
FIRST, FRESH = _written("first.yml"), _written("fresh.yml")
ALL = [*FIRST, *FRESH, *_written("phrases.yml")]


def _placed(way: str, lines: str) -> tuple[str, str]:
    """The name of a file, and its text with the lines where they belong."""
    file, *keys = way.split("/")
    text, indent = "", ""
    for number, key in enumerate(keys):
        text += f"{indent}{key}:\n"
        last = number == len(keys) - 1
        if key in GROUPS:
            indent = indent.replace("-", " ") + "  "
        else:
            indent = indent.replace("-", " ") + ("  " if last and lines.startswith("- ") else "  - ")
    first, *others = lines.rstrip("\n").split("\n")
    rest = "".join(f"{' ' * len(indent)}{line}\n" for line in others)
    return file if file != "process.yml" else "sell/process.yml", f"{text}{indent}{first}\n{rest}"


def _found(file: str, text: str) -> list[Finding]:
    loaded = load({file: text.encode()})
    return [each for each in loaded.findings if each.rule.code in CUT and each.place.file == f"process/{file}"]


@pytest.mark.parametrize("case", [each for each in ALL if "rule" not in each], ids=lambda case: case["lines"])
def test_innocent(case: Mapping[str, Any]) -> None:
    """A list of names, ids, words or whole sentences has nothing to find, and neither has a text in quotes."""
    file, text = _placed(case["in"], case["lines"])
    assert _found(file, text) == []


@pytest.mark.parametrize("case", [each for each in ALL if "rule" in each], ids=lambda case: case["lines"])
def test_cut(case: Mapping[str, Any]) -> None:
    """What a comma cut off is told once, at the comma, and its line can be pasted over: then it is read as meant."""
    file, text = _placed(case["in"], case["lines"])
    (finding,) = _found(file, text)
    assert finding.rule.code == case["rule"]
    marked = text.split("\n")[finding.place.line - 1]
    assert marked[finding.place.column - 1 : finding.place.end_column - 1] == case["at"]
    if "means" not in case:
        assert not finding.replacement
        return
    lines = text.split("\n")
    lines[finding.place.line - 1 : finding.place.end_line] = finding.replacement.split("\n")
    pasted = "\n".join(lines)
    assert _found(file, pasted) == []
    assert _said(read_document(file, pasted.encode()).value) == _said(case["means"])


def _said(value: Any) -> dict[str, Any]:
    """What the innermost group at the end of a text says."""
    while True:
        inner = [each for key, each in value.items() if key != AT and isinstance(each, dict | list)]
        groups = [each for each in inner if isinstance(each, dict) or (each and isinstance(each[-1], dict))]
        if not groups:
            return {key: each for key, each in value.items() if key != AT}
        value = groups[-1] if isinstance(groups[-1], dict) else groups[-1][-1]


@pytest.mark.parametrize("path", SHOWN, ids=lambda path: "/".join(path.parts[-3:]))
def test_sentences_stand_behind_dashes_where_others_copy_from(path: Path) -> None:
    """The starter and the example have no sentence between brackets or braces, where it would end at a comma."""
    text = path.read_text("utf-8")
    model, _ = {**SHARED, **OF_A_PROCESS}[path.name]
    assert _between_brackets(read_document(path.name, text.encode()).value, model, text.split("\n")) == []


def _between_brackets(value: Any, owner: type[Element] | None, lines: list[str]) -> list[str]:
    """The sentences below a value that stand between brackets or braces."""
    if isinstance(value, list):
        return [found for each in value for found in _between_brackets(each, owner, lines)]
    if not isinstance(value, dict) or owner is None:
        return []
    source, prose = value[AT], annotation_marks(owner, Prose)
    flat = opens_with(lines, source.span, "{")
    found = [key for key in prose if key in value and (flat or opens_with(lines, source.values[key], "["))]
    held = ((each, field_model(owner, key)) for key, each in value.items() if key != AT)
    return [*found, *(inner for each, model in held for inner in _between_brackets(each, model, lines))]


def test_half_of_them_are_innocent() -> None:
    """The first sixty are half and half; none of the collection gets lost unseen."""
    assert [len(FIRST), sum("rule" in each for each in FIRST)] == [60, 30]
