"""Everything that pages are made from is read before the first of them is drawn."""

from __future__ import annotations

import sys
import sysconfig
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from tests.support.commands import write_playbook
from tests.support.histories import with_history
from tests.support.playbooks import checked
from tests.support.sites import SETTINGS
from twolane.build import contents_of
from twolane.model.audiences import for_audience
from twolane.pages.assembling import pages_and_notes
from twolane.site.template_folders import template_folders

READING = ("open", "os.listdir", "os.scandir", "subprocess.Popen")
PARSING = ("/twolane/yaml_text/", "/twolane/history/frozen.py", "/twolane/loading/playbook_files.py", "/ast.py")
PYTHON = sysconfig.get_path("stdlib")
"""Python reads modules of its own when something first needs them."""
_watched: list[list[str]] = []


def _hear(event: str, arguments: tuple[Any, ...]) -> None:
    """Takes down what is read while somebody watches; a hook stays for as long as Python runs."""
    if _watched and event in READING:
        path = str(arguments[0])
        templates = (str(folder.path) for folder in template_folders())
        if not path.startswith((PYTHON, *templates)) and "__pycache__" not in path:
            _watched[-1].append(f"{event} {path}")


sys.addaudithook(_hear)


@contextmanager
def watched() -> Iterator[list[str]]:
    """What is read and parsed meanwhile."""
    seen: list[str] = []

    def see(frame: FrameType, event: str, _: object) -> None:
        file = frame.f_code.co_filename.replace("\\", "/")
        if event == "call" and any(each in file for each in PARSING):
            seen.append(f"{frame.f_code.co_name} of {file}")

    before = sys.getprofile()
    _watched.append(seen)
    sys.setprofile(see)
    try:
        yield seen
    finally:
        sys.setprofile(before)
        _watched.pop()


@pytest.mark.parametrize("audience", ["", "partner"])
def test_drawing_reads_no_file_and_parses_no_text(tmp_path: Path, audience: str) -> None:
    """From the values to the bodies nothing is opened but templates, and no YAML is read, of releases neither."""
    root = write_playbook(tmp_path, with_history())
    found = checked(with_history())
    assert found.playbook is not None
    shown = for_audience(found.playbook, audience)
    settings = replace(SETTINGS, root=root)
    contents = contents_of(shown, settings)
    with watched() as seen:
        made, _ = pages_and_notes(contents, found.findings, settings)
    assert seen == []
    assert ("new-business/versions/1.0.0" in {page.path for page in made}) is (audience == "")


def test_watching_sees_what_is_read_and_parsed(tmp_path: Path) -> None:
    """The watch itself is no blind one: reading everything that pages are made from is seen."""
    root = write_playbook(tmp_path, with_history())
    whole = checked(with_history()).playbook
    assert whole is not None
    with watched() as seen:
        contents_of(whole, replace(SETTINGS, root=root))
    assert any(each.startswith(f"open {root}") for each in seen)
    assert any(each.startswith("thaw of ") for each in seen)
