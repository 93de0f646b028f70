"""Changing one value in a file that people write: nothing else in it changes, or nothing is written at all."""

from __future__ import annotations

from datetime import date

import pytest

from tests.support.playbooks import playbook
from twolane.history.release_writing import CannotEdit, with_release, with_version
from twolane.model.process import Process
from twolane.model.releases import Release

REST = "id: p\nname: P\n"
ENTRY = Release(version="1.1.0", date=date(2026, 10, 1), summary="- One thing.\n- And another: this.", level="minor")


def process(text: str) -> Process:
    """The process in a file of this text."""
    return playbook({"process/playbook.yml": b"title: T\n", "process/p/process.yml": text.encode()}).processes[0]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("version: 1.0.0", "version: 1.1.0"),
        ("version: 1.0.0 # ours", "version: 1.1.0 # ours"),
        ("version:    '1.0.0'", "version:    '1.1.0'"),
        ('"version": "1.0.0"', '"version": "1.1.0"'),
        ("version:\n  1.0.0", "version:\n  1.1.0"),
        ("# version: 1.0.0\nversion: 1.0.0\nsummary: 1.0.0", "# version: 1.0.0\nversion: 1.1.0\nsummary: 1.0.0"),
        ("summary: Ü – 𝄞\nversion: 1.0.0", "summary: Ü – 𝄞\nversion: 1.1.0"),
    ],
)
def test_only_the_version_changes(before: str, after: str) -> None:
    """The version is replaced where it stands, with its quotes; the same digits elsewhere stay."""
    text = REST + before + "\n"
    assert with_version(text, process(text), "1.1.0") == REST + after + "\n"


def test_version_in_a_flow_mapping() -> None:
    """A process that is written on one line is edited there."""
    text = "{id: p, name: P, version: 1.0.0, status: draft}\n"
    assert with_version(text, process(text), "2.0.0") == text.replace("1.0.0", "2.0.0")


@pytest.mark.parametrize("version", ["version: >-\n  1.0.0\n", "version: &v 1.0.0\nsummary: *v\n"])
def test_version_that_nobody_can_edit_alone(version: str) -> None:
    """Where the version is written in an odd way, a person has to do it."""
    text = REST + version
    with pytest.raises(CannotEdit, match=r"write `version: 1\.1\.0` there by hand"):
        with_version(text, process(text), "1.1.0")


def test_entry_is_written_as_people_write() -> None:
    """A new ledger names its schema; a summary of several lines is a block."""
    assert with_release("", ENTRY) == (
        "# yaml-language-server: $schema=../.schema/releases.json\n"
        "releases:\n"
        "  - version: 1.1.0\n"
        "    date: 2026-10-01\n"
        "    summary: |-\n"
        "      - One thing.\n"
        "      - And another: this.\n"
        "    level: minor\n"
    )


def test_other_entries_stay_as_they_are() -> None:
    """Comments, order and layout of the entries that are there stay."""
    before = "releases:\n# The first.\n- {version: 1.0.0,   date: 2026-01-01}   # on paper\n"
    after = with_release(before, ENTRY)
    assert after.startswith("releases:\n- version: 1.1.0\n  date: 2026-10-01\n")
    assert after.endswith(before.removeprefix("releases:\n"))


@pytest.mark.parametrize(
    "text", ["releases: [", "releases:\n  - {version: 1.0}\n", "releases:\n  - {date: 2026-01-01}\n"]
)
def test_ledger_with_mistakes(text: str) -> None:
    """Nothing is added to a ledger that cannot be read: what is wrong there might be lost."""
    with pytest.raises(CannotEdit, match="mend what `twolane check` says of it first"):
        with_release(text, ENTRY)
