"""A finished site takes the place of the old one, and nothing of anybody else's is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from filelock import FileLock

from twolane.writing.exchange import building_beside
from twolane.writing.manifest import Foreign
from twolane.writing.workshop import Busy


def build(target: Path, files: dict[str, str], replace: bool = False) -> None:
    """Build ``files`` in the place of ``target``."""
    with building_beside(target, replace) as work:
        for name, text in files.items():
            (work / name).parent.mkdir(parents=True, exist_ok=True)
            (work / name).write_text(text)


def content(target: Path) -> dict[str, str]:
    """The files of a site, without those that begin with a dot."""
    return {
        path.relative_to(target).as_posix(): path.read_text()
        for path in target.rglob("*")
        if path.is_file() and not path.name.startswith(".")
    }


def test_new_site_replaces_old_one_whole(tmp_path: Path) -> None:
    """Files that the new site does not have are gone, and nothing is left beside the site but its lock."""
    build(tmp_path / "site", {"a.html": "1", "b/c.html": "2"})
    build(tmp_path / "site", {"a.html": "3"})
    assert content(tmp_path / "site") == {"a.html": "3"}
    assert {path.name for path in tmp_path.iterdir()} <= {"site", ".site.lock"}


def test_failed_build_leaves_old_site(tmp_path: Path) -> None:
    """Where building fails, the old site stays as it was, and the half-made one is taken away."""
    build(tmp_path / "site", {"a.html": "1"})
    with pytest.raises(TypeError):
        build(tmp_path / "site", {"b.html": "half", "c.html": None})  # type: ignore[dict-item]
    assert content(tmp_path / "site") == {"a.html": "1"}
    assert {path.name for path in tmp_path.iterdir()} <= {"site", ".site.lock"}


def test_folder_that_is_no_site_is_left_alone(tmp_path: Path) -> None:
    """A folder with files of somebody else's is refused, by name, and stays as it is."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "thesis.txt").write_text("mine")
    with pytest.raises(Foreign) as error:
        build(tmp_path / "site", {"a.html": "1"})
    assert error.value.files == ["thesis.txt"]
    assert content(tmp_path / "site") == {"thesis.txt": "mine"}


@pytest.mark.parametrize(("name", "text"), [("CNAME", "example.com"), ("a.html", "edited by hand")])
def test_file_put_into_site_is_not_lost(tmp_path: Path, name: str, text: str) -> None:
    """A file that somebody added to a built site, or changed there, stops the next build unless it may be replaced."""
    build(tmp_path / "site", {"a.html": "1"})
    (tmp_path / "site" / name).write_text(text)
    with pytest.raises(Foreign) as error:
        build(tmp_path / "site", {"a.html": "2"})
    assert error.value.files == [name]
    build(tmp_path / "site", {"a.html": "2"}, replace=True)
    assert content(tmp_path / "site") == {"a.html": "2"}


def test_two_builds_do_not_mix(tmp_path: Path) -> None:
    """While one build is under way a second one into the same folder is refused."""
    with FileLock(tmp_path / ".site.lock"), pytest.raises(Busy):
        build(tmp_path / "site", {"a.html": "1"})


def test_link_to_a_site_stays(tmp_path: Path) -> None:
    """A site behind a symbolic link is exchanged where the link leads; the link stays."""
    (tmp_path / "disk").mkdir()
    build(tmp_path / "disk" / "site", {"a.html": "1"})
    (tmp_path / "site").symlink_to(tmp_path / "disk" / "site")
    build(tmp_path / "site", {"a.html": "2"})
    assert (tmp_path / "site").is_symlink()
    assert content(tmp_path / "disk" / "site") == {"a.html": "2"}
