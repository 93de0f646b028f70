"""The starter that a playbook names is found in the package, and nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.commands import twolane
from tests.support.playbooks import base_files, playbook
from tests.support.repositories import repository
from twolane.checks.wordings import asked_of_author, blanks, written_texts
from twolane.loading.folder import load_folder
from twolane.loading.starter import starter_of


def test_starter_is_found_by_its_version() -> None:
    """`starter: 1` means the first starter of the package."""
    found = starter_of(playbook(_made_from("1")))
    assert found is not None
    assert found.processes


@pytest.mark.parametrize("version", ["false", "999", "../1", ".", "''", "①"])
def test_anything_else_is_no_starter(version: str) -> None:
    """A version that the package does not have, or that is none, gives no starter and is no way out of the folder."""
    found = starter_of(playbook(_made_from(version)))
    assert found is None or not found.processes


def test_nothing_read_means_no_starter() -> None:
    """Where no playbook could be read, there is no starter to compare it with."""
    assert starter_of(None) is None


def test_what_building_leaves_is_not_committed(tmp_path: Path) -> None:
    """In a new playbook git leaves out the site, and what is made ready beside it."""
    assert twolane("new", "demo", folder=tmp_path).code == 0
    made = repository(tmp_path / "demo")
    for name in ("site/index.html", ".twolane/build.site.lock"):
        path = made.folder / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    assert made.git("status", "--short") == ""


def test_the_home_page_of_a_new_playbook_asks_nothing_of_readers(tmp_path: Path) -> None:
    """What somebody should write there stands in the README, which no site shows."""
    assert twolane("new", "demo", folder=tmp_path).code == 0
    made = load_folder(tmp_path / "demo").playbook
    pages = made.written if made else ()
    assert [page.path for page in pages] == ["index.md"]
    assert [passage.text for page in pages for passage in page.passages if asked_of_author(passage.text)] == []
    assert "write there what somebody new should know" in (tmp_path / "demo/README.md").read_text("utf-8")


def test_the_starters_requests_are_known_by_its_own_words() -> None:
    """Each that a definition of the starter still has is found whatever the playbook says of its origin."""
    starter = starter_of(playbook(_made_from("1")))
    assert starter is not None
    asked = {asked for text, _ in written_texts(starter) if (asked := asked_of_author(text))}
    assert asked == {
        "Say in three sentences why this company sells what it sells",
        "Say the same in the customer's words",
        "Name a customer who says so, and add the date on which you asked",
    }
    assert [text for text, _ in blanks(starter)] == ["fill in"]


def _made_from(version: str) -> dict[str, bytes]:
    files = base_files()
    files["process/playbook.yml"] += f"starter: {version}\n".encode()
    return files
