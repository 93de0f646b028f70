"""A release that has gone from the ledger since another version is told, with a way to restore it that works."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.commands import twolane
from tests.support.playbooks import base_files
from tests.support.repositories import Repository, repository

PROCESS = "process/new-business/process.yml"
LEDGER = "process/new-business/releases.yml"
PATHS = f"{LEDGER} process/new-business/releases"


@pytest.fixture
def made(tmp_path: Path) -> Repository:
    """A repository whose playbook was released as 1.0.0 and, with one word changed, as 1.0.1."""
    made = repository(tmp_path / "company", base_files())
    release(made)
    made.change(PROCESS, "evidence: E-mail from the plant manager", "evidence: Email from the plant manager")
    release(made)
    return made


def release(made: Repository) -> None:
    """Releases the process and commits that."""
    assert twolane("release", "new-business", folder=made.folder).code == 0
    made.commit()


def advice(source: str) -> str:
    """What is said of the release that is gone, after the name of the process."""
    return (
        f"A release is not taken back: restore releases.yml and releases/1.0.1.yml (`git checkout {source} -- {PATHS}`)"
        ", keep process.yml as it is, and release that as the next version"
    )


@pytest.mark.parametrize("versions", ["main", "main..."])
def test_revert_and_restore(made: Repository, versions: str) -> None:
    """After a revert, the command that is told restores the release, and what was taken back becomes the next one."""
    made.git("switch", "--quiet", "--create", "back")
    made.git("revert", "--no-edit", "HEAD")
    told = f"Release 1.0.1 is gone from the ledger of New business. {advice('main')}."
    notes = [line for line in twolane("diff", versions, folder=made.folder).output.splitlines() if "= note" in line]
    assert notes[0] == f"    = note: {told}"
    checked = twolane("check", "--against", versions, folder=made.folder)
    assert checked.code == 1
    assert "    release 1.0.1 is gone from the ledger of New business\n" in checked.output
    assert f"  = help: a{advice('main')[1:]}\n" in checked.output
    assert "is gone" not in checked.errors
    command = re.search("`(git .*?)`", notes[0])
    assert command is not None
    made.run(command[1])
    assert twolane("release", "new-business", folder=made.folder).output.startswith("Released new-business 1.0.2")
    assert twolane("check", "--against", versions, folder=made.folder).code == 0
    assert "is gone" not in twolane("diff", versions, folder=made.folder).output


def test_branch_that_is_behind(made: Repository) -> None:
    """A branch from before the release has lost nothing."""
    made.git("switch", "--quiet", "--create", "behind", "main~1")
    for versions in ("main", "main..."):
        assert "is gone" not in twolane("diff", versions, folder=made.folder).output


def test_branch_that_was_left_behind(made: Repository) -> None:
    """Where the other branch has gone on, the release is restored from the commit where they parted."""
    parted = made.git("rev-parse", "main")
    made.git("switch", "--quiet", "--create", "back")
    made.git("revert", "--no-edit", "HEAD")
    made.git("switch", "--quiet", "main")
    made.commit({"notes.txt": b"Later.\n"})
    made.git("switch", "--quiet", "back")
    assert f"{advice(parted[:12])}." in twolane("diff", "main...", folder=made.folder).output


def test_another_release_since(made: Repository) -> None:
    """Where the branch has released something else, no command is told that would take that away."""
    made.git("revert", "--no-edit", "HEAD")
    made.change(PROCESS, "name: Prospecting", "name: Prospect")
    release(made)
    ledger = made.folder / LEDGER
    ledger.write_text(ledger.read_text("utf-8").replace("1.0.1", "1.1.0"), "utf-8")
    assert (
        "Release 1.0.1 is gone from the ledger of New business. A release is not taken back: "
        "restore releases/1.0.1.yml and its entry in releases.yml as in main~2.\n"
    ) in twolane("diff", "main~2", folder=made.folder).output
    assert "git checkout" not in twolane("diff", "main~2", folder=made.folder).output


def test_ledger_that_cannot_be_read(made: Repository) -> None:
    """A ledger with a mistake has lost nothing that anybody knows of."""
    (made.folder / LEDGER).write_text("releases: [\n", "utf-8")
    assert "is gone" not in twolane("diff", "main", folder=made.folder).output
