"""Findings as SARIF 2.1.0 (OASIS, 2020), which code hosts and editors read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from twolane import __version__
from twolane.findings import Finding, Rule, Severity
from twolane.reports.fingerprint import fingerprints
from twolane.reports.style import Style, plain
from twolane.source import Place

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}
_HOME = "https://github.com/twolane/twolane"


def render(findings: Iterable[Finding], texts: Mapping[str, str], style: Style = plain) -> str:
    """A SARIF log with one run, in ASCII; columns are counted in code points."""
    found = list(findings)
    known = fingerprints(found)
    rules = sorted({each.rule for each in found}, key=lambda rule: rule.code)
    driver = {
        "name": "Twolane",
        "version": __version__,
        "informationUri": _HOME,
        "rules": [_rule(each) for each in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(each, known[each], rules) for each in found],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.slug.split("-")),
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": list(rule.principles)},
    }


def _result(finding: Finding, fingerprint: str, rules: Sequence[Rule]) -> dict[str, Any]:
    return {
        "ruleId": finding.rule.code,
        "ruleIndex": rules.index(finding.rule),
        "level": _LEVELS[finding.severity],
        "message": {"text": "\n".join(filter(None, (finding.message, finding.hint)))},
        "locations": [{"physicalLocation": _location(finding.place)}],
        "relatedLocations": [
            {"id": number, "physicalLocation": _location(each.place), "message": {"text": each.message}}
            for number, each in enumerate(finding.related, start=1)
        ],
        "partialFingerprints": {"twolaneFinding/v1": fingerprint},
    }


def _location(place: Place) -> dict[str, Any]:
    return {
        "artifactLocation": {"uri": quote(place.file)},
        "region": {
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": place.end_line,
            "endColumn": place.end_column,
        },
    }
