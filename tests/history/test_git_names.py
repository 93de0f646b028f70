"""A name that means several things in git gives what git takes, and is told with all that it means."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from shutil import copytree

import pytest

from tests.support.playbooks import base_files
from tests.support.repositories import Repository, environment, repository
from twolane.configuration.settings import Settings
from twolane.history import git
from twolane.history.git_troubles import SeveralCommits, UnknownRevision
from twolane.history.versions import NoSuchVersion, version_of


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with three commits on its branch main, and the base playbook in each."""
    made = repository(tmp_path_factory.mktemp("names") / "made", base_files())
    made.commit()
    made.commit()
    return made.folder


@pytest.fixture
def made(made_once: Path, tmp_path: Path) -> Repository:
    """A copy of that repository for each test."""
    return Repository(copytree(made_once, tmp_path / "made"))


def at(made: Repository) -> git.Repository:
    """The repository as it is read."""
    return git.repository_at(made.folder, environment())


def said(made: Repository, spec: str) -> str:
    """What a reader of a comparison has to know of a version."""
    return version_of(spec, Settings(made.folder)).warning


MAIN, TAG = "refs/heads/main", "refs/tags/main"
CASES = [
    ("main", (TAG,), "a tag and a branch", "the tag", f"{TAG} (the tag) or {MAIN} (the branch)"),
    ("main~1", (TAG,), "a tag and a branch", "the tag", f"{TAG}~1 (the tag) or {MAIN}~1 (the branch)"),
    (
        "origin/main",
        ("refs/heads/origin/main", "refs/remotes/origin/main"),
        "a branch and a branch of a remote",
        "the branch",
        "refs/heads/origin/main (the branch) or refs/remotes/origin/main (the branch of a remote)",
    ),
    (
        "origin/main",
        ("refs/tags/origin/main", "refs/heads/origin/main", "refs/remotes/origin/main"),
        "a tag, a branch and a branch of a remote",
        "the tag",
        "refs/tags/origin/main (the tag), refs/heads/origin/main (the branch) or refs/remotes/origin/main (the branch "
        "of a remote)",
    ),
    (
        "origin",
        ("refs/heads/origin", "refs/remotes/origin/HEAD"),
        "a branch and a remote",
        "the branch",
        "refs/heads/origin (the branch) or refs/remotes/origin/HEAD (the remote)",
    ),
    (
        "HEAD",
        ("refs/heads/HEAD",),
        "HEAD and a branch",
        "HEAD",
        "HEAD or refs/heads/HEAD (the branch)",
    ),
]


@pytest.mark.parametrize(("spec", "others", "kinds", "taken", "ways"), CASES, ids=lambda each: str(each)[:20])
def test_names_with_several_meanings(
    made: Repository, spec: str, others: tuple[str, ...], kinds: str, taken: str, ways: str
) -> None:
    """What git takes is compared; the reader is told what else the name means, and how to name each."""
    for number, name in enumerate(others, start=1):
        made.git("update-ref", name, f"{MAIN}~{2 - number % 2}")
    name = spec.partition("~")[0]
    assert git.commit_of(at(made), spec) == made.git("rev-parse", spec)
    assert said(made, spec) == (
        f"In git, “{name}” is {kinds}; {taken} was taken, as git does. To say which you mean, write {ways}."
    )
    assert [said(made, way) for way in others] == [""] * len(others)


def test_both_ends_of_a_comparison(made: Repository) -> None:
    """Of the point where two versions parted, each name is told that means several things."""
    made.git("tag", "main", "HEAD~1")
    assert said(made, "main...").count("“main” is a tag and a branch") == 1
    assert said(made, "HEAD...main").count("“main” is a tag and a branch") == 1
    assert said(made, "refs/tags/main...") == ""


def test_one_meaning(made: Repository) -> None:
    """Nothing is said of a name that means one thing, be it a branch with a tag of another name on its commit."""
    made.git("tag", "v1")
    assert [said(made, spec) for spec in ("main", "v1", "HEAD", "main~1", made.git("rev-parse", "HEAD")[:8])] == [
        ""
    ] * 5


def test_branch_like_a_hash(made: Repository) -> None:
    """A branch that is called like a commit goes before the beginning of its hash, and after the whole of it."""
    whole = made.git("rev-parse", "HEAD~1")
    made.git("update-ref", f"refs/heads/{whole[:8]}", "HEAD")
    assert said(made, whole[:8]) == (
        f"In git, “{whole[:8]}” is a branch and a commit; the branch was taken, as git does. "
        f"To say which you mean, write refs/heads/{whole[:8]} (the branch) or {whole} (the commit)."
    )
    made.git("update-ref", f"refs/heads/{whole}", "HEAD")
    assert git.commit_of(at(made), whole) == whole


def test_tag_that_hides_a_branch(made: Repository) -> None:
    """Where git takes a tag that is no commit, the branch behind it is what was probably meant."""
    made.git("tag", "main", "HEAD:process/roles.yml")
    with pytest.raises(UnknownRevision) as raised:
        git.commit_of(at(made), "main")
    assert raised.value.near == MAIN


def test_folder_branch_and_tag(made: Repository) -> None:
    """Of a folder that is called like a branch and a tag, all three ways are told."""
    made.git("branch", "process")
    made.git("tag", "process")
    with pytest.raises(NoSuchVersion) as raised:
        version_of("process", Settings(made.folder), "")
    assert str(raised.value).endswith(
        "Write refs/tags/process or refs/heads/process for that in git, or ./process for a folder."
    )


def test_beginning_of_several_hashes(tmp_path: Path) -> None:
    """Where the hashes of several commits begin like that, more letters are asked for."""
    made = Repository(tmp_path)
    made.git("init", "--quiet")
    commit = "commit refs/heads/x{0}\ncommitter A <a@example.com> {0} +0000\ndata 0\n\n"
    many = tmp_path / "many"
    many.write_text("".join(commit.format(number) for number in range(1, 2001)), "utf-8")
    made.run(f"git fast-import --quiet --date-format=raw < {many}")
    names = sorted(made.git("for-each-ref", "--format=%(objectname)").split("\n"))
    beginning = next(one[:4] for one, two in pairwise(names) if one[:4] == two[:4])
    with pytest.raises(SeveralCommits) as raised:
        git.commit_of(at(made), beginning)
    assert str(raised.value) == (
        f"The hashes of several commits begin with “{beginning}”. Write more letters of the one you mean."
    )


def test_branches_that_are_named(made: Repository) -> None:
    """Of many branches the main one is named first, then one like what was written, then the newest."""
    for number in range(1, 6):
        made.git("switch", "--quiet", "--create", f"b0{number}_stage", "main")
        made.git("-c", "user.name=A", "-c", "user.email=a@example.com", "commit", "--quiet", "--allow-empty", "-m", "x")
    with pytest.raises(UnknownRevision) as raised:
        git.commit_of(at(made), "b02")
    assert raised.value.near == "b02_stage"
    assert raised.value.there.startswith("Branches: main, b02_stage, ")
    assert raised.value.there.endswith(" and 3 more.")
    with pytest.raises(UnknownRevision) as raised:
        git.commit_of(at(made), "b0")
    assert raised.value.near == ""


def test_command_on_a_line_of_its_own(made: Repository) -> None:
    """The command that fetches a branch can be copied as a line; what else there is follows below."""
    made.git("remote", "add", "origin", "https://example.com/playbook.git")
    with pytest.raises(NoSuchVersion) as raised:
        version_of("origin/trunk", Settings(made.folder))
    assert str(raised.value) == (
        "“origin/trunk” is no branch, tag or commit, no release such as new-business@1.0.0, and no path. "
        "If it is a branch that was not fetched yet, run:\n"
        "  git fetch origin +refs/heads/trunk:refs/remotes/origin/trunk\n"
        "Branches: main."
    )


def test_point_where_a_branch_left(made: Repository) -> None:
    """What was so where a branch left another was so at that point, and not in it."""
    made.git("switch", "--quiet", "--create", "moved")
    (made.folder / "sales").mkdir()
    made.git("mv", "process", "sales/process")
    made.commit({"mkdocs.yml": b"plugins:\n  - twolane: {definitions: sales/process}\n"})
    settings = Settings(made.folder, "sales/process")
    assert version_of("main...", settings).warning == (
        "At the point where this branch left main the playbook was in process, and now it is in sales/process; "
        "those two were compared."
    )
