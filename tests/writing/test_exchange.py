"""A finished site takes the place of the old one, and nothing of anybody else's is lost."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.support.commands import plain_environment, twolane, write_playbook
from tests.support.playbooks import base_files
from twolane.writing.exchange import building_beside, settle
from twolane.writing.manifest import MANIFEST, Foreign
from twolane.writing.workshop import Busy, new_work, working_in


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


def left_beside(folder: Path) -> list[str]:
    """What a folder holds; Windows keeps the file of a lock for a while."""
    return sorted(path.name for path in folder.iterdir() if sys.platform != "win32" or path.name != ".twolane")


def test_new_site_replaces_old_one_whole(tmp_path: Path) -> None:
    """Files that the new site does not have are gone, and nothing is left beside the site."""
    build(tmp_path / "site", {"a.html": "1", "b/c.html": "2"})
    build(tmp_path / "site", {"a.html": "3"})
    assert content(tmp_path / "site") == {"a.html": "3"}
    assert left_beside(tmp_path) == ["site"]


def test_failed_build_leaves_old_site(tmp_path: Path) -> None:
    """Where building fails, the old site stays as it was, and the half-made one is taken away."""
    build(tmp_path / "site", {"a.html": "1"})
    with pytest.raises(TypeError):
        build(tmp_path / "site", {"b.html": "half", "c.html": None})  # type: ignore[dict-item]  # no text stands for a file that cannot be written
    assert content(tmp_path / "site") == {"a.html": "1"}
    assert left_beside(tmp_path) == ["site"]


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
    """While one build is under way a second one into the same folder is refused, and sweeps nothing of the first."""
    with building_beside(tmp_path / "site") as work:
        (work / "a.html").write_text("1")
        with pytest.raises(Busy):
            build(tmp_path / "site", {"a.html": "2"})
        build(tmp_path / "other", {"a.html": "3"})
        settle(tmp_path / "site")
    assert content(tmp_path / "site") == {"a.html": "1"}
    assert left_beside(tmp_path) == ["other", "site"]


def test_link_to_a_site_stays(tmp_path: Path) -> None:
    """A site behind a symbolic link is exchanged where the link leads; the link stays."""
    (tmp_path / "disk").mkdir()
    build(tmp_path / "disk" / "site", {"a.html": "1"})
    (tmp_path / "site").symlink_to(tmp_path / "disk" / "site")
    build(tmp_path / "site", {"a.html": "2"})
    assert (tmp_path / "site").is_symlink()
    assert content(tmp_path / "disk" / "site") == {"a.html": "2"}


def _killed(target: Path, files: dict[str, str], moment: str) -> None:
    """Leaves what a build leaves that was killed while it was built, or between two renames, or when all was done."""
    with working_in(target.parent, f"build.{target.name}", target) as folder:
        work = new_work(folder, f"build.{target.name}")
        (work / "new").mkdir()
        for name, text in files.items():
            (work / "new" / name).write_text(text)
        if moment != "building":
            target.rename(work / "old")
        if moment == "done":
            (work / "new").rename(target)


@pytest.mark.parametrize("moment", ["building", "between", "done"])
def test_killed_build_is_settled(tmp_path: Path, moment: str) -> None:
    """Whatever comes next puts the old site back if there is none, and takes away what is left."""
    build(tmp_path / "site", {"a.html": "1"})
    _killed(tmp_path / "site", {"a.html": "2"}, moment)
    settle(tmp_path / "site")
    assert content(tmp_path / "site") == {"a.html": "2" if moment == "done" else "1"}
    assert left_beside(tmp_path) == ["site"]


def test_any_command_puts_a_site_back(tmp_path: Path) -> None:
    """A site that a killed build has taken out of its place is back once any command has come, wherever it belongs."""
    write_playbook(tmp_path / "playbook", base_files())
    (tmp_path / "playbook" / "mkdocs.yml").write_text("site_dir: ../public\ndocs_dir: playbook\nplugins: [twolane]\n")
    build(tmp_path / "public", {"a.html": "1"})
    _killed(tmp_path / "public", {"a.html": "2"}, "between")
    assert not (tmp_path / "public").exists()
    assert twolane("check", folder=tmp_path / "playbook").code == 0
    assert content(tmp_path / "public") == {"a.html": "1"}
    assert left_beside(tmp_path) == ["playbook", "public"]


def test_what_is_called_as_ours_is_not_ours(tmp_path: Path) -> None:
    """Folders of somebody else's stay, be they called as ours were or are."""
    theirs = {".site.old/a.txt", ".site-abcdefgh/a.txt", ".twolane/build.site-abcdefgh/a.txt", ".twolane/mine.txt"}
    for name in theirs:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("mine")
    for number in "12":
        build(tmp_path / "site", {"a.html": number})
    assert theirs <= {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")}


def test_link_in_a_site_is_somebodys(tmp_path: Path) -> None:
    """No build makes links, so one is not lost unasked; what it leads to is never touched."""
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs" / "a.txt").write_text("mine")
    build(tmp_path / "site", {"a.html": "1"})
    (tmp_path / "site" / "more").symlink_to(tmp_path / "theirs")
    with pytest.raises(Foreign) as error:
        build(tmp_path / "site", {"a.html": "2"})
    assert error.value.files == ["more"]
    build(tmp_path / "site", {"a.html": "2", "more/a.txt": "ours"}, replace=True)
    assert (tmp_path / "theirs" / "a.txt").read_text() == "mine"


def test_file_that_comes_during_a_build_is_not_lost(tmp_path: Path) -> None:
    """Somebody may put a file into the old site while the new one is built."""
    build(tmp_path / "site", {"a.html": "1"})
    building = building_beside(tmp_path / "site")
    (building.__enter__() / "a.html").write_text("2")
    (tmp_path / "site" / "CNAME").write_text("example.com")
    with pytest.raises(Foreign):
        building.__exit__(None, None, None)
    assert content(tmp_path / "site") == {"a.html": "1", "CNAME": "example.com"}


@pytest.mark.parametrize(("umask", "file", "folder"), [(0o077, 0o644, 0o755), (0o022, 0o644, 0o755), (0, 0o664, 0o775)])
def test_modes_for_a_web_server(tmp_path: Path, umask: int, file: int, folder: int) -> None:
    """Whatever the umask, everybody may read a site, nobody runs it, and not everybody writes to it."""
    before = os.umask(umask)
    try:
        with building_beside(tmp_path / "new" / "site") as work:
            (work / "a").mkdir()
            (work / "a" / "b.html").write_text("1")
            (work / "a" / "b.html").chmod(0o700)
            (work / "c.html").write_text("1")
    finally:
        os.umask(before)
    site = tmp_path / "new" / "site"
    assert {path.stat().st_mode & 0o777 for path in site.rglob("*") if path.is_file()} <= {file, 0o644}
    assert {path.stat().st_mode & 0o777 for path in (site.parent, site, site / "a")} <= {folder, 0o755}


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() != 0, reason="only root can become somebody else here")
def test_folder_beside_which_nothing_can_be_made() -> None:
    """Where only the target itself may be written, as a volume of a container, the site is made ready inside."""
    with TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        target = Path(name) / "site"
        target.mkdir()
        os.chown(target, 65534, 65534)
        for number, more in (("1", {"gone/b.html": "1"}), ("2", {})):
            child = os.fork()
            if not child:
                os.setuid(65534)
                build(target, {"a.html": number, **more})
                os._exit(0)
            assert os.waitpid(child, 0)[1] == 0
            assert content(target) == {"a.html": number, **more}
        assert left_beside(target) == [MANIFEST, "a.html"]
        assert left_beside(Path(name)) == ["site"]


def test_full_disk_names_the_target(tmp_path: Path) -> None:
    """What could not be written is said with the target, and with what became of the old site."""
    if sys.platform == "win32":
        pytest.skip("Windows has no limit for the size of files")
    import resource

    write_playbook(tmp_path, base_files())
    build(tmp_path / "site", {"a.html": "1"})
    program = subprocess.run(
        [sys.executable, "-m", "twolane", "build"],
        cwd=tmp_path,
        env=plain_environment(),
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000)),
    )
    assert (program.returncode, program.stderr.splitlines()[-1]) == (
        2,
        f"{tmp_path}/site could not be written: file too large. What was there is as it was.",
    )
    assert content(tmp_path / "site") == {"a.html": "1"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["playbook", "process", "site"]
