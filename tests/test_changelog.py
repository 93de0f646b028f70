"""A user can scan CHANGELOG.md: one line a thing, short, by headings and themes, the newest version first."""

from __future__ import annotations

import re

from packaging.version import Version

from tests.support.documents import read

TEXT = read("CHANGELOG.md")
KINDS = ("Added", "Changed", "Deprecated", "Removed", "Fixed", "Security")
"""The headings below a version, in their order."""
THEMES = ("Site", "Checks", "Changes", "Deals", "Safety", "For developers")
"""What things are about, in the order in which they stand below a heading."""
MOST_HIGHLIGHTS = 10
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


def lists() -> list[list[str]]:
    """The lines below each kind of change, without the empty ones."""
    found = re.findall(r"^### .*\n((?:(?!##).*\n)*)", TEXT, re.MULTILINE)
    return [[line for line in each.splitlines() if line] for each in found]


def highlights() -> list[list[str]]:
    """The entries of each version before its first heading."""
    found = re.findall(r"^## .*\n((?:(?!##).*\n)*)", TEXT, re.MULTILINE)
    return [[line for line in each.splitlines() if line.startswith("-")] for each in found]


def test_a_thing_is_one_short_line() -> None:
    """Each entry is a whole sentence on one line that fits a window, and stands below a heading or is a highlight."""
    assert [line for line in ENTRIES if not re.fullmatch(r"- \S.*\.", line)] == []
    assert [line for line in ENTRIES if len(line) > LONGEST] == []
    below = [line for each in lists() for line in each if not line.startswith("**")]
    assert [*(line for each in highlights() for line in each), *below] == ENTRIES


def test_things_stand_by_theme() -> None:
    """Below a heading each thing stands behind the bold name of its theme, and each theme once, in one order."""
    for lines in lists():
        assert lines[0].startswith("**")
        named = [line.strip("*") for line in lines if line.startswith("**")]
        assert named == [theme for theme in THEMES if theme in named]


def test_highlights_are_few() -> None:
    """What a version is about is read at a glance."""
    assert all(len(each) <= MOST_HIGHLIGHTS for each in highlights())


def test_a_line_begins_with_the_thing() -> None:
    """No entry begins with what was done to the thing, which its heading says already."""
    verbs = r"- (Add|Allow|Change|Fix|Improve|Introduce|Make|Remove|Support|Update|Now|The|A|An)(e?d|s|ing)? "
    assert [line for line in ENTRIES if re.match(verbs, line)] == []


def test_no_line_stands_twice() -> None:
    """Each thing is said once."""
    assert len(set(ENTRIES)) == len(ENTRIES)
