"""People name versions of a playbook as they like, and each name means one version or is said to mean none."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.playbooks import base_files
from tests.support.repositories import Repository, repository
from twolane.configuration.settings import Settings
from twolane.history.release_specs import NoSuchRelease
from twolane.history.versions import NoSuchVersion, Version, version_of, working_copy

PROCESS = "new-business/process.yml"
LEDGER = b"""releases:
  - version: 1.10.0
    date: 2026-10-01
  - version: 1.9.0
    date: 2026-09-01
  - version: 1.0.0
    date: 2026-08-01
"""


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A repository with the base playbook, two frozen copies and a hidden file, and the working directory in it."""
    files = base_files()
    text = files[f"process/{PROCESS}"]
    files["process/new-business/releases.yml"] = LEDGER
    files["process/new-business/releases/1.9.0.yml"] = text.replace(b"version: 1.0.0", b"version: 1.9.0")
    files["process/new-business/releases/1.10.0.yml"] = text.replace(b"version: 1.0.0", b"version: 1.10.0")
    files["process/.schema/process.json"] = b"{}"
    files["playbook/index.md"] = b"Welcome\n"
    made = repository(tmp_path / "playbook", files)
    made.git("tag", "first")
    made.change(f"process/{PROCESS}", "name: New business", "name: Newest business")
    monkeypatch.chdir(made.folder)
    return made


def named(spec: str, made: Repository) -> Version:
    """The version that a name means in a playbook."""
    return version_of(spec, Settings(made.folder))


def name_of_process(version: Version) -> str:
    """What the version calls its process."""
    playbook = version.load().playbook
    assert playbook is not None
    (process,) = playbook.processes
    return process.name


def refused(spec: str, made: Repository) -> str:
    """What is said of a name that means no version."""
    with pytest.raises((NoSuchVersion, NoSuchRelease)) as raised:
        named(spec, made)
    return str(raised.value)


@pytest.mark.parametrize(
    ("spec", "label", "name"),
    [
        ("main", "main", "New business"),
        ("first", "first", "New business"),
        ("HEAD", "the newest commit", "New business"),
        ("main...", "the point where this branch left main", "New business"),
        ("first...main", "the point where main left first", "New business"),
        ("new-business@1.9.0", "new-business@1.9.0", "New business"),
        ("new-business@v1.9.0", "new-business@1.9.0", "New business"),
        ("new-business@latest", "new-business@1.10.0", "New business"),
        (".", ".", "Newest business"),
        ("process", "process", "Newest business"),
        ("./process/", "process", "Newest business"),
        ("process/new-business", "process/new-business", "Newest business"),
        ("process/new-business/process.yml", "process/new-business/process.yml", "Newest business"),
        (
            "process/new-business/releases/1.9.0.yml",
            "process/new-business/releases/1.9.0.yml",
            "New business",
        ),
    ],
)
def test_names_of_versions(made: Repository, spec: str, label: str, name: str) -> None:
    """A revision, where a branch began, a release, a folder and a file are each a version with a label."""
    found = named(spec, made)
    assert (found.label, name_of_process(found)) == (label, name)


def test_working_copy(made: Repository) -> None:
    """The files as they are now are a version too."""
    found = working_copy(Settings(made.folder))
    assert (found.label, name_of_process(found)) == ("your working copy", "Newest business")


def test_files_of_a_revision(made: Repository) -> None:
    """A revision gives the definitions and frozen copies but nothing hidden, and the names of the pages."""
    found = named("main", made)
    definitions = {"playbook", "strategy", "roles", "segments", "metrics", "differentiators", "glossary"}
    shared = {f"{name}.yml" for name in definitions}
    copies = {f"new-business/releases/{number}.yml" for number in ("1.9.0", "1.10.0")}
    assert set(found.files) == {*shared, *copies, PROCESS, "new-business/releases.yml"}
    assert "index.md" in found.pages


def test_places_lead_there_from_here(made: Repository) -> None:
    """Findings name files as they are reached from the working directory."""
    settings = Settings(made.folder)
    assert version_of("main", settings, "../playbook/").name("roles.yml") == "../playbook/process/roles.yml"
    assert named("process/new-business", made).name(PROCESS) == f"process/{PROCESS}"
    assert named(".", made).name("roles.yml") == "process/roles.yml"


def test_file_alone(made: Repository, tmp_path: Path) -> None:
    """A process in a file of any name stands for itself, without what its playbook shares."""
    old = tmp_path / "last year.txt"
    old.write_bytes(made.git("show", f"main:process/{PROCESS}").encode())
    found = named(str(old), made)
    playbook = found.load().playbook
    assert playbook is not None
    assert ([each.id for each in playbook.processes], playbook.roles) == (["new-business"], ())


def test_process_with_what_its_playbook_shares(made: Repository) -> None:
    """A process.yml inside a playbook brings along what all processes share, and no other process."""
    made.commit({"process/other/process.yml": b"id: other\nname: Other\nversion: 1.0.0\n"})
    playbook = named("process/new-business/process.yml", made).load().playbook
    assert playbook is not None
    assert [each.id for each in playbook.processes] == ["new-business"]
    assert playbook.roles


def test_folder_that_is_called_like_a_branch(made: Repository) -> None:
    """A name with two meanings is refused, and each of the two ways that are told has one."""
    made.git("branch", "process", "first")
    assert refused("process", made) == (
        "“process” is a folder, and a branch, tag or commit in git has that name too. "
        "Write refs/heads/process for that in git, or ./process for a folder."
    )
    assert name_of_process(named("refs/heads/process", made)) == "New business"
    assert name_of_process(named("./process", made)) == "Newest business"


def test_folder_without_definitions(made: Repository) -> None:
    """A folder that is called like a branch and holds no playbook is not meant."""
    made.git("branch", "drafts", "first")
    (made.folder / "drafts").mkdir()
    assert name_of_process(named("drafts", made)) == "New business"


def test_release_that_is_called_like_a_branch(made: Repository) -> None:
    """A branch with the name of a release is told, with another way to name each."""
    made.git("branch", "new-business@1.9.0", "first")
    assert "Write refs/heads/new-business@1.9.0 for that in git" in refused("new-business@1.9.0", made)


def test_branch_like_a_release_of_nothing(made: Repository) -> None:
    """A branch whose name only looks like a release is a branch."""
    made.git("branch", "hotfix@2", "first")
    assert named("hotfix@2", made).label == "hotfix@2"


@pytest.mark.parametrize(
    ("spec", "near"),
    [
        ("mian", "main"),
        ("new-busines@1.9.0", "new-business@1.9.0"),
        ("new-business@1.9.1", "new-business@1.9.0"),
        ("nothing-like-it", ""),
    ],
)
def test_misspelt_names(made: Repository, spec: str, near: str) -> None:
    """A name that means nothing is told with the one that was probably meant."""
    assert (f"Did you mean {near}?" if near else "no path.") in refused(spec, made)


def test_release_that_never_was(made: Repository) -> None:
    """Somebody who names a release that was never made learns which there are, the oldest first."""
    assert refused("new-business@7.7.7", made) == (
        "new-business@7.7.7 was not released, but versions 1.9.0 and 1.10.0."
    )


def test_release_whose_copy_is_gone(made: Repository) -> None:
    """A release that the ledger names and whose frozen copy is not there is told as such."""
    assert refused("new-business@1.0.0", made) == (
        "new-business/releases.yml names version 1.0.0, but its frozen copy new-business/releases/1.0.0.yml is gone. "
        "Take it back with git: `git log -- process/new-business/releases/1.0.0.yml` shows the commits that had it."
    )


@pytest.mark.parametrize("spec", ["new-business@latest", "new-business@1.0.0"])
def test_process_without_releases(tmp_path: Path, spec: str) -> None:
    """Where nothing was released yet, the command that does is told."""
    made = repository(tmp_path, base_files())
    assert refused(spec, made) == (
        "The process “new-business” has no releases yet; `twolane release` makes the first one."
    )


@pytest.mark.parametrize("spec", ["./nowhere", "/nowhere/at all", "../x.yml"])
def test_paths_that_lead_nowhere(made: Repository, spec: str) -> None:
    """What can only be a path and leads nowhere is said to."""
    assert refused(spec, made) == f"There is no folder and no file {Path(spec)}."


def test_folder_of_something_else(made: Repository) -> None:
    """A folder without a playbook is no version."""
    (made.folder / "pictures").mkdir()
    assert refused("./pictures", made) == (
        "The folder pictures holds no playbook: no process/playbook.yml and no process."
    )


def test_without_git(made: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """Releases, folders and files need no git."""
    monkeypatch.setenv("PATH", "/nowhere")
    assert name_of_process(named("new-business@1.9.0", made)) == "New business"
    assert name_of_process(named("process", made)) == "Newest business"


def test_playbook_below_the_root_of_the_repository(tmp_path: Path) -> None:
    """A playbook in a folder of a repository is read as it was in that folder."""
    files = {f"Our sales/{name}": data for name, data in base_files().items()}
    made = repository(tmp_path, {**files, f"process/{PROCESS}": b"id: x\n"})
    found = version_of("main", Settings(tmp_path / "Our sales"))
    assert name_of_process(found) == "New business"
    assert found.files[PROCESS] == base_files()[f"process/{PROCESS}"]
    assert made.git("status", "--porcelain") == ""
