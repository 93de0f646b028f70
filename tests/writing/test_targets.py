"""Nothing that is made takes the place of what it is made from, of git's own, of a home folder, or of the root."""

from __future__ import annotations

import subprocess
import sys
from contextlib import chdir
from pathlib import Path

import pytest

from tests.support.commands import twolane, write_playbook
from tests.support.playbooks import base_files
from tests.support.repositories import Repository, repository
from twolane.writing.exchange import building_beside
from twolane.writing.sources import Sources
from twolane.writing.targets import Refused, refuse_file, refuse_folder, refuse_start

TEMPLATE = "site_templates/stage.html"
LAST = (
    "What is built takes the place of everything in its folder, so nothing was written. "
    "Name a folder of its own for it."
)


@pytest.fixture
def made(tmp_path: Path) -> Repository:
    """A playbook with everything in it, in a repository in a folder of a company's."""
    files = base_files() | {
        TEMPLATE: b"",
        "playbook/index.md": b"# Ours\n",
        "mkdocs.yml": b"docs_dir: playbook\nplugins: [twolane]\n",
    }
    found = repository(tmp_path / "company" / "sales", files)
    (found.folder / "link").symlink_to("process")
    (found.folder / "shared").mkdir()
    (found.folder / "playbook" / "shared").symlink_to("../shared")
    return found


def sources(root: Path) -> Sources:
    """The sources of a playbook with the usual folders."""
    return Sources(root, root / "process", root / "playbook", root / "site_templates")


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        (".", "is the folder of a playbook"),
        ("..", "holds the folder of a playbook (DIR)"),
        ("process", "is the folder with a playbook's definitions"),
        ("process/new-business", "lies in the folder with a playbook's definitions (DIR/process)"),
        ("process/not/there/yet", "lies in the folder with a playbook's definitions (DIR/process)"),
        ("site/../process", "is the folder with a playbook's definitions"),
        ("link", "is the folder with a playbook's definitions"),
        ("link/new", "lies in the folder with a playbook's definitions (DIR/process)"),
        ("playbook", "is the folder with a playbook's hand-written pages"),
        ("site_templates/site", "lies in the folder with a playbook's templates (DIR/site_templates)"),
        (
            "shared",
            "is what a link in the folder with a playbook's hand-written pages leads to",
        ),
        (".git", "is the folder that git keeps a repository in"),
        (".git/hooks", "lies in the folder that git keeps a repository in (DIR/.git)"),
        ("/", "is the root of the file system"),
        ("~", "is a home folder"),
        ("~/..", "holds a home folder (HOME)"),
    ],
)
def test_folder_that_is_refused(
    made: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, target: str, reason: str
) -> None:
    """Whatever is asked for, before anything is touched; with the reason, and never with advice to give it up."""
    monkeypatch.setenv("HOME", str(tmp_path / "homes" / "kim"))
    (tmp_path / "homes" / "kim").mkdir(parents=True)
    before = sorted(made.folder.rglob("*"))
    with (
        chdir(made.folder),
        pytest.raises(Refused) as error,
        building_beside(Path(target).expanduser(), True, sources(made.folder)),
    ):
        pass
    said = reason.replace("DIR", str(made.folder)).replace("HOME", str(tmp_path / "homes" / "kim"))
    assert str(error.value) == f"{Path(target).expanduser()} {said}. {LAST}"
    assert sorted(made.folder.rglob("*")) == before


def test_link_that_leads_out_is_refused(made: Repository, tmp_path: Path) -> None:
    """A link that came with a playbook does not choose what is written elsewhere; named itself, that place is fine."""
    (tmp_path / "elsewhere" / "kept").mkdir(parents=True)
    (made.folder / "site").symlink_to(tmp_path / "elsewhere" / "kept")
    (made.folder / "out").symlink_to(tmp_path / "elsewhere")
    for target, end in (("site", "kept"), ("out/new", "new")):
        for refuse in (refuse_folder,) if target == "site" else (refuse_folder, refuse_file):
            with pytest.raises(Refused) as error:
                refuse(made.folder / target, sources(made.folder))
            assert str(error.value).startswith(
                f"{made.folder / target} is reached by a link that leads out of the playbook, "
                f"to {tmp_path / 'elsewhere' / end}. "
            )
    refuse_folder(tmp_path / "elsewhere" / "kept", sources(made.folder))


def test_another_playbook_is_not_eaten_either(made: Repository, tmp_path: Path) -> None:
    """The sources of each playbook around a target, or in it, count as well, and so does any repository."""
    other = write_playbook(tmp_path / "other", base_files())
    with pytest.raises(Refused, match="is the folder with a playbook's definitions"):
        refuse_folder(other / "process", sources(made.folder))
    (tmp_path / "holding" / "deeply").mkdir(parents=True)
    other.rename(tmp_path / "holding" / "deeply" / "other")
    with pytest.raises(Refused, match=r"holds a playbook \(.*/deeply/other\)"):
        refuse_folder(tmp_path / "holding", sources(made.folder))
    repository(tmp_path / "clones" / "one").git("clone", "--quiet", "--bare", ".", str(tmp_path / "bare" / "a"))
    for folder in ("clones", "bare"):
        with pytest.raises(Refused, match="holds the folder that git keeps a repository in"):
            refuse_folder(tmp_path / folder, sources(made.folder))


def test_worktree_is_not_eaten(made: Repository, tmp_path: Path) -> None:
    """A folder that git has checked out with a file `.git`, as worktrees are, holds somebody's work."""
    made.git("worktree", "add", "--quiet", "-b", "pages", str(tmp_path / "pages"))
    with pytest.raises(Refused, match="holds"):
        refuse_folder(tmp_path / "pages", sources(made.folder))


@pytest.mark.parametrize("target", ["site", "out/site", "../site", "../../site", "process-site", "~/site", "site link"])
def test_folder_that_is_fine(made: Repository, monkeypatch: pytest.MonkeyPatch, target: str) -> None:
    """A folder of its own may lie in the playbook, in a repository, in a home folder, and behind a link."""
    monkeypatch.setenv("HOME", str(made.folder.parent))
    (made.folder / "published").mkdir()
    (made.folder / "site link").symlink_to("published")
    with chdir(made.folder):
        place = Path(target).expanduser()
        for _ in range(2):
            with building_beside(place, sources=sources(made.folder)) as work:
                (work / "process").mkdir()
                (work / "process" / "playbook.yml").write_text("an example to download")
        assert (place / "process" / "playbook.yml").is_file()
    assert (made.folder / "site link").is_symlink()


def test_sources_in_the_folder_of_the_playbook_itself(made: Repository) -> None:
    """Where the definitions lie in the playbook's own folder, a site may too, but not where there are some."""
    flat = Sources(made.folder, made.folder, made.folder / "playbook", made.folder / "site_templates")
    (made.folder / "link").unlink()
    refuse_folder(made.folder / "site", flat)
    with pytest.raises(Refused, match="holds sources of a playbook"):
        refuse_folder(made.folder / "process" / "new-business", flat)
    (made.folder / "roles.yml").touch()
    with pytest.raises(Refused, match="is a source of a playbook"):
        refuse_file(made.folder / "roles.yml", flat)


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("process/roles.yml", "lies in the folder with a playbook's definitions (DIR/process)"),
        ("process/report.json", "lies in the folder with a playbook's definitions (DIR/process)"),
        ("playbook/index.md", "lies in the folder with a playbook's hand-written pages (DIR/playbook)"),
        (TEMPLATE, "lies in the folder with a playbook's templates (DIR/site_templates)"),
        ("link/roles.yml", "lies in the folder with a playbook's definitions (DIR/process)"),
        ("report link", "lies in the folder with a playbook's definitions (DIR/process)"),
        ("mkdocs.yml", "is the configuration of a playbook"),
        ("pyproject.toml", "is the configuration of a playbook"),
        (".git/config", "lies in the folder that git keeps a repository in (DIR/.git)"),
        (".git/hooks/pre-commit", "lies in the folder that git keeps a repository in (DIR/.git)"),
    ],
)
def test_file_that_is_refused(made: Repository, target: str, reason: str) -> None:
    """A file among the sources, over a configuration, or in git's own folder, whether it is there or not."""
    (made.folder / "report link").symlink_to("process/roles.yml")
    with chdir(made.folder), pytest.raises(Refused) as error:
        refuse_file(Path(target), sources(made.folder))
    said = reason.replace("DIR", str(made.folder))
    assert str(error.value) == f"{target} {said}. Nothing was written; name another file."


@pytest.mark.parametrize("target", ["report.json", "reports/new.json", "README.md", "../report.json", "/dev/null"])
def test_file_that_is_fine(made: Repository, target: str) -> None:
    """Any other file, and devices, which nothing is lost from."""
    with chdir(made.folder):
        refuse_file(Path(target), sources(made.folder))


@pytest.mark.parametrize(
    ("folder", "reason"),
    [
        ("process", "is the folder with a playbook's definitions"),
        ("playbook/new", "lies in the folder with a playbook's hand-written pages"),
        (".git", "is the folder that git keeps a repository in"),
        (".git/new", "lies in the folder that git keeps a repository in"),
        ("~", "is a home folder"),
        ("linked", "has a link that leads out of it"),
    ],
)
def test_where_no_playbook_begins(made: Repository, monkeypatch: pytest.MonkeyPatch, folder: str, reason: str) -> None:
    """A new playbook is not written among the sources of another, into git's own folder, or through a link."""
    monkeypatch.setenv("HOME", str(made.folder.parent / "kim"))
    (made.folder / "linked").mkdir()
    (made.folder / "linked" / "process").symlink_to("../shared")
    with chdir(made.folder), pytest.raises(Refused, match=reason):
        refuse_start(Path(folder).expanduser(), ["process/roles.yml"])
    with chdir(made.folder):
        refuse_start(Path(), ["process/roles.yml"])
        refuse_start(Path("partner"), ["process/roles.yml"])


def test_new_does_not_write_through_a_link_that_leads_nowhere(tmp_path: Path) -> None:
    """A link counts as a file that is there, wherever it leads."""
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / "README.md").symlink_to(tmp_path / "ours" / "gone.md")
    answer = twolane("new", "ours", folder=tmp_path)
    assert (answer.code, "files that a new playbook would write: README.md" in answer.errors) == (2, True)
    assert twolane("new", "ours", "--missing", folder=tmp_path).code == 0
    assert not (tmp_path / "ours" / "gone.md").exists()


def test_mkdocs_does_not_empty_sources(made: Repository) -> None:
    """The plugin stops MkDocs before it empties a `site_dir` that the site is made from."""
    text = "site_name: Ours\ndocs_dir: playbook\nsite_dir: process\nplugins: [twolane]\ntheme: {name: material}\n"
    (made.folder / "mkdocs.yml").write_text(text)
    before = sorted((made.folder / "process").rglob("*"))
    program = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    answer = subprocess.run(program, cwd=made.folder, capture_output=True, text=True, check=False)
    assert answer.returncode == 1
    assert "process is the folder with a playbook's definitions" in answer.stderr
    assert sorted((made.folder / "process").rglob("*")) == before


def test_a_baseline_takes_the_place_of_no_definition(made: Repository) -> None:
    """With --write-baseline only a baseline is overwritten, and none is begun among the definitions."""
    for name in ("process/glossary.yml", "process/new.yml", "mkdocs.yml"):
        answer = twolane("check", "--baseline", name, "--write-baseline", folder=made.folder)
        assert (answer.code, answer.output, "Nothing was written" in answer.errors) == (2, "", True)
    (made.folder / "README.md").write_text("# Ours\n")
    assert twolane("check", "--baseline", "README.md", "--write-baseline", folder=made.folder).code == 2
    assert (made.folder / "README.md").read_text() == "# Ours\n"
