"""Git is called so that whoever calls us is heeded, and a repository is not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.support.planting import git_version
from tests.support.repositories import Repository, environment, repository
from twolane.history import git
from twolane.history.git_environment import arguments, program, variables
from twolane.history.git_troubles import (
    EmbeddedRepository,
    GitMissing,
    GitTrouble,
    HistoryMissing,
    NotARepository,
    NotTrusted,
)

ROLES = "process/roles.yml"
NEWER = git_version() >= (2, 36)
trusting = pytest.mark.skipif(not NEWER, reason="git before 2.36 trusts everybody")


@pytest.fixture
def made(tmp_path: Path) -> Repository:
    """A repository with two commits."""
    made = repository(tmp_path / "made", {ROLES: b"one\n"})
    made.commit({ROLES: b"two\n"})
    return made


def at(folder: Path, **around: str) -> git.Repository:
    """The repository of a folder, called with an environment."""
    return git.repository_at(folder, environment() | around)


def roles(found: git.Repository, revision: str = "main") -> bytes:
    """The file as it is in a revision."""
    commit = git.commit_of(found, revision)
    return git.read(found, commit, git.entries(found, commit, ("process",)))[ROLES]


def test_what_git_is_told_by_us() -> None:
    """Of the variables that are git's own, only those are handed on that name settings or say how far to look."""
    given = {"HOME": "/home/ada", "GIT_CONFIG_GLOBAL": "/x", "GIT_CEILING_DIRECTORIES": "/y", "PATH": "/usr/bin"}
    ours = variables({"PATH": "/usr/bin"})
    planted = {"GIT_DIR": "x", "GIT_EXEC_PATH": "x", "GIT_ALLOW_PROTOCOL": "ext", "GIT_SOMETHING_NEW": "x"}
    assert variables(given | planted) == {**given, **ours}
    assert {"GIT_ALLOW_PROTOCOL", "GIT_NO_LAZY_FETCH", "GIT_TERMINAL_PROMPT"} <= set(ours)


def test_settings_before_each_command() -> None:
    """Each call begins with what no repository says otherwise, and ends with the command as it was given."""
    found = arguments("ls-tree", "-r", "HEAD")
    assert found[-3:] == ("ls-tree", "-r", "HEAD")
    assert {"safe.bareRepository=explicit", f"core.hooksPath={os.devnull}", "core.fsmonitor="} <= set(found)


@pytest.mark.parametrize("path", ["", ".", "here", f"{os.pathsep}here{os.pathsep}."])
def test_git_is_not_looked_for_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    """A program called git in the current folder, or in a folder seen from there, is not git."""
    for folder in (tmp_path, tmp_path / "here"):
        folder.mkdir(exist_ok=True)
        (folder / "git").write_text("#!/bin/sh\n", "utf-8")
        (folder / "git").chmod(0o755)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(GitMissing):
        program({"PATH": path})
    assert program({"PATH": f"{path}{os.pathsep}{tmp_path}"}) == str(tmp_path / "git")


@trusting
@pytest.mark.parametrize("way", ["global", "variables"])
def test_repositories_that_are_trusted(made: Repository, tmp_path: Path, way: str) -> None:
    """Whoever tells git to trust a repository of somebody else, in settings or variables, is heeded."""
    foreign = {"GIT_TEST_ASSUME_DIFFERENT_OWNER": "1"}
    with pytest.raises(NotTrusted):
        at(made.folder, **foreign)
    settings = tmp_path / "settings"
    settings.write_text(f"[safe]\n\tdirectory = {made.folder}\n", "utf-8")
    number = {"GIT_CONFIG_COUNT": "2", "GIT_CONFIG_KEY_0": "core.pager", "GIT_CONFIG_VALUE_0": "x"}
    given = {
        "global": {"GIT_CONFIG_GLOBAL": str(settings)},
        "variables": {**number, "GIT_CONFIG_KEY_1": "safe.directory", "GIT_CONFIG_VALUE_1": str(made.folder)},
    }
    assert roles(at(made.folder, **foreign, **given[way])) == b"two\n"


@trusting
def test_advice_for_a_folder_with_a_malicious_name(tmp_path: Path) -> None:
    """The command that makes git trust a folder can be pasted, whatever the folder is called."""
    made = repository(tmp_path / "a $(touch x) b", {ROLES: b"one\n"})
    with pytest.raises(NotTrusted) as raised:
        at(made.folder, GIT_TEST_ASSUME_DIFFERENT_OWNER="1")
    assert str(raised.value).endswith(f"--add safe.directory '{made.folder}'")


def test_what_stands_for_something_else(made: Repository) -> None:
    """What a repository puts in the place of a commit, or of its parents, does not count."""
    first, second = made.git("rev-parse", "HEAD~1"), made.git("rev-parse", "HEAD")
    made.git("replace", second, first)
    assert roles(at(made.folder)) == b"two\n"
    made.git("replace", "--delete", second)
    (made.folder / ".git/info/grafts").write_text(f"{second}\n", "utf-8")
    assert git.merge_base(at(made.folder), "HEAD~1") == first


def test_clone_with_a_reference(made: Repository, tmp_path: Path) -> None:
    """A clone that shares the contents of another repository is read like any other."""
    made.git("clone", "--quiet", "--shared", str(made.folder), str(tmp_path / "shared"))
    assert roles(at(tmp_path / "shared")) == b"two\n"


@pytest.mark.parametrize("filter", ["blob:none", "tree:0"])
def test_clone_that_leaves_out_contents(made: Repository, tmp_path: Path, filter: str) -> None:
    """In a clone without old contents nothing is fetched; the command that is told repairs it."""
    made.git("config", "uploadpack.allowFilter", "true")
    made.git("clone", "--quiet", f"--filter={filter}", made.folder.as_uri(), str(tmp_path / "clone"))
    copy = Repository(tmp_path / "clone")
    assert roles(at(copy.folder)) == b"two\n"
    with pytest.raises(HistoryMissing) as raised:
        roles(at(copy.folder), "HEAD~1")
    assert raised.value.command == "git fetch --refetch --no-filter origin"
    if NEWER:
        copy.run(raised.value.command)
        assert roles(at(copy.folder), "HEAD~1") == b"one\n"


@pytest.mark.parametrize("name", ["--upload-pack=touch x", "x; touch y", "$(touch y)", "-v"])
def test_remotes_with_malicious_names(made: Repository, tmp_path: Path, name: str) -> None:
    """The name of a remote never gets into a command that is told, where it could do something else."""
    copy = tmp_path / "clone"
    made.git("clone", "--quiet", "--depth=1", made.folder.as_uri(), str(copy))
    with (copy / ".git/config").open("a", encoding="utf-8") as file:
        file.write(f'[remote "{name}"]\n\turl = x\n')
    with pytest.raises(HistoryMissing) as raised:
        git.commit_of(at(copy), "HEAD~1")
    assert raised.value.command == "git fetch --unshallow origin"
    Repository(copy).git("remote", "remove", "origin")
    with pytest.raises(HistoryMissing) as raised:
        git.commit_of(at(copy), "HEAD~1")
    assert raised.value.command == ""


def test_branches_with_malicious_names(made: Repository, tmp_path: Path) -> None:
    """The name of a branch stands in quotes in a command that is told, where a shell would run something."""
    copy = tmp_path / "clone"
    made.git("clone", "--quiet", "--depth=1", made.folder.as_uri(), str(copy))
    with pytest.raises(HistoryMissing) as raised:
        git.commit_of(at(copy), "origin/a;$(id>x)")
    assert raised.value.command == (
        "git fetch --unshallow origin '+refs/heads/a;$(id>x):refs/remotes/origin/a;$(id>x)'"
    )


def test_bare_repository_among_the_files(made: Repository) -> None:
    """A folder that git would take for a repository, although it is not called .git, is refused and told."""
    made.git("clone", "--quiet", "--bare", str(made.folder), str(made.folder / "sales"))
    for folder in (made.folder / "sales", made.folder / "sales/refs"):
        with pytest.raises(EmbeddedRepository) as raised:
            at(folder)
        assert str(raised.value) == (
            f"The folder {made.folder / 'sales'} looks to git like a repository itself: it holds HEAD, objects and "
            "refs, as only a folder .git should. Somebody may have put them there so that git runs programs of "
            "theirs. No version was read. Remove what does not belong there, and ask who brought it."
        )


def test_bare_repository_that_is_named(made: Repository, tmp_path: Path) -> None:
    """Whoever names a repository without files of its own in the environment gets it."""
    made.git("clone", "--quiet", "--bare", str(made.folder), str(tmp_path / "bare"))
    files = tmp_path / "files"
    files.mkdir()
    assert roles(at(files, GIT_DIR=str(tmp_path / "bare"))) == b"two\n"


def test_worktree_inside_of_a_bare_repository(made: Repository, tmp_path: Path) -> None:
    """A working copy may lie in the folder of its repository, as some lay out theirs."""
    made.git("clone", "--quiet", "--bare", str(made.folder), str(tmp_path / "all"))
    Repository(tmp_path / "all").git("worktree", "add", "--quiet", "main", "main")
    assert roles(at(tmp_path / "all/main")) == b"two\n"


def test_submodule(made: Repository, tmp_path: Path) -> None:
    """A playbook in a submodule has the history of that."""
    around = repository(tmp_path / "around", {"index.md": b"a\n"})
    around.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(made.folder), "sales")
    assert roles(at(around.folder / "sales")) == b"two\n"


def test_repository_behind_a_link(made: Repository, tmp_path: Path) -> None:
    """A repository is found by way of links: to its folder, and from the folder of its files to where git keeps it."""
    (tmp_path / "link").symlink_to(made.folder)
    assert roles(at(tmp_path / "link")) == b"two\n"
    (made.folder / ".git").rename(tmp_path / "kept")
    (made.folder / ".git").symlink_to(tmp_path / "kept")
    assert roles(at(made.folder)) == b"two\n"


@pytest.mark.parametrize("elsewhere", [False, True], ids=["below-git", "files-elsewhere"])
def test_files_that_are_not_of_the_repository(made: Repository, tmp_path: Path, elsewhere: bool) -> None:
    """Files in the folder of git itself, and those of a repository whose files are elsewhere, are in no repository."""
    folder = made.folder if elsewhere else made.folder / ".git/process"
    folder.mkdir(exist_ok=True)
    if elsewhere:
        (tmp_path / "files").mkdir()
        made.git("config", "core.worktree", str(tmp_path / "files"))
    with pytest.raises(GitTrouble) as raised:
        at(folder)
    assert isinstance(raised.value, NotARepository)
    assert "its files are not those of a working copy" in str(raised.value)
