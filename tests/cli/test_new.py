"""`twolane new` says what comes next, and what of it does not work where the playbook lies."""

from __future__ import annotations

from pathlib import Path

from tests.support.commands import twolane
from tests.support.repositories import Repository, clone, repository

FURTHER_UP = "The repository begins further up, in DIR, and GitHub, GitLab and pre-commit look there alone.\n"


def test_name_with_a_space(tmp_path: Path) -> None:
    """The command that leads into the new folder can be pasted."""
    answer = twolane("new", "our playbook", folder=tmp_path)
    assert (answer.code, answer.errors) == (0, "")
    assert answer.output.startswith("Made a playbook in our playbook. What next:\n  cd 'our playbook'\n")
    assert "repository" not in answer.output


def files(made: Repository) -> set[str]:
    """The files that are not yet committed."""
    return set(made.git("ls-files", "--others", "--exclude-standard").splitlines())


OF_SALES = (
    ".github/workflows/playbook-sales-comment.yml",
    ".github/workflows/playbook-sales-site.yml",
    ".github/workflows/playbook-sales.yml",
    ".gitlab/playbook-sales.gitlab-ci.yml",
)
SHARED = (".gitlab-ci.yml", ".pre-commit-config.yaml")
OWNERS = (".github/CODEOWNERS", ".gitlab/CODEOWNERS")


def test_part_of_a_repository(tmp_path: Path) -> None:
    """Below the top of a repository, what hosts look for is written at the top, and nothing of it in the folder."""
    made = repository(tmp_path / "company")
    answer = twolane("new", "sales", folder=made.folder)
    assert (answer.code, answer.errors) == (0, "")
    assert (
        FURTHER_UP + "Written there:\n" + "".join(f"  {name}\n" for name in (*OF_SALES, *SHARED, *OWNERS))
        in answer.output
    )
    assert "Require the check playbook-sales, and no other, before changes go into main." in answer.output
    assert {name for name in files(made) if not name.startswith("sales/")} == {*OF_SALES, *SHARED, *OWNERS}
    hidden = {name for name in files(made) if name.startswith("sales/.")}
    assert hidden == {"sales/.gitattributes", "sales/.gitignore"}


def test_at_the_top_of_a_repository(tmp_path: Path) -> None:
    """At the top itself all is where it is looked for, and nothing more is said."""
    made = repository(tmp_path / "company")
    answer = twolane("new", ".", folder=made.folder)
    assert (answer.code, "further up" in answer.output) == (0, False)
    assert {".github/workflows/playbook.yml", *SHARED} <= files(made)


def test_files_that_are_there_stay(tmp_path: Path) -> None:
    """What is at the top already is never written over: the lines to add are said, until they are there."""
    made = repository(tmp_path / "company", dict.fromkeys(SHARED, b"# ours\n"))
    answer = twolane("new", "sales", folder=made.folder)
    assert answer.code == 0
    assert made.git("diff", "--name-only") == ""
    assert (
        ".gitlab-ci.yml was there already and stays as it is; put these lines into it (below `include:`):\n"
        "  include:\n"
        "    - local: .gitlab/playbook-sales.gitlab-ci.yml\n"
    ) in answer.output
    assert "  - id: twolane-check-sales\n" in answer.output
    lines = answer.output.partition("`repos:`):\n")[2].partition("\n\n")[0]
    added = "repos:\n" + "".join(f"{line[2:]}\n" for line in lines.splitlines())
    (made.folder / SHARED[1]).write_text(added, "utf-8")
    (made.folder / SHARED[0]).write_text("include:\n  - local: .gitlab/playbook-sales.gitlab-ci.yml\n", "utf-8")
    again = twolane("new", "sales", "--missing", folder=made.folder)
    assert (again.code, "was there already" in again.output) == (0, False)


def test_names_of_two_playbooks(tmp_path: Path) -> None:
    """Two folders whose names differ in signs alone have files of their own; the same folder keeps its own."""
    made = repository(tmp_path / "company")
    for folder in ("our sales", "our-sales", "our sales"):
        assert twolane("new", folder, "--missing", folder=made.folder).code == 0
    found = sorted(path.name for path in (made.folder / ".github/workflows").iterdir())
    assert [name for name in found if "comment" not in name and "site" not in name] == [
        "playbook-our-sales-2.yml",
        "playbook-our-sales.yml",
    ]
    for name, folder in (("our-sales", '"our sales"'), ("our-sales-2", "our-sales")):
        assert f"  PLAYBOOK: {folder}\n" in (made.folder / f".github/workflows/playbook-{name}.yml").read_text("utf-8")


def test_default_branch(tmp_path: Path) -> None:
    """The branch in what is written is the server's, else the one that new repositories get, else the one here."""
    made = repository(tmp_path / "company")
    made.git("branch", "--move", "trunk")
    copy = clone(made, tmp_path / "copy")
    copy.git("switch", "--quiet", "--create", "my-work")
    twolane("new", "sales", folder=copy.folder)
    assert "# edit_uri: edit/trunk/sales/playbook/" in (copy.folder / "sales/mkdocs.yml").read_text("utf-8")
    assert "`twolane diff trunk...`" in (copy.folder / "sales/README.md").read_text("utf-8")
    made.git("switch", "--quiet", "--create", "other")
    twolane("new", "one", folder=made.folder)
    assert "edit/other/one/playbook/" in (made.folder / "one/mkdocs.yml").read_text("utf-8")
    made.git("config", "init.defaultBranch", "trunk")
    twolane("new", "two", folder=made.folder)
    assert "edit/trunk/two/playbook/" in (made.folder / "two/mkdocs.yml").read_text("utf-8")
    twolane("new", "alone", folder=tmp_path)
    assert "edit/main/playbook/" in (tmp_path / "alone/mkdocs.yml").read_text("utf-8")
