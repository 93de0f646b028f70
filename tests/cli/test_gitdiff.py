"""`git diff` itself, told to call Twolane, shows what changed in sentences, and hides nothing."""

from __future__ import annotations

import sys
from pathlib import Path
from shutil import copytree

import pytest

from tests.support.commands import twolane
from tests.support.playbooks import base_files
from tests.support.repositories import Repository, repository

PROCESS = "process/new-business/process.yml"
SENTENCES = """twolane diff process/new-business/process.yml
Safe: only the wording changes.
    = compared: from before to after
    = version: New business needs version 1.0.1 (patch), but says 1.0.0: raise it.

process/new-business/process.yml:100:19: patch C514 exit-criterion-evidence-reworded
    What shows that “Tells us which way they chose” has happened is worded differently.
    [-E-mail-]{+Mail+} from the plant manager

1 patch in 1 process"""


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The base playbook in a repository whose git calls Twolane."""
    attributes = (
        b"process/*.yml diff=twolane\nprocess/*/process.yml diff=twolane\nprocess/*/releases.yml diff=twolane\n"
    )
    files = {**base_files(), ".gitattributes": attributes, "process/new-business/releases.yml": b"releases: []\n"}
    made = repository(tmp_path_factory.mktemp("driver") / "playbook", files)
    made.git("config", "diff.twolane.command", f'"{sys.executable}" -m twolane gitdiff')
    return made.folder


@pytest.fixture
def made(made_once: Path, tmp_path: Path) -> Repository:
    """A copy of that repository for each test."""
    return Repository(copytree(made_once, tmp_path / "playbook"))


def test_sentences(made: Repository) -> None:
    """A changed process is shown in sentences, wherever in the repository git is called."""
    made.change(PROCESS, "evidence: E-mail from the plant manager", "evidence: Mail from the plant manager")
    assert made.git("diff") == SENTENCES
    assert Repository(made.folder / "process/new-business").git("diff", "process.yml") == SENTENCES
    made.commit()
    assert made.git("show", "--ext-diff", "--format=") == SENTENCES


def test_shared_file(made: Repository) -> None:
    """A file that all processes share is shown with what its change means to them."""
    made.change("process/roles.yml", "name: Plant manager", "name: Head of the plant")
    said = made.git("diff")
    assert "role-name-reworded" in said
    assert said.startswith("twolane diff process/roles.yml\n")


def test_comments_and_layout(made: Repository) -> None:
    """What changes nothing in the process is shown line by line."""
    made.change("process/roles.yml", "roles:\n", "# Who takes part\nroles:\n")
    said = made.git("diff").split("\n")
    assert said[0] == "twolane diff process/roles.yml"
    assert "+# Who takes part" in said


def test_line_ends(made: Repository) -> None:
    """A file that was saved with the line ends of Windows is not shown as nothing."""
    file = made.folder / "process/roles.yml"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert made.git("diff") == "twolane diff process/roles.yml\nOnly the ends of lines differ."


def test_other_files(made: Repository) -> None:
    """A file that is no definition of a process is shown line by line."""
    (made.folder / "process/new-business/releases.yml").write_text("releases: []  # none yet\n", "utf-8")
    assert "+releases: []  # none yet" in made.git("diff").split("\n")


@pytest.mark.parametrize("data", [b"", b"\0\1", b"- 1\n", b"a: [\n", b"id: x\n  name: y\n"])
def test_damaged_file(made: Repository, tmp_path: Path, data: bytes) -> None:
    """Whatever is in a file, something is shown of it."""
    old = tmp_path / "old.yml"
    old.write_bytes((made.folder / PROCESS).read_bytes())
    (made.folder / PROCESS).write_bytes(data)
    answer = twolane("gitdiff", PROCESS, str(old), "0", "100644", PROCESS, "0", "100644", folder=made.folder)
    assert (answer.code, answer.errors) == (0, "")
    assert answer.output.startswith(f"twolane diff {PROCESS}\n")
    assert len(answer.output.split("\n")) > 3


def test_file_after_a_damaged_one(made: Repository) -> None:
    """Git goes on to the next file."""
    (made.folder / PROCESS).write_bytes(b"a: [\n")
    made.change("process/roles.yml", "name: Plant manager", "name: Head of the plant")
    assert "role-name-reworded" in made.git("diff")


def test_new_and_removed_process(made: Repository) -> None:
    """A process that is new or gone is said to be."""
    text = (made.folder / PROCESS).read_bytes().replace(b"id: new-business", b"id: second", 1)
    (made.folder / PROCESS).unlink()
    made.git("add", "--all")
    assert "process-removed" in made.git("diff", "--cached")
    made.commit({"process/second/process.yml": text})
    assert "process-added" in made.git("diff", "--no-renames", "HEAD~1")


def test_conflict(made: Repository) -> None:
    """A file with a conflict is named as such."""
    made.git("switch", "--quiet", "--create", "other")
    made.change(PROCESS, "name: New business", "name: One")
    made.commit()
    made.git("switch", "--quiet", "main")
    made.change(PROCESS, "name: New business", "name: Two")
    made.commit()
    with pytest.raises(AssertionError):
        made.git("merge", "other")
    assert f"{PROCESS} has a conflict that has to be solved first." in made.git("diff", "--cached")


def test_called_by_a_person(tmp_path: Path) -> None:
    """Somebody who calls it by hand is told which command is meant for people."""
    answer = twolane("gitdiff", "a", "b", folder=tmp_path)
    assert (answer.code, answer.errors) == (
        2,
        "This command is called by git; `twolane diff` is the one for people.\n",
    )
