"""What a checkout or an archive brings under the names of our own work moves, takes and opens nothing."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.support.commands import twolane, write_playbook
from tests.support.faults import contents
from tests.support.playbooks import base_files
from twolane.writing.exchange import building_beside
from twolane.writing.manifest import MANIFEST, checksums
from twolane.writing.workshop import FOLDER, working_in

IGNORED = "# Twolane makes files ready here; its next command takes away what is left over.\n*\n"


def planted(folder: Path, kind: str) -> Path:
    """A piece of work as a stopped command leaves one, made by somebody who knows how ours look."""
    work = folder / FOLDER / f"{kind}-abcdefgh"
    work.mkdir(parents=True)
    (folder / FOLDER / ".gitignore").write_text(IGNORED)
    (work / "made-by-twolane").touch()
    return work


def plan(work: Path, **found: object) -> None:
    """A plan for it; its maker can read the numbers of the files there, but not choose those of another disk."""
    (work / "plan.json").write_text(json.dumps(found | {"made": [1, 1, 1]}))


@pytest.fixture
def playbook(tmp_path: Path) -> Path:
    """A playbook that somebody has sent."""
    found = write_playbook(tmp_path / "playbook", base_files())
    (found / "mkdocs.yml").write_text("docs_dir: playbook\nplugins: [twolane]\n")
    return found


def test_a_planted_plan_moves_nothing(playbook: Path, tmp_path: Path) -> None:
    """A plan that takes a file from elsewhere into the site is no plan of ours."""
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "key").write_text("secret")
    work = planted(playbook / "site", "place")
    (work / "new").symlink_to(tmp_path / "home")
    plan(work, before={}, after={"key": "x"})
    assert twolane("check", folder=playbook).code == 0
    assert contents(tmp_path / "home") == {"key": b"secret"}
    assert not (playbook / "site" / "key").exists()


def test_a_planted_plan_takes_nothing_away(playbook: Path) -> None:
    """A plan that would have all definitions go is no plan of ours, whatever the site's folder is said to be."""
    (playbook / "mkdocs.yml").write_text("docs_dir: playbook\nsite_dir: process\nplugins: [twolane]\n")
    before = contents(playbook / "process")
    work = planted(playbook / "process", "place")
    (work / "new").mkdir()
    plan(work, before=checksums(playbook / "process"), after={})
    twolane("check", folder=playbook)
    assert contents(playbook / "process") == before


@pytest.mark.parametrize("target", ["profile", "not-there", "/dev/zero"])
def test_a_link_in_the_workshop_is_not_followed(playbook: Path, tmp_path: Path, target: str) -> None:
    """What says to git that our folder is ours is never a link: nothing is read there, or written."""
    (tmp_path / "profile").write_text("mine")
    (playbook / FOLDER).mkdir()
    (playbook / FOLDER / ".gitignore").symlink_to(target if target.startswith("/") else tmp_path / target)
    assert twolane("check", "--output", "report.txt", folder=playbook).code == 0
    assert (tmp_path / "profile").read_text() == "mine"
    assert not (tmp_path / "not-there").exists()


@pytest.mark.parametrize("kind", ["write", "place"])
def test_a_plan_without_end_is_not_read(playbook: Path, kind: str) -> None:
    """A plan that is a link, or a pipe, is none."""
    for name, folder in (("write", playbook), ("place", playbook / "site")):
        if name == kind:
            (planted(folder, kind) / "plan.json").symlink_to("/dev/zero")
    assert twolane("check", folder=playbook).code == 0


def test_a_manifest_without_end_is_not_read(tmp_path: Path) -> None:
    """A manifest that is a pipe names nothing."""
    (tmp_path / "site").mkdir()
    os.mkfifo(tmp_path / "site" / MANIFEST)
    with building_beside(tmp_path / "site") as work:
        (work / "a.html").write_text("1")
    assert contents(tmp_path / "site").keys() == {"a.html", MANIFEST}


def test_the_workshop_says_that_git_need_not_look(tmp_path: Path) -> None:
    """Whatever stood there before."""
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / ".gitignore").write_text("!*")
    with working_in(tmp_path, "write", tmp_path) as folder:
        assert (folder / ".gitignore").read_text() == IGNORED
