"""Every case under `tests/cases/commands` and `tests/cases/reports` gets exactly the answer that it holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.commands import read_command_case, twolane, with_answer, write_playbook
from tests.support.playbooks import CASES

FILES = sorted([*(CASES / "commands").glob("*.case"), *(CASES / "reports").glob("*.case")])


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_answer(path: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """The real program, run in a real folder, ends and writes as the case says, letter for letter."""
    text = path.read_text("utf-8")
    case = read_command_case(text, str(path))
    assert case.about
    answer = twolane(*case.command, folder=write_playbook(tmp_path, case.files))
    if request.config.getoption("--update-cases"):
        path.write_text(with_answer(text, answer), "utf-8")
        return
    assert answer.written() == case.expected
