"""Text reports: what a terminal gets to see of any file, and where the marker stands."""

from __future__ import annotations

import re

import pytest

from twolane.findings import Finding, Rule, Severity
from twolane.reports.style import coloured
from twolane.reports.text import render, summary
from twolane.source import Place

RULE = Rule("B203", "exit-without-evidence")


def finding(line: int, column: int, end: int, message: str = "nobody could verify it") -> Finding:
    return RULE.on(Place("process.yml", line, column, line, end), message)


def excerpt(text: str, column: int, end: int) -> tuple[str, str]:
    """The shown line and the line with its marker, without what stands before them."""
    shown, marker = render([finding(1, column, end)], {"process.yml": text}).split("\n")[3:5]
    return shown.removeprefix("1 |").removeprefix(" "), marker.removeprefix("  | ")


@pytest.mark.parametrize(
    ("text", "column", "end", "shown", "marker"),
    [
        ("name: Visit", 7, 12, "name: Visit", "      ^^^^^"),
        ("name: 訪問 here", 10, 14, "name: 訪問 here", "           ^^^^"),
        ("name: 訪問 here", 7, 9, "name: 訪問 here", "      ^^^^"),
        ("a: 👩‍🔧 b", 8, 9, "a: 👩‍🔧 b", "      ^"),
        ("e\u0301: x", 5, 6, "e\u0301: x", "   ^"),
        ("\tname: x", 2, 6, "→   name: x", "    ^^^^"),
        ("\tname: x", 1, 2, "→   name: x", "^^^^"),
        ("name: \x1b[31m", 7, 8, "name: <U+001B>[31m", "      ^^^^^^^^"),
        ("name: \u202eevil", 8, 12, "name: <U+202E>evil", "              ^^^^"),
        ("name:", 6, 6, "name:", "     ^"),
        ("name: x   ", 7, 11, "name: x", "      ^"),
        ("", 1, 1, "", ""),
    ],
)
def test_marker_stands_under_its_text(text: str, column: int, end: int, shown: str, marker: str) -> None:
    """The marker is as wide as what it marks is on a terminal; hidden characters are spelled out."""
    if text:
        assert excerpt(text, column, end) == (shown, marker)
    else:
        assert "|" not in render([finding(1, column, end)], {"process.yml": text})


@pytest.mark.parametrize("letter", ["a", "訪"])
@pytest.mark.parametrize("before", [0, 5, 39, 40, 41, 90, 500, 100_000])
@pytest.mark.parametrize("width", [1, 30, 200])
def test_long_lines_are_cut_around_the_marker(letter: str, before: int, width: int) -> None:
    """However long a line is, what is shown is at most 100 columns wide and the marker is in it."""
    wide = 2 if letter == "訪" else 1
    shown, marker = excerpt(letter * before + "#" * width + letter * 300, before + 1, before + width + 1)
    columns = sum(wide if each == letter else 1 for each in shown)
    assert columns <= 100
    assert len(marker) <= 100
    start = len(marker) - len(marker.lstrip(" "))
    assert shown.index("#") == start - (wide - 1) * shown[: shown.index("#")].count(letter)
    assert marker.strip() == "^" * min(width, shown.count("#"))


def test_place_of_several_lines_shows_the_first() -> None:
    """A place that goes on over more lines is marked to the end of its first one."""
    found = RULE.on(Place("process.yml", 1, 1, 2, 4), "too much")
    assert render([found], {"process.yml": "how: |\n  one\n"}).endswith("1 | how: |\n  | ^^^^^^\n")


def test_unknown_text_shows_no_excerpt() -> None:
    """A finding in a file that was not read, or behind its end, is told without a line of it."""
    expected = "process.yml:3:1: warning B203 exit-without-evidence\n    nobody could verify it\n"
    assert render([finding(3, 1, 2)], {}) == expected
    assert render([finding(3, 1, 2)], {"process.yml": "one\ntwo"}) == expected


def test_nothing_raw_reaches_a_terminal() -> None:
    """Neither a message nor a hint, a replacement or a file's name carries a control character out."""
    evil = "\x1b]0;title\x07 \u202e \u2066 \x9b31m \r"
    found = Finding(RULE, evil, Place(evil, 1, 1, 1, 2), hint=evil, replacement=evil)
    assert not set(render([found], {evil: evil})) & set(evil) - set("]0;title 31m")


def test_long_replacements_are_not_shown_whole() -> None:
    """Of many mended lines the first dozen is shown, and how many more there are."""
    found = RULE.on(Place("process.yml"), "tabs", replacement="\n".join(f"line {n}" for n in range(30)))
    assert render([found], {}).endswith("line 10\nline 11\n  … and 18 more lines in the same way\n")


def test_colour_adds_nothing_but_colour() -> None:
    """The report in colours is the plain one, with escape sequences for looks between."""
    found, texts = [finding(1, 7, 12)], {"process.yml": "name: Visit"}
    assert re.sub("\x1b\\[[0-9;]*m", "", render(found, texts, coloured)) == render(found, texts)


@pytest.mark.parametrize(
    ("severities", "ignored", "line"),
    [
        ([], 0, ""),
        ([], 2, "2 ignored"),
        ([Severity.ERROR], 0, "1 error in 1 file"),
        (
            [Severity.ADVICE] * 2 + [Severity.ERROR] * 2 + [Severity.WARNING],
            1,
            "2 errors, 1 warning, 2 advice in 1 file (1 ignored)",
        ),
    ],
)
def test_summary(severities: list[Severity], ignored: int, line: str) -> None:
    """The summary counts findings from the worst, their files, and what was ignored."""
    found = [Finding(RULE, "x", Place("process.yml"), severity=each) for each in severities]
    assert summary(found, ignored) == line
