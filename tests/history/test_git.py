"""Revisions are read from real repositories, without a checkout, and what is missing is said with what to do."""

from __future__ import annotations

import os
from pathlib import Path
from shutil import copytree

import pytest

from tests.support.planting import git_version
from tests.support.repositories import Repository, build_server_clone, clone, repository
from twolane.history import git
from twolane.history.git_troubles import (
    GitMissing,
    GitTrouble,
    HistoryMissing,
    NotARepository,
    NotTrusted,
    UnknownRevision,
    Unrelated,
)

ROLES = "process/roles.yml"


@pytest.fixture
def upstream(made_once: Path, tmp_path: Path) -> Repository:
    """A copy of that repository for each test."""
    return Repository(copytree(made_once, tmp_path / "upstream"))


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository whose branch `feature` has left `main`; both have gone on since."""
    made = repository(tmp_path_factory.mktemp("git") / "upstream", {ROLES: b"one\n"})
    made.commit({ROLES: b"two\n"})
    made.git("tag", "--annotate", "--message=First", "v1.0", "HEAD~1")
    made.git("switch", "--quiet", "--create", "feature")
    made.commit({"process/glossary.yml": b"a\n"})
    made.commit({"process/glossary.yml": b"b\n"})
    made.git("switch", "--quiet", "main")
    made.commit({ROLES: b"three\n"})
    merged = made.git("commit-tree", "-p", "main", "-p", "feature", "-m", "Merge", "feature^{tree}")
    made.git("update-ref", "refs/pull/7/merge", merged)
    return made.folder


def at(made: Repository, *, below: str = "", **environment: str) -> git.Repository:
    """The repository as seen from its folder or from one below it."""
    plain = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    return git.repository_at(made.folder / below, plain | environment)


def contents(made: git.Repository, revision: str, *folders: str) -> dict[str, bytes]:
    """The files below the folders in a revision."""
    commit = git.commit_of(made, revision)
    return git.read(made, commit, git.entries(made, commit, folders or ("process",)))


@pytest.mark.parametrize(
    ("revision", "text"),
    [("main", b"three\n"), ("HEAD~1", b"two\n"), ("feature", b"two\n"), ("v1.0", b"one\n"), ("main~2^0", b"one\n")],
)
def test_files_of_a_revision(upstream: Repository, revision: str, text: bytes) -> None:
    """A branch, a tag and an ancestor each give the files as they were there, byte for byte."""
    assert contents(at(upstream), revision)[ROLES] == text


def test_commit_by_its_hash(upstream: Repository) -> None:
    """A commit is also known by the beginning of its hash."""
    full = upstream.git("rev-parse", "feature")
    assert git.commit_of(at(upstream), full[:8]) == full


def test_merge_base(upstream: Repository) -> None:
    """Where a branch left another is the newest commit that both have."""
    assert git.merge_base(at(upstream), "feature", "main") == upstream.git("rev-parse", "main~1")
    assert git.merge_base(at(upstream), "feature") == upstream.git("rev-parse", "main~1")


def test_nothing_is_checked_out(upstream: Repository) -> None:
    """Reading another revision leaves the working copy and the index as they are."""
    (upstream.folder / ROLES).write_bytes(b"in the middle of writing\n")
    contents(at(upstream), "v1.0")
    assert (upstream.folder / ROLES).read_bytes() == b"in the middle of writing\n"
    assert upstream.git("status", "--porcelain") == f"M {ROLES}"


def test_playbook_below_the_root(tmp_path: Path) -> None:
    """A playbook in a folder of a larger repository is read as seen from that folder, and nothing around it."""
    made = repository(tmp_path, {"sales/process/roles.yml": b"ours\n", "process/roles.yml": b"others\n"})
    assert contents(at(made, below="sales"), "main") == {ROLES: b"ours\n"}


def test_folder_that_is_the_root(tmp_path: Path) -> None:
    """Where the definitions stand beside everything else, all files are seen."""
    made = repository(tmp_path, {"roles.yml": b"a\n", "x/process.yml": b"b\n"})
    assert contents(at(made), "main", ".") == {"roles.yml": b"a\n", "x/process.yml": b"b\n"}


def test_names_with_spaces_and_umlauts(tmp_path: Path) -> None:
    """Names of folders and files may hold what a file system takes."""
    files = {"Unser Vertrieb/prozeß/größte/process.yml": b"a\n", "Unser Vertrieb/prozeß/a\nb.yml": b"b\n"}
    made = repository(tmp_path / "Unsere Ordner", files)
    found = contents(at(made, below="Unser Vertrieb"), "main", "prozeß")
    assert found == {"prozeß/größte/process.yml": b"a\n", "prozeß/a\nb.yml": b"b\n"}


def test_empty_and_large_files(tmp_path: Path) -> None:
    """Files without a byte, without a line end, and with lines like those of git's answers come as they are."""
    files = {"process/a.yml": b"", "process/b.yml": b"x", "process/c.yml": b"blob 3\nabc\n" * 50_000}
    assert contents(at(repository(tmp_path, files)), "main") == files


def test_other_worktree(upstream: Repository, tmp_path: Path) -> None:
    """A second working copy of the same repository is one like the first."""
    upstream.git("worktree", "add", "--quiet", str(tmp_path / "second"), "feature")
    second = at(Repository(tmp_path / "second"))
    assert contents(second, "HEAD")["process/glossary.yml"] == b"b\n"
    assert git.merge_base(second, "main") == upstream.git("rev-parse", "main~1")


def test_links_between_files(tmp_path: Path) -> None:
    """A link gives what it leads to, as it does on the disk; one that leads nowhere or outside gives nothing."""
    folder = tmp_path / "process"
    folder.mkdir()
    (folder / "roles.yml").symlink_to("../shared/roles.yml")
    (folder / "gone.yml").symlink_to("nowhere.yml")
    (folder / "outside.yml").symlink_to("/etc/passwd")
    made = repository(tmp_path, {"shared/roles.yml": b"shared\n", "process/metrics.yml": b"m\n"})
    assert contents(at(made), "main") == {ROLES: b"shared\n", "process/metrics.yml": b"m\n"}


def test_called_by_a_hook(upstream: Repository, tmp_path: Path) -> None:
    """What git tells a hook of another repository, or of this one in relative paths, leads nowhere else."""
    other = repository(tmp_path / "other", {ROLES: b"other\n"})
    hook = {"GIT_DIR": str(other.folder / ".git"), "GIT_INDEX_FILE": "nowhere", "GIT_PREFIX": "process/"}
    assert contents(at(upstream, **hook), "main")[ROLES] == b"three\n"
    assert contents(at(upstream, below="process", GIT_DIR=".git"), "main", ".")["roles.yml"] == b"three\n"


def test_repository_apart_from_its_files(upstream: Repository, tmp_path: Path) -> None:
    """Where only the environment says which repository is meant, it holds."""
    files = tmp_path / "files"
    files.mkdir()
    found = at(Repository(files), GIT_DIR=str(upstream.folder / ".git"), GIT_WORK_TREE=str(files))
    assert contents(found, "main")[ROLES] == b"three\n"


def trouble(made: Repository, revision: str, *, parted: bool = False, **environment: str) -> GitTrouble:
    """What is said where a revision cannot be had."""
    try:
        found = at(made, **environment)
        (git.merge_base if parted else git.commit_of)(found, revision)
    except GitTrouble as found_trouble:
        return found_trouble
    pytest.fail(f"{revision} was found")


def test_git_is_missing(upstream: Repository) -> None:
    """Without git that is said, and where it comes from."""
    found = trouble(upstream, "main", PATH="/nowhere")
    assert isinstance(found, GitMissing)
    assert "https://git-scm.com" in str(found)


def test_no_repository(tmp_path: Path) -> None:
    """A folder that is not in git is said to be none, with what can be compared all the same."""
    found = trouble(Repository(tmp_path), "main", GIT_CEILING_DIRECTORIES=str(tmp_path.parent))
    assert isinstance(found, NotARepository)
    assert str(found) == (
        f"{tmp_path} is not kept in git, so that there are no earlier versions of it to read. "
        "A release (the id of a process, @ and its version), a folder or a file can be compared all the same."
    )


@pytest.mark.skipif(git_version() < (2, 36), reason="git before 2.36 trusts everybody")
def test_repository_of_somebody_else(upstream: Repository) -> None:
    """Where git refuses because somebody else owns the folder, the command that allows it is told."""
    found = trouble(upstream, "main", GIT_TEST_ASSUME_DIFFERENT_OWNER="1")
    assert isinstance(found, NotTrusted)
    assert f'git config --global --add safe.directory "{upstream.folder}"' in str(found)


NEAR = [("mian", "main"), ("featrue~1", "feature"), ("v1", "v1.0"), ("master", "main"), ("xyz", "")]


@pytest.mark.parametrize(("wrong", "near"), NEAR)
def test_unknown_revision(upstream: Repository, wrong: str, near: str) -> None:
    """A name that is none is told with the branch or tag that was probably meant."""
    found = trouble(upstream, wrong)
    assert isinstance(found, UnknownRevision)
    assert found.near == near


@pytest.mark.parametrize("wrong", ["--output=x", "-v", "", "main\0", "HEAD:process/roles.yml", "main main"])
def test_what_is_no_revision(upstream: Repository, wrong: str) -> None:
    """An option, a file and other texts that are no name of a commit are none, and do nothing."""
    assert isinstance(trouble(upstream, wrong), UnknownRevision)
    assert not (upstream.folder / "x").exists()


def test_branch_of_the_remote(upstream: Repository, tmp_path: Path) -> None:
    """Somebody who names a branch that only the remote has is told how it is called here."""
    copy = clone(upstream, tmp_path / "copy")
    assert str(trouble(copy, "feature")) == (
        "No branch, tag or commit is called “feature”. Did you mean origin/feature? Branches: main. "
        "On the server: origin/main and origin/feature. Tags: v1.0."
    )


def test_branch_that_was_not_fetched(upstream: Repository, tmp_path: Path) -> None:
    """A branch of a remote that a clone of one branch lacks comes with the command that fetches it."""
    copy = clone(upstream, tmp_path / "copy", "--single-branch", "--branch=feature")
    found = trouble(copy, "origin/main", parted=True)
    assert isinstance(found, UnknownRevision)
    assert found.command == "git fetch origin +refs/heads/main:refs/remotes/origin/main"
    copy.run(found.command)
    assert git.merge_base(at(copy), "origin/main") == upstream.git("rev-parse", "main~1")


@pytest.mark.parametrize(
    ("revision", "command"),
    [
        ("origin/main", "git fetch --unshallow origin +refs/heads/main:refs/remotes/origin/main"),
        ("main", "git fetch --unshallow origin main:main"),
        ("v1.0", "git fetch --unshallow origin tag v1.0"),
        ("HEAD~2", "git fetch --unshallow origin"),
    ],
)
@pytest.mark.parametrize("parted", [False, True], ids=["revision", "merge-base"])
@pytest.mark.parametrize("kind", ["clone", "build-server"])
def test_shallow_clone(
    upstream: Repository, tmp_path: Path, revision: str, command: str, parted: bool, kind: str
) -> None:
    """In a clone of only the newest commit, the command that is told repairs it: afterwards the revision is there."""
    if kind == "clone":
        copy = clone(upstream, tmp_path / "copy", "--depth=1", "--branch=feature")
    else:
        copy = build_server_clone(upstream, tmp_path / "copy", "refs/pull/7/merge")
    found = trouble(copy, revision, parted=parted)
    assert isinstance(found, HistoryMissing)
    assert found.command == command
    assert str(found).endswith(f"Run: {command}")
    copy.run(found.command)
    assert git.commit_of(at(copy), revision)
    assert git.merge_base(at(copy), revision)


def test_shallow_clone_with_the_branch(upstream: Repository, tmp_path: Path) -> None:
    """Where both branches are there but not what they have in common, fetching the rest is enough."""
    copy = clone(upstream, tmp_path / "copy", "--depth=1", "--no-single-branch", "--branch=feature")
    found = trouble(copy, "origin/main", parted=True)
    assert isinstance(found, HistoryMissing)
    assert found.command == "git fetch --unshallow origin"
    copy.run(found.command)
    assert git.merge_base(at(copy), "origin/main") == upstream.git("rev-parse", "main~1")


def test_shallow_clone_without_a_source(upstream: Repository, tmp_path: Path) -> None:
    """Where there is nothing to fetch the rest from, that is said."""
    copy = clone(upstream, tmp_path / "copy", "--depth=1")
    copy.git("remote", "remove", "origin")
    found = trouble(copy, "HEAD~1")
    assert isinstance(found, HistoryMissing)
    assert found.command == ""
    assert str(found).endswith("It has no source to fetch the rest from; clone it anew.")


def test_unrelated_histories(upstream: Repository) -> None:
    """Two branches that began apart have no point where they parted."""
    upstream.git("switch", "--quiet", "--orphan", "site")
    upstream.commit({"index.html": b"a"})
    assert isinstance(trouble(upstream, "main", parted=True), Unrelated)


def test_repository_without_a_commit(tmp_path: Path) -> None:
    """Before the first commit nothing has a name."""
    made = Repository(tmp_path)
    made.git("init", "--quiet")
    assert isinstance(trouble(made, "HEAD"), UnknownRevision)


def test_repository_with_other_hashes(tmp_path: Path) -> None:
    """A repository that hashes with SHA-256 is read alike."""
    made = Repository(tmp_path)
    made.git("init", "--quiet", "--object-format=sha256", "--initial-branch=main")
    made.commit({ROLES: b"one\n"})
    assert contents(at(made), "main") == {ROLES: b"one\n"}
