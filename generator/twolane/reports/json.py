"""Findings as JSON for other programs, in a versioned form with a published schema."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from importlib import resources
from typing import Any

from twolane import __version__
from twolane.findings import Finding, Severity, shown
from twolane.reports.fingerprint import fingerprints
from twolane.reports.style import Style, plain
from twolane.source import Place

VERSION = 1
"""Raised when a key goes away or changes its meaning; new keys may come without that."""


def render(findings: Iterable[Finding], texts: Mapping[str, str], style: Style = plain) -> str:
    """The report of ``findings`` in their order, in ASCII; ``schema()`` describes it."""
    found = list(findings)
    counts = Counter(each.severity for each in found)
    few = shown(found)
    report = {
        "version": VERSION,
        "tool": {"name": "twolane", "version": __version__},
        "summary": {
            **{severity.word: counts[severity] for severity in reversed(Severity)},
            "files": len({each.place.file for each in found}),
        },
        "left_out": few.left_out,
        "findings": finding_values(few.findings, fingerprints(found)),
    }
    return json.dumps(report, indent=2) + "\n"


def finding_values(findings: Iterable[Finding], known: Mapping[Finding, str] | None = None) -> list[dict[str, Any]]:
    """The findings in their order, as any report in JSON holds them; ``known`` are the prints of all there are."""
    found = list(findings)
    prints = fingerprints(found) if known is None else known
    return [_finding(each, prints[each]) for each in found]


def schema() -> str:
    """The JSON Schema of the report, as text."""
    return resources.files("twolane.reports").joinpath("findings.schema.json").read_text("utf-8")


def _finding(finding: Finding, fingerprint: str) -> dict[str, Any]:
    return {
        "code": finding.rule.code,
        "slug": finding.rule.slug,
        "severity": finding.severity.word,
        "message": finding.message,
        "hint": finding.hint,
        "replacement": finding.replacement,
        **place_value(finding.place),
        "subject": str(finding.subject),
        "fingerprint": fingerprint,
        "related": [{**place_value(each.place), "message": each.message} for each in finding.related],
    }


def place_value(place: Place) -> dict[str, Any]:
    """A place, as any report in JSON holds it."""
    return {
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }
