"""Every case under ``tests/cases/checks`` gives exactly the report that it holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.cases import read_case, with_expected
from tests.support.playbooks import CASES, base_files, report

FILES = sorted((CASES / "checks").rglob("*.case"))


def test_base_playbook_is_clean() -> None:
    """The base playbook, from which every case differs, has no findings at all."""
    assert report(base_files()) == ""


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_case(path: Path, request: pytest.FixtureRequest) -> None:
    """The report of a case's playbook is the one in the case, letter for letter."""
    case = read_case(path)
    found = case.report()
    if request.config.getoption("--update-cases"):
        path.write_text(with_expected(path.read_text("utf-8"), found), "utf-8")
        return
    assert found == case.expected


def test_each_case_is_about_its_rule() -> None:
    """A failing case reports its rule, a passing one does not; each says what it is about."""
    for path in FILES:
        case = read_case(path)
        assert case.about, path
        assert (f" {case.code} " in case.expected) == case.fails, path
