"""`twolane new` says what comes next, and what of it does not work where the playbook lies."""

from __future__ import annotations

from pathlib import Path

from tests.support.commands import twolane
from tests.support.repositories import repository

FURTHER_UP = "The repository begins further up, in DIR, and GitHub, GitLab and pre-commit look there alone:\n"


def test_name_with_a_space(tmp_path: Path) -> None:
    """The command that leads into the new folder can be pasted."""
    answer = twolane("new", "our playbook", folder=tmp_path)
    assert (answer.code, answer.errors) == (0, "")
    assert answer.output.startswith("Made a playbook in our playbook. What next:\n  cd 'our playbook'\n")
    assert "repository" not in answer.output


def test_part_of_a_repository(tmp_path: Path) -> None:
    """Below the top of a repository its checks would never run, which is said; at the top nothing is."""
    made = repository(tmp_path / "company")
    answer = twolane("new", "sales/our playbook", folder=made.folder)
    assert answer.code == 0
    assert FURTHER_UP in answer.output
    assert "name 'sales/our playbook' in their commands" in answer.output
    answer = twolane("new", ".", folder=made.folder)
    assert (answer.code, "further up" in answer.output) == (0, False)
