"""Pages written by hand are compared between any two versions that have such pages, and concern no process."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.commands import twolane
from tests.support.playbooks import base_files
from tests.support.repositories import Repository, repository
from twolane.comparing import compare_versions
from twolane.configuration.settings import Settings
from twolane.history.version import Written
from twolane.history.versions import working_copy
from twolane.judgement.change_verdict import verdict

PAGE = "playbook/discounts.md"
TEXT = b"---\nowner: sales-director\n---\n# Discounts\n\nYou may give 10 % alone.\n\nAnswer within 3 days.\n"
FIGURE = ("minor", "A figure changed in the page “Discounts”: 10 % → 15 %.", "playbook/discounts.md:6")


@pytest.fixture
def made(tmp_path: Path) -> Repository:
    """The base playbook with a page about discounts at the top of a repository."""
    return repository(tmp_path / "company", base_files() | {PAGE: TEXT})


def with_15(made: Repository, folder: str = "") -> None:
    made.change(f"{folder}{PAGE}", "10 %", "15 %")


def told(made: Repository, *arguments: str, below: str = "") -> list[tuple[str, str, str]]:
    """Level, sentence and place of each change."""
    answer = twolane("diff", *arguments, "--format", "json", folder=made.folder / below)
    assert answer.code == 0, answer.errors
    report = json.loads(answer.output)
    assert report["processes"] == []
    return [(each["level"], each["sentence"], f"{each['file']}:{each['line']}") for each in report["changes"]]


def test_working_copy(made: Repository) -> None:
    """What is not committed yet is compared, and read by whoever owns the page."""
    assert told(made, "main") == []
    with_15(made)
    assert told(made, "main") == [FIGURE]
    report = json.loads(twolane("diff", "main", "--format", "json", folder=made.folder).output)
    assert [each["role"] for each in report["readers"]] == ["sales-director"]


def test_two_commits_both_ways(made: Repository) -> None:
    """A range of commits, and the same read backwards."""
    with_15(made)
    made.commit()
    assert told(made, "main~1..main") == told(made, "main~1", "main") == told(made, "main~1...main") == [FIGURE]
    level, sentence, place = FIGURE
    assert told(made, "main", "main~1") == [(level, sentence.replace("10 % → 15 %", "15 % → 10 %"), place)]


def test_folders(made: Repository, tmp_path: Path) -> None:
    """Two folders of playbooks are compared with their pages; a folder of definitions alone says nothing of pages."""
    with_15(made)
    other = repository(tmp_path / "other", base_files() | {PAGE: TEXT})
    found = told(made, str(other.folder), str(made.folder))
    assert [(level, sentence) for level, sentence, _ in found] == [FIGURE[:2]]
    assert found[0][2] == "DIR/playbook/discounts.md:6"
    assert told(made, str(other.folder / "process"), str(made.folder)) == []


def test_pages_that_came_went_and_moved(made: Repository) -> None:
    """A page that is gone is placed at the playbook, since nothing of it is left."""
    made.git("mv", PAGE, "playbook/prices.md")
    (made.folder / "playbook/index.md").unlink()
    (made.folder / "playbook/terms.md").write_text("# Terms\n\nThirty days.\n", "utf-8")
    assert told(made, "main") == [
        ("minor", "The page “Welcome” is gone.", "process/playbook.yml:1"),
        (
            "minor",
            "The page “Discounts” has the new address `prices.md` (it was `discounts.md`); links that use the old one "
            "must follow.",
            "playbook/prices.md:1",
        ),
        ("minor", "The page “Terms” is new.", "playbook/terms.md:1"),
    ]


def test_other_bytes_and_the_same_text(made: Repository) -> None:
    """Line ends of Windows are no change, nor is a mark in front of the text; what is no letter is no accident."""
    (made.folder / PAGE).write_bytes(b"\xef\xbb\xbf" + TEXT.replace(b"\n", b"\r\n"))
    assert told(made, "main") == []
    (made.folder / PAGE).write_bytes(TEXT.replace(b"alone", "aléatoire".encode("latin-1")))
    assert [level for level, _, _ in told(made, "main")] == ["patch"]


def test_hidden_pages_and_other_files(made: Repository) -> None:
    """What MkDocs makes no page of is none: drafts in hidden folders, pictures, notes of another kind."""
    for name in (".drafts/a.md", "assets/a.txt", ".b.md"):
        path = made.folder / "playbook" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("10 %", "utf-8")
    assert told(made, "main") == []
    made.commit()
    assert told(made, "main~1", "main") == []


def test_playbook_that_moved(made: Repository) -> None:
    """Its pages are compared from where they were."""
    (made.folder / "sales").mkdir()
    for name in ("process", "playbook"):
        made.git("mv", name, f"sales/{name}")
    (made.folder / "sales/mkdocs.yml").write_text("site_name: Sales\ndocs_dir: playbook\nplugins: [twolane]\n", "utf-8")
    with_15(made, "sales/")
    made.commit()
    assert told(made, "main~1", below="sales") == [FIGURE]


def test_one_process_has_no_pages(made: Repository) -> None:
    """Asked for one process, or as against a release of one, nothing is said of pages."""
    released = twolane("release", "new-business", "--date", "2026-11-20", folder=made.folder)
    assert released.code == 0, released.errors
    made.commit()
    with_15(made)
    assert told(made, "main", "--process", "new-business") == []
    assert told(made, "new-business@latest") == []


def test_no_version_is_asked_for(made: Repository) -> None:
    """A page that changed raises no version of any process."""
    released = twolane("release", "new-business", "--date", "2026-11-20", folder=made.folder)
    assert released.code == 0, released.errors
    made.commit()
    with_15(made)
    assert "V70" not in twolane("check", "--against", "main", folder=made.folder).output
    failing = twolane("diff", "main", "--format", "json", "--fail-on", "minor", folder=made.folder)
    assert failing.code == 1


def test_page_that_nobody_could_read(made: Repository) -> None:
    """It is not gone; the report says that more may have changed, and names the page."""
    old = working_copy(Settings(made.folder))
    assert old.written is not None
    unread = Written("playbook", {}, {"discounts.md": "permission denied"})
    for before, after in ((old, replace(old, written=unread)), (replace(old, written=unread), old)):
        found = compare_versions(before, after)
        assert [each.path for each in found.changes] == [("pages", "index.md")]
        assert found.notes == (f"The page {PAGE} could not be read in your working copy: permission denied.",)
        assert verdict(found).startswith("Not known: ")
