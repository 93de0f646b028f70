"""Reports for programs: valid by their schemas, escaped by their rules, recognisable after lines have moved."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest

from tests.support.npm import sarif_schema
from tests.support.playbooks import base_files, checked
from twolane.build import Checked
from twolane.findings import Finding, Related, Rule, Severity, Subject
from twolane.reports import github, sarif
from twolane.reports import json as json_report
from twolane.reports.finding_formats import FORMATS
from twolane.reports.fingerprint import fingerprints
from twolane.source import Place

PROCESS = "process/new-business/process.yml"


def broken(before: str = "", after: str = "") -> Checked:
    """A playbook with mistakes of several kinds, with text put before and behind its process."""
    files = base_files()
    text = files[PROCESS].decode()
    text = text.replace("        evidence: Accepted invitation with the plant manager on it\n", "")
    text = text.replace("responsible: engineer", "responsible: enginer").replace("summary: How", "summary: Why: how")
    files[PROCESS] = f"{before}{text}{after}".encode()
    files["process/segments.yml"] += b"  - id: mid-size\n    name: \xe8\xa8\xaa\xe5\x95\x8f\n"
    return checked(files)


def validator(schema: dict[str, Any]) -> Any:
    kind = jsonschema.validators.validator_for(schema)
    kind.check_schema(schema)
    return kind(schema, format_checker=kind.FORMAT_CHECKER)


def test_json_is_valid() -> None:
    """What is reported as JSON fits the schema that the package ships, with findings and without."""
    schema = validator(json.loads(json_report.schema()))
    for found in (broken(), checked(base_files())):
        schema.validate(json.loads(json_report.render(found.findings, found.texts)))


def test_json_schema_refuses_what_is_not_reported() -> None:
    """The schema is no open door: a report without its version, or with an unknown severity, does not fit."""
    schema = validator(json.loads(json_report.schema()))
    found = broken()
    report = json.loads(json_report.render(found.findings, found.texts))
    report["findings"][0]["severity"] = "bad"
    del report["version"]
    assert len(list(schema.iter_errors(report))) == 2


def test_sarif_is_valid() -> None:
    """What is reported as SARIF fits SARIF's own schema, with findings and without."""
    schema = validator(sarif_schema())
    for found in (broken(), checked(base_files())):
        schema.validate(json.loads(sarif.render(found.findings, found.texts)))


def test_sarif_quotes_paths() -> None:
    """The path of a file is written as an address."""
    found = Rule("B203", "exit-without-evidence").on(Place("process/new business/ü#1.yml"), "x")
    assert '"uri": "process/new%20business/%C3%BC%231.yml"' in sarif.render([found], {})


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_found(name: str) -> None:
    """Every format has a report of nothing: none for people, an empty list for programs."""
    report = FORMATS[name].render([], {})
    assert report == "" or json.loads(report)


def test_fingerprints_outlive_moved_lines() -> None:
    """The same mistakes have the same fingerprints after lines were added above them and below."""
    now, later = broken(), broken(before="# a line\n\n", after="# and one\n")
    assert [each.place.line for each in now.findings] != [each.place.line for each in later.findings]
    assert set(fingerprints(now.findings).values()) == set(fingerprints(later.findings).values())


def test_fingerprints_tell_equals_apart() -> None:
    """Findings of one rule about one subject differ, in whatever order they come."""
    rule = Rule("D010", "unsafe-text")
    first, second = (rule.on(Place("a.yml", line), "HTML", subject=Subject("a.yml", key="how")) for line in (1, 2))
    other = replace(first, subject=Subject("a.yml", key="goal"))
    known = fingerprints([second, other, first])
    assert len(set(known.values())) == 3
    assert known == fingerprints([first, second, other])


def test_fingerprints_do_not_depend_on_words() -> None:
    """A message that is put better leaves the fingerprint alone."""
    finding = Rule("D010", "unsafe-text").on(Place("a.yml"), "HTML", subject=Subject("a.yml", key="how"))
    better = replace(finding, message="HTML stands here")
    assert fingerprints([finding])[finding] == fingerprints([better])[better]


def test_github_escapes() -> None:
    """What would end a command, a property or its value is escaped, so that no text becomes a command."""
    rule = Rule("B203", "exit-without-evidence", Severity.ADVICE)
    finding = replace(
        rule.on(Place("a,b:c%.yml", 2, 3, 2, 5), "100%\r\n::error::x", hint="go\non"),
        related=(Related(Place("d.yml", 4), "here"),),
    )
    assert github.render([finding], {}) == (
        "::notice file=a%2Cb%3Ac%25.yml,line=2,col=3,endColumn=4,endLine=2,title=B203 exit-without-evidence"
        "::100%25%0D%0A::error::x%0ASee d.yml:4:1: here%0AHelp: go%0Aon\n"
    )


def test_github_shows_the_worst_first() -> None:
    """GitHub shows ten annotations of a type: errors come before warnings, and those before advice."""
    rule = Rule("B203", "exit-without-evidence")
    mixed = [
        Finding(rule, "x", Place("a.yml", line), severity=severity)
        for line in range(1, 30)
        for severity in (Severity.ADVICE, Severity.ERROR, Severity.WARNING)
    ]
    types = [line.split(" ")[0] for line in github.render(mixed, {}).splitlines()]
    assert types == ["::error"] * 29 + ["::warning"] * 29 + ["::notice"] * 29
