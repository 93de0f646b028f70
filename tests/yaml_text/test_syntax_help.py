"""Broken YAML as people write it: the cause in plain words, at its place, with the line mended."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.syntax import case_of, read_syntax_case
from twolane.findings import Finding
from twolane.yaml_text.strict_yaml import read_document
from twolane.yaml_text.syntax_help import comment_ate_value

FILES = sorted((Path(__file__).parent.parent / "cases" / "syntax").glob("*.case"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_case(path: Path, request: pytest.FixtureRequest) -> None:
    """What is found in a broken text, and what is read after mending, is what the case says, letter for letter."""
    case = read_syntax_case(path)
    today = case_of(case.about, case.broken, read_document("process.yml", case.broken.encode()))
    if request.config.getoption("--update-cases"):
        path.write_text(str(today), "utf-8")
        return
    assert today == case


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_mended_lines_can_be_pasted(path: Path) -> None:
    """Whoever pastes every mended line over the broken one has a file that reads without these findings."""
    broken = read_syntax_case(path).broken
    document = read_document("process.yml", broken.encode())
    mends = [finding for finding in document.findings if finding.replacement]
    pasted = broken.split("\n")
    for finding in reversed(mends):
        pasted = _pasted(pasted, finding)
    left = read_document("process.yml", "\n".join(pasted).encode()).findings
    assert len(left) == len(document.findings) - len(mends)


def _pasted(lines: list[str], finding: Finding) -> list[str]:
    """``lines`` with the mended ones in place; those of a long text may begin above the place of the mistake."""
    new = finding.replacement.split("\n")
    candidates = []
    for first in range(finding.place.line - 1, finding.place.line - 1 - len(new), -1):
        if first >= 0 and _alike(lines[first : first + len(new)], new):
            candidates.append([*lines[:first], *new, *lines[first + len(new) :]])
    if not candidates:  # the list that stood on several lines is one line now
        first = finding.place.line - 1
        last = next(number for number, line in enumerate([*lines, ""]) if number > first and " - " not in line)
        candidates.append([*lines[:first], *new, *lines[last:]])
    return candidates[0]


def _alike(old: list[str], new: list[str]) -> bool:
    """Whether each new line could be the old one mended: its letters and digits are still there."""

    def letters(line: str) -> str:
        return "".join(char for char in line.replace("!!str", "") if char.isalnum())

    return [letters(line) for line in old] == [letters(line) for line in new]


def test_enough_cases() -> None:
    """The collection of mistakes does not shrink unseen."""
    assert len(FILES) >= 60


@pytest.mark.parametrize(
    ("line", "mended"),
    [
        ("name: #1 in planning", 'name: "#1 in planning"'),
        ("  - name:   #1 in planning  # said by them", '  - name:   "#1 in planning"  # said by them'),
        ("name: # to be written", None),
        ("name: Planner #1", None),
        ("# name: none", None),
        ("name:", None),
    ],
)
def test_comment_that_ate_a_value(line: str, mended: str | None) -> None:
    """A text that begins with a hash leaves its key empty; a real comment is left in peace."""
    assert comment_ate_value(line) == mended
