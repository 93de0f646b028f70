"""What is tried with faults: a site into a folder and onto a mount, several files at once, one file, and commands.

Run as a program, with the name of a scenario and an empty folder, it prints how many points were tried and what was
wrong: `python -m tests.writing.fault_scenarios build /tmp/empty`.
"""

from __future__ import annotations

import errno
import io
import json
import os
import shutil
import sys
from collections.abc import Callable
from contextlib import chdir, redirect_stderr, redirect_stdout, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.support.commands import plain_environment, write_playbook
from tests.support.faults import Expected, Scenario, contents, left_in, seen_by_git, tried
from tests.support.playbooks import base_files
from tests.support.releases import released
from twolane.cli.main import run
from twolane.cli.new_command import starter_files
from twolane.cli.schema_command import out_of_date
from twolane.writing import swapping
from twolane.writing.exchange import building_beside, settle
from twolane.writing.journal import write_plan
from twolane.writing.manifest import MANIFEST
from twolane.writing.several_files import finish, write_together
from twolane.writing.single import write_file
from twolane.writing.trouble import NotWritten

OLD = {"index.html": b"1", "a/gone.html": b"1", "assets/x.js": b"0"}
NEW = {"index.html": b"2", "a.html": b"2", "assets/x.js": b"0", "assets/y.js": b"2"}
MINE = {".site.old/mine.txt": b"mine", "notes.txt": b"mine"}
"""Files of somebody else's beside the site, one of them in a folder that is called as ours could be."""
PROCESS = "process/new-business/process.yml"


def build(target: Path, files: dict[str, bytes]) -> None:
    """Builds a site of these files."""
    try:
        with building_beside(target) as work:
            for name, data in files.items():
                (work / name).parent.mkdir(parents=True, exist_ok=True)
                (work / name).write_bytes(data)
    except NotWritten as told:
        raise Expected from told
    except OSError as error:
        # The files that are built are those of whoever builds.
        if error.errno not in (errno.ENOSPC, errno.EACCES):
            raise
        raise Expected from error


def emptied(folder: Path) -> None:
    """Takes everything out of a folder, but for a folder on which a disk is mounted, which is emptied itself."""
    for each in folder.iterdir():
        if each.is_mount():
            emptied(each)
        elif each.is_dir():
            shutil.rmtree(each)
        else:
            each.unlink()


def a_site(folder: Path, name: str, before: Callable[[], None] = lambda: None, mixed: bool = False) -> Scenario:
    """A site is built over an old one; ``mixed`` says that some files may be new while others are old."""
    target = folder / "site"

    def reset() -> None:
        emptied(folder)
        write_playbook(folder, MINE)
        build(target, OLD)

    def act() -> None:
        before()
        build(target, NEW)

    def after(kind: str) -> str:
        if mixed and (problem := _mixed(contents(target))):
            return problem
        if seen := seen_by_git(folder):
            return f"git would take {seen}"
        if not target.exists() or mixed:
            settle(target)
        return _is_one_of(folder, OLD, NEW)

    def done() -> str:
        left = left_in(folder)
        return f"{left} is left" if left else _is_one_of(folder, NEW)

    return Scenario(name, folder, reset, act, act, after, done)


def _is_one_of(folder: Path, *sites: dict[str, bytes]) -> str:
    found = contents(folder)
    expected = [{f"site/{name}": data for name, data in site.items()} | MINE for site in sites]
    found.pop(f"site/{MANIFEST}", None)
    return "" if found in expected else f"there is {found}"


def _mixed(found: dict[str, bytes]) -> str:
    """What is wrong with a site that is half new; empty if each file is old or new, and in the right order."""
    recorded = json.loads(found.pop(MANIFEST))["files"]
    known = {(name, data) for site in (OLD, NEW) for name, data in site.items()}
    if set(found.items()) - known:
        return f"there is something else: {found}"
    assets_first = found.get("assets/y.js") or (found["index.html"] == b"1" and "a.html" not in found)
    manifest_last = "a.html" not in recorded or found == NEW
    return "" if assets_first and manifest_last else f"in the wrong order: {found}"


def _two_renames() -> None:
    swapping._CALLS.clear()


def _immovable(target: Path) -> Callable[[], None]:
    """Makes a folder one that cannot be renamed, as a disk that is mounted there."""

    def before() -> None:
        _two_renames()
        for name in ("rename", "replace"):
            setattr(os, name, _refusing(getattr(os, name), target))

    return before


def _refusing(real: Callable[..., None], target: Path) -> Callable[..., None]:
    def call(one: Any, other: Any, **named: Any) -> None:
        if Path(one) == target or Path(other) == target:
            raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), str(target))
        real(one, other, **named)

    return call


def several_files(folder: Path) -> Scenario:
    """Several files are written at once, some of them new, in folders that are there and in others."""
    before = {"process/a.yml": b"1", "process/b.yml": b"1", "notes.txt": b"mine"}
    after = before | {"process/a.yml": b"2", "process/b.yml": b"2", "process/c/releases/1.yml": b"2"}

    def reset() -> None:
        emptied(folder)
        write_playbook(folder, before)

    def act() -> None:
        try:
            write_together({folder / name: data for name, data in after.items() if data == b"2"}, folder)
        except NotWritten as told:
            raise Expected from told

    return Scenario(
        "several-files",
        folder,
        reset,
        act,
        act,
        lambda kind: _finished(folder, before, after),
        lambda: _made(folder, after),
    )


def _finished(folder: Path, *possible: dict[str, bytes]) -> str:
    """What is wrong with a folder where files were written, once the next command has come."""
    if seen := seen_by_git(folder):
        return f"git would take {seen}"
    with TemporaryDirectory(dir=folder.parent) as other:
        shutil.copytree(folder, other, dirs_exist_ok=True)
        _as_if_made_there(Path(other))
        finish(Path(other))
        found = contents(Path(other))
    return "" if found in possible else f"there is {sorted(found)}: {[sorted(each) for each in possible]}"


def _as_if_made_there(folder: Path) -> None:
    """Plans are only carried out where they were made, which a copy of one was not."""
    for plan in (*folder.glob(".twolane/*/plan.json"), *folder.glob(".twolane/*/undo.json")):
        write_plan(plan.parent, plan.name, json.loads(plan.read_text()))


def _made(folder: Path, expected: dict[str, bytes]) -> str:
    if left := left_in(folder):
        return f"{left} is left"
    return "" if contents(folder) == expected else f"there is {sorted(contents(folder))}"


def one_file(folder: Path) -> Scenario:
    """A report takes the place of an older one."""
    before, after = (
        {"report.json": b"old " * 9, "notes.txt": b"mine"},
        {"report.json": b"new " * 8, "notes.txt": b"mine"},
    )

    def reset() -> None:
        emptied(folder)
        write_playbook(folder, before)

    def act() -> None:
        try:
            write_file(folder / "report.json", after["report.json"])
        except NotWritten as told:
            raise Expected from told

    return Scenario(
        "one-file", folder, reset, act, act, lambda kind: _finished(folder, before, after), lambda: _made(folder, after)
    )


def a_command(folder: Path, name: str, files: dict[str, bytes], *arguments: str) -> Scenario:
    """A command writes into a playbook of these files."""
    expected: dict[str, bytes] = {}

    def reset() -> None:
        emptied(folder)
        write_playbook(folder, files)

    def act() -> None:
        sys.argv = ["twolane", *arguments]
        with chdir(folder), redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
            run()

    def again() -> None:
        try:
            act()
        except SystemExit:
            # Where everything was written before the fault came, there is nothing more to do.
            if contents(folder) != expected:
                raise

    reset()
    with suppress(SystemExit):
        act()
    expected |= contents(folder)
    assert expected != files
    return Scenario(
        name,
        folder,
        reset,
        act,
        again,
        lambda kind: _finished(folder, files, expected),
        lambda: _made(folder, expected),
    )


def _nearly_all() -> dict[str, bytes]:
    """The files of a new playbook but for three."""
    with TemporaryDirectory() as folder:
        made = {Path(folder, name): text.encode() for name, text in starter_files().items()}
        write_together(made | out_of_date(Path(folder, "process/.schema")), Path(folder))
        missing = {"README.md", "process/new-customers/releases.yml", "process/.schema/roles.json"}
        return {name: data for name, data in contents(Path(folder)).items() if name not in missing}


def scenario(name: str, folder: Path) -> Scenario:
    """The scenario of this name in a folder."""
    target = folder / "site"
    changed = released(base_files())
    changed[PROCESS] = changed[PROCESS].replace(b"probability: 60", b"probability: 70")
    overdue = base_files()
    overdue[PROCESS] = overdue[PROCESS].replace(b"review_by: 2027", b"review_by: 2026")
    make: dict[str, Callable[[], Scenario]] = {
        "build": lambda: a_site(folder, name),
        "build-by-renames": lambda: a_site(folder, name, _two_renames),
        "build-onto-what-cannot-move": lambda: a_site(folder, name, _immovable(target), mixed=True),
        "build-onto-a-mount": lambda: a_site(folder, name, mixed=True),
        "several-files": lambda: several_files(folder),
        "one-file": lambda: one_file(folder),
        "release": lambda: a_command(folder, name, changed, "release", "new-business"),
        "new": lambda: a_command(folder, name, _nearly_all(), "new", ".", "--missing"),
        "baseline": lambda: a_command(folder, name, overdue, "check", "--baseline", "b.yml", "--write-baseline"),
    }
    return make[name]()


def main(name: str, folder: str) -> None:
    """Prints how many points of a scenario were tried, and what was wrong."""
    os.environ.update(plain_environment())
    count, wrong = tried(scenario(name, Path(folder)))
    sys.stdout.write(json.dumps({"points": count, "wrong": wrong}))


if __name__ == "__main__":
    main(*sys.argv[1:])
