"""A user can scan CHANGELOG.md: one line a thing, short, below the usual headings, the newest version first."""

from __future__ import annotations

import re

from packaging.version import Version

from tests.support.documents import read

TEXT = read("CHANGELOG.md")
KINDS = ("Added", "Changed", "Deprecated", "Removed", "Fixed", "Security")
"""The headings below a version, in their order."""
LONGEST = 160
ENTRIES = [line for line in TEXT.splitlines() if line.startswith("-")]


def test_headings_are_the_usual_ones() -> None:
    """A version is what is unreleased or a number with a day, and has each kind of change once, in one order."""
    for version in re.split(r"^## ", TEXT, flags=re.MULTILINE)[1:]:
        assert re.match(r"\[(Unreleased\]|\d+\.\d+\.\d+\] - \d{4}-\d\d-\d\d)\n", version)
        kinds = re.findall(r"^### (.*)$", version, re.MULTILINE)
        assert kinds == [kind for kind in KINDS if kind in kinds]
    assert set(re.findall(r"^(#+) ", TEXT, re.MULTILINE)) == {"#", "##", "###"}


def test_newest_version_is_first() -> None:
    """What is unreleased stands before all versions, and they go backwards."""
    first, *released = re.findall(r"^## \[(.*?)\]", TEXT, re.MULTILINE)
    assert first == "Unreleased"
    assert released == sorted(released, key=Version, reverse=True)


def test_a_thing_is_one_short_line() -> None:
    """Below a kind of change stand only entries, each a whole sentence on one line that fits a window."""
    lists = re.findall(r"^### .*\n((?:(?!##).*\n)*)", TEXT, re.MULTILINE)
    lines = [line for each in lists for line in each.splitlines() if line]
    assert [line for line in lines if not re.fullmatch(r"- \S.*\.", line)] == []
    assert [line for line in lines if len(line) > LONGEST] == []
    assert lines == ENTRIES


def test_a_line_begins_with_the_thing() -> None:
    """No entry begins with what was done to the thing, which its heading says already."""
    verbs = r"- (Add|Allow|Change|Fix|Improve|Introduce|Make|Remove|Support|Update|Now|The|A|An)(e?d|s|ing)? "
    assert [line for line in ENTRIES if re.match(verbs, line)] == []


def test_no_line_stands_twice() -> None:
    """Each thing is said once."""
    assert len(set(ENTRIES)) == len(ENTRIES)
