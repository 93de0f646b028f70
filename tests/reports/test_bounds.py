"""Reports stay readable however much there is: the worst thousand findings, a count of the others, texts cut."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from rich.cells import cell_len

from tests.support.commands import twolane, write_playbook
from tests.support.npm import sarif_schema
from tests.support.playbooks import base_files
from twolane.findings import LONGEST, Finding, Related, Rule, Severity, Subject, shown
from twolane.reports import github, sarif, text
from twolane.reports import json as json_report
from twolane.reports.excerpt import excerpt
from twolane.reports.fingerprint import fingerprints
from twolane.source import Place

FILE = "process/glossary.yml"
WARNING = Rule("B203", "exit-without-evidence")
ERROR = Rule("D002", "duplicate-key", Severity.ERROR)


def found(warnings: int, errors: int = 0) -> list[Finding]:
    """So many warnings, each on a line of its own, and behind them errors, all about the same subject."""
    lines = [(WARNING, line) for line in range(1, warnings + 1)]
    lines += [(ERROR, line) for line in range(warnings + 1, warnings + errors + 1)]
    return [rule.on(Place(FILE, line), f"found on {line}", subject=Subject(FILE, key="x")) for rule, line in lines]


def valid(report: str, schema: dict[str, Any]) -> dict[str, Any]:
    """The report as values, once it fits the schema."""
    value: dict[str, Any] = json.loads(report)
    jsonschema.validate(value, schema)
    return value


def test_the_worst_are_shown() -> None:
    """Errors behind a thousand warnings are shown, in the order of reading."""
    few = shown(found(1000, errors=3))
    assert few.left_out == 3
    assert [each.place.line for each in few.findings] == [*range(1, 998), 1001, 1002, 1003]


@pytest.mark.parametrize(("number", "last"), [(1000, ""), (1001, "1 more finding"), (3500, "2,500 more findings")])
def test_text(number: int, last: str) -> None:
    """Below the findings stands how many more there are."""
    report = text.render(found(number), {})
    assert report.count("B203") == 1000
    assert report.endswith(f"\n… and {last}; mend these first, and they will be shown\n" if last else "found on 1000\n")


def test_json() -> None:
    """The summary counts all, the list holds the worst, and a fingerprint is that of the whole report."""
    findings = found(1200, errors=5)
    report = valid(json_report.render(findings, {}), json.loads(json_report.schema()))
    assert (report["summary"], report["left_out"]) == ({"error": 5, "warning": 1200, "advice": 0, "files": 1}, 205)
    assert len(report["findings"]) == 1000
    assert report["findings"][-1]["fingerprint"] == fingerprints(findings)[findings[-1]]
    assert valid(json_report.render(findings[:3], {}), json.loads(json_report.schema()))["left_out"] == 0


def test_sarif() -> None:
    """The run says how many results are missing."""
    (run,) = valid(sarif.render(found(1001), {}), sarif_schema())["runs"]
    assert len(run["results"]) == 1000
    (note,) = run["invocations"][0]["toolExecutionNotifications"]
    assert note["message"]["text"] == "1 more finding is not in this log."
    assert "invocations" not in json.loads(sarif.render(found(1000), {}))["runs"][0]


def test_github() -> None:
    """A last annotation says how many more there are."""
    lines = github.render(found(1002), {}).splitlines()
    assert (len(lines), lines[-1]) == (1001, "::notice title=Not shown::2 more findings")


def test_exit_code_and_summary_count_all(tmp_path: Path) -> None:
    """What is not shown fails the check all the same, and is summed up."""
    files = base_files() | {FILE: b"name: x\n" * 3000}
    answer = twolane("check", folder=write_playbook(tmp_path, files))
    assert answer.code == 1
    assert answer.output.endswith(
        "… and 2,000 more findings; mend these first, and they will be shown\n\n3000 errors in 1 file\n"
    )


def test_long_texts_are_cut() -> None:
    """Of each text of a finding the beginning is shown; what could be pasted is whole or not there."""
    long, place = "x" * 20_000, Place(FILE)
    finding = Finding(ERROR, long, place, Subject(long), long, long, (Related(place, long),))
    cut = "x" * (LONGEST - 1) + "…"
    texts = (finding.message, str(finding.subject), finding.hint, finding.related[0].message, finding.replacement)
    assert texts == (cut, cut, cut, cut, "")
    whole = Finding(ERROR, "x" * LONGEST, place, replacement="x" * LONGEST)
    assert whole.message == whole.replacement == "x" * LONGEST


@pytest.mark.parametrize("letter", ["x", "訪", "\t", "\x1b", "é"])
def test_excerpts_are_narrow(letter: str) -> None:
    """A line of any length is cut around its marker, to fewer than 200 columns."""
    found = excerpt(Place(FILE, 1, 500_001, 1, 500_010), letter * 1_000_000 + "x")
    assert found is not None
    assert cell_len(found.text) <= 200
    assert found.indent + found.width <= cell_len(found.text)
