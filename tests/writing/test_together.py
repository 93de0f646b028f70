"""Several files are written, or none; and a file goes where it was meant to go, or nowhere."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.support.faults import contents
from twolane.writing.carrying_out import checksum
from twolane.writing.plans import Plan, Step, commit
from twolane.writing.several_files import Settled, finish, take_back, write_together
from twolane.writing.single import write_file
from twolane.writing.targets import Refused
from twolane.writing.trouble import NotWritten
from twolane.writing.workshop import new_work, working_in

BEFORE = {"a.yml": b"before"}
AFTER = {"a.yml": b"after", "made/b.yml": b"new"}


def written(folder: Path, files: dict[str, bytes]) -> None:
    """Files, each by its path below a folder."""
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


def test_all_or_nothing(tmp_path: Path) -> None:
    """Where the last of several files cannot be written, the others are as they were, and nothing is left behind."""
    written(tmp_path, BEFORE)
    (tmp_path / "folder").mkdir()
    files = {tmp_path / name: data for name, data in AFTER.items()}
    with pytest.raises(NotWritten) as error:
        write_together(files | {tmp_path / "folder": b"cannot be"}, tmp_path)
    assert str(error.value) == f"{tmp_path} could not be written: is a directory. What was there is as it was."
    assert contents(tmp_path) == BEFORE
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.yml", "folder"]


def _stopped(folder: Path) -> None:
    """Leaves what a command leaves that was killed right before it puts the second of two files in its place."""
    written(folder, BEFORE | {"a.yml": b"after"})
    with working_in(folder, "write", folder) as shop:
        work = new_work(shop, "write")
        written(work, {"old-0": b"before", "new-1": b"new"})
        steps = (Step("a.yml", checksum(b"before"), checksum(b"after")), Step("made/b.yml", "", checksum(b"new")))
        commit(work, Plan(steps, ("made",)))


def test_what_was_stopped_is_finished(tmp_path: Path) -> None:
    """The next command puts in place what is still missing."""
    _stopped(tmp_path)
    finish(tmp_path)
    assert contents(tmp_path) == AFTER
    assert not (tmp_path / ".twolane").exists()


def test_what_was_stopped_is_taken_back(tmp_path: Path) -> None:
    """Whoever does the same again has what was there before, first."""
    _stopped(tmp_path)
    take_back(tmp_path)
    assert contents(tmp_path) == BEFORE
    assert not (tmp_path / ".twolane").exists()


def test_what_somebody_has_changed_since_stays(tmp_path: Path) -> None:
    """Neither finishing nor taking back takes away what somebody has written into the files meanwhile."""
    for settle, expected in (
        (finish, Settled(left=("made/b.yml",))),
        (take_back, Settled(left=("a.yml",))),
    ):
        _stopped(tmp_path)
        mine = {"a.yml": b"an hour of work", "made/b.yml": b"another"}
        written(tmp_path, mine)
        assert settle(tmp_path) == expected
        assert contents(tmp_path) == mine
        assert not (tmp_path / ".twolane").exists()


def test_what_is_settled_is_told(tmp_path: Path) -> None:
    """Whoever asks gets to know what has been written, and what is as it was."""
    _stopped(tmp_path)
    assert finish(tmp_path) == Settled(written=("made/b.yml",))
    (tmp_path / "made" / "b.yml").unlink()
    _stopped(tmp_path)
    assert take_back(tmp_path) == Settled(taken_back=("a.yml",))


def test_what_somebody_writes_now_is_left_alone(tmp_path: Path) -> None:
    """While another command is at work, what it has begun is not finished for it."""
    _stopped(tmp_path)
    with working_in(tmp_path, "write", tmp_path):
        finish(tmp_path)
        assert contents(tmp_path) == BEFORE | {"a.yml": b"after"}


@pytest.mark.parametrize("path", ["../out.yml", "out/b.yml", ".git/hooks/pre-commit", "/tmp/out.yml"])
def test_a_plan_of_somebody_else_leads_nowhere(tmp_path: Path, path: str) -> None:
    """A plan that came with a checkout cannot write outside of it, nor into git's own folder."""
    root = tmp_path / "root"
    (root / ".git" / "hooks").mkdir(parents=True)
    (tmp_path / "elsewhere").mkdir()
    (root / "out").symlink_to(tmp_path / "elsewhere")
    with working_in(root, "write", root) as shop:
        work = new_work(shop, "write")
        written(work, {"new-0": b"hostile"})
        commit(work, Plan((Step(path, "", checksum(b"hostile")),)))
    finish(root)
    assert contents(tmp_path) == {}
    assert not Path("/tmp/out.yml").exists()


def test_a_plan_that_came_with_a_checkout_is_not_carried_out(tmp_path: Path) -> None:
    """What a command left elsewhere is no work of ours here: a pull request cannot have files written by it."""
    _stopped(tmp_path / "theirs")
    shutil.copytree(tmp_path / "theirs", tmp_path / "checkout")
    finish(tmp_path / "checkout")
    assert contents(tmp_path / "checkout") == BEFORE | {"a.yml": b"after"}


def test_a_link_that_leads_out_is_not_written_through(tmp_path: Path) -> None:
    """A definition that is a link to a file elsewhere stays one, and that file stays as it is."""
    written(tmp_path, {"elsewhere.yml": b"theirs"})
    (tmp_path / "root").mkdir()
    (tmp_path / "root" / "a.yml").symlink_to(tmp_path / "elsewhere.yml")
    with pytest.raises(Refused):
        write_together({tmp_path / "root" / "a.yml": b"ours"}, tmp_path / "root")
    assert (tmp_path / "elsewhere.yml").read_bytes() == b"theirs"


def test_a_link_inside_stays(tmp_path: Path) -> None:
    """What a link leads to is written, and the link stays one."""
    written(tmp_path, {"shared/a.yml": b"before"})
    (tmp_path / "a.yml").symlink_to("shared/a.yml")
    write_together({tmp_path / "a.yml": b"after"}, tmp_path)
    assert (tmp_path / "a.yml").is_symlink()
    assert (tmp_path / "shared" / "a.yml").read_bytes() == b"after"


def test_a_file_keeps_its_mode(tmp_path: Path) -> None:
    """A report over an older one is as private as that was; one for a web server can be read by it."""
    written(tmp_path, {"report.json": b"1"})
    (tmp_path / "report.json").chmod(0o600)
    write_file(tmp_path / "report.json", b"2")
    assert (tmp_path / "report.json").stat().st_mode & 0o777 == 0o600
    before = os.umask(0o077)
    try:
        write_file(tmp_path / "page.html", b"2", public=True)
        write_file(tmp_path / "report.html", b"2")
    finally:
        os.umask(before)
    assert (tmp_path / "page.html").stat().st_mode & 0o777 == 0o644
    assert (tmp_path / "report.html").stat().st_mode & 0o777 == 0o600


def test_a_report_leaves_a_file_alone_that_has_another_name_too(tmp_path: Path) -> None:
    """A file with a second name, as a hard link gives it, is not written through that."""
    written(tmp_path, {"roles.yml": b"theirs"})
    (tmp_path / "report.json").hardlink_to(tmp_path / "roles.yml")
    write_file(tmp_path / "report.json", b"ours")
    assert (tmp_path / "roles.yml").read_bytes() == b"theirs"
