"""Reports of alignment stay readable whatever names, letters and times a playbook has."""

from __future__ import annotations

import json
import re
from typing import Any

import jsonschema
import pytest
from rich.cells import cell_len

from tests.support.processes import buyer_step, need, process, step
from twolane.alignment.analysis import align
from twolane.checks.misaligned import Aligned, misaligned
from twolane.model.playbook_file import Lanes
from twolane.model.process import Process
from twolane.reports.of_alignment import json as json_report
from twolane.reports.of_alignment import markdown, text
from twolane.reports.of_alignment.glyphs import ASCII, UNICODE, Glyphs, glyphs_for
from twolane.reports.of_alignment.report import Report


def report(given: Process, width: int = 80, glyphs: Glyphs = UNICODE) -> Report:
    """The report of one process."""
    alignment = align(given)
    return Report((Aligned(alignment, tuple(misaligned(alignment))),), Lanes(), width=width, glyphs=glyphs)


def many(name: str = "") -> Process:
    """12 buyer steps and 20 of ours, which overlap, some late, with names that begin with ``name``."""
    theirs = [buyer_step(f"buyer-{each}", each * 3, each * 3 + 5, need(f"n{each}")) for each in range(12)]
    ours = [
        step(f"seller-{each}", each * 2, each * 2 + 3, [f"buyer-{each // 2}"], [f"n{each // 2}"]) for each in range(20)
    ]
    for each in (*theirs, *ours):
        each["name"] = name + each["name"]
    return process(theirs, ours[:10], ours[10:])


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize(
    "name", ["", "x" * 80 + "-", "排产与交付" * 12, "👩‍🏭 Zoë "], ids=["short", "long", "wide", "joined"]
)
def test_fits_the_terminal(width: int, name: str) -> None:
    """No line is wider than the terminal, whatever the names; places alone may be, so that one can click on them."""
    lines = text.render(report(many(name), width)).split("\n")
    assert len(lines) > 40
    assert not [line for line in lines if cell_len(line) > width]


def test_bars_are_to_scale() -> None:
    """Twice the time is twice the bar, and what begins when another ends begins in the column behind it."""
    given = process(
        [buyer_step("a", 0, 10), buyer_step("b", 10, 30)], [step("c", 0, 10, ["a"]), step("d", 10, 30, ["b"])]
    )
    rows = [line for line in text.render(report(given)).split("\n") if "█" in line[20:] and not line.startswith("  ")]
    first, second = (re.search("█+", row) for row in rows)
    assert first is not None
    assert second is not None
    assert first.end() == second.start()
    assert abs(len(second[0]) - 2 * len(first[0])) <= 1


@pytest.mark.parametrize(
    ("begin", "end"), [(0.0, 0.0), (0.0, 1e300), (1e-300, 1.0), (0.1, 0.3), (99999.0, 100001.5), (5.0, 5.0)]
)
def test_any_times_can_be_drawn(begin: float, end: float) -> None:
    """A moment, an age, and anything between have a scale."""
    drawn = text.render(report(process([buyer_step("a", begin, end)], [step("b", begin, end, ["a"])])))
    assert "▬" in drawn
    assert all(cell_len(line) <= 80 for line in drawn.split("\n"))


@pytest.mark.parametrize(
    ("encoding", "glyphs"), [("utf-8", UNICODE), ("ascii", ASCII), ("cp1252", ASCII), ("none-such", ASCII)]
)
def test_characters_that_the_terminal_has(encoding: str, glyphs: Glyphs) -> None:
    """A terminal without the characters gets others, and nothing that it cannot show."""
    assert glyphs_for(encoding) is glyphs
    text.render(report(many(), glyphs=ASCII)).encode("ascii")


def test_control_characters_do_not_reach_the_terminal() -> None:
    """Names with control characters are shown with them spelled out."""
    given = process([buyer_step("a", 0, 1)], [step("b", 0, 1) | {"name": "\x1b[31mred\u202e"}])
    drawn = text.render(report(given))
    assert "\x1b" not in drawn
    assert "\u202e" not in drawn


def test_json_is_what_its_schema_says() -> None:
    """Every report in JSON fits the published schema, with whatever is wrong or missing."""
    schema = json.loads(json_report.schema())
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    untimed = process(
        [buyer_step("a", None, None, need("n"), need("q", "space"))], [step("b", None, None, ["a"], ["n"])]
    )
    late = process([buyer_step("a", 0, 0.1, need("n"))], [step("b", 0.3, 1e22, ["a"], ["n"])])
    for given in (process([]), many(), untimed, late):
        validator.validate(json.loads(json_report.render(report(given))))


def test_json_tells_every_check() -> None:
    """The figures are those of the checks that are listed, each with what is wrong and what would mend it."""
    given = process([buyer_step("a", 0, 0.1, need("n"))], [step("b", 0.3, 1, ["a"], ["n"])])
    (told,) = json.loads(json_report.render(report(given)))["processes"]
    assert (told["held"], told["of"]) == (4, 6)
    timing: dict[str, Any] = told["measures"]["timing"]
    assert timing == {
        "held": 0,
        "of": 1,
        "checks": [
            {
                "held": False,
                "step": "b",
                "need": "n",
                "late": "0.2",
                "problem": "“B” comes 0.2 weeks too late for “What n is”: it begins in week 0.3, and that is needed "
                "until week 0.1",
                "mend": "move “B” 0.2 weeks earlier",
            }
        ],
    }
    assert [finding["code"] for finding in told["findings"]] == ["A305", "A308"]


def test_markdown_of_several_processes() -> None:
    """Several processes begin with a table of all; one that has nothing to compare says so."""
    one, two = report(process([])), report(many())
    made = markdown.render(Report((*one.processes, *two.processes), Lanes()))
    assert made.startswith("| Process | Coverage | Value |")
    assert "Version 1.0.0. There is nothing to compare." in made
