"""Findings as SARIF 2.1.0 (OASIS, 2020), which code hosts and editors read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

from twolane import __version__
from twolane.checks.all_rules import ALL_RULES
from twolane.checks.rule_docs import RulePage, page
from twolane.findings import Finding, Severity, more, shown
from twolane.reports.fingerprint import fingerprints
from twolane.reports.style import Style, plain
from twolane.source import Place

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}
_HOME = "https://github.com/twolane/twolane"


def render(findings: Iterable[Finding], texts: Mapping[str, str], style: Style = plain) -> str:
    """A SARIF log with one run, in ASCII; columns are counted in code points."""
    found = list(findings)
    known, few = fingerprints(found), shown(found)
    codes = {each.rule.code for each in few.findings}
    rules = [page(each) for each in ALL_RULES if each.RULE.code in codes]
    numbers = {each.code: number for number, each in enumerate(rules)}
    results = [_result(each, known[each], numbers) for each in few.findings]
    return json.dumps(log([_rule(each) for each in rules], results, more(few.left_out)), indent=2) + "\n"


def log(rules: list[dict[str, Any]], results: list[dict[str, Any]], rest: str = "") -> dict[str, Any]:
    """A log with one run of these rules and results; ``rest`` says how many more there are."""
    driver = {"name": "Twolane", "version": __version__, "informationUri": _HOME, "rules": rules}
    note = {"level": "warning", "message": {"text": f"{rest} {'is' if rest[:2] == '1 ' else 'are'} not in this log."}}
    invocation = {"executionSuccessful": True, "toolExecutionNotifications": [note]}
    run = {
        "tool": {"driver": driver},
        **({"invocations": [invocation]} if rest else {}),
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(rule: RulePage) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.slug.split("-")),
        "shortDescription": {"text": _unwrapped(rule.finds.split("\n\n")[0])},
        "fullDescription": {"text": _unwrapped(rule.finds)},
        "help": {"text": _help(rule, "{}\n"), "markdown": _help(rule, "```yaml\n{}\n```\n")},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": list(rule.principles)},
    }


def _unwrapped(text: str) -> str:
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in text.split("\n\n"))


def _help(rule: RulePage, code: str) -> str:
    parts = [_unwrapped(each) for each in (rule.why, rule.mend) if each]
    parts += [f"When it is wrong: {_unwrapped(rule.wrong_when)} {rule.say_so}"] if rule.wrong_when else []
    examples = (("This fails:", rule.fails), ("This passes:", rule.passes))
    return "\n\n".join([*parts, *(f"{title}\n\n{code.format(text)}" for title, text in examples if text)])


def _result(finding: Finding, fingerprint: str, numbers: Mapping[str, int]) -> dict[str, Any]:
    return {
        "ruleId": finding.rule.code,
        **({"ruleIndex": numbers[finding.rule.code]} if finding.rule.code in numbers else {}),
        "level": _LEVELS[finding.severity],
        "message": {"text": "\n".join(filter(None, (finding.message, finding.hint)))},
        "locations": [{"physicalLocation": location(finding.place)}],
        "relatedLocations": [
            {"id": number, "physicalLocation": location(each.place), "message": {"text": each.message}}
            for number, each in enumerate(finding.related, start=1)
        ],
        "partialFingerprints": {"twolaneFinding/v1": fingerprint},
    }


def location(place: Place) -> dict[str, Any]:
    """A place as a physical location; the path of its file is written as an address."""
    return {
        "artifactLocation": {"uri": quote(place.file)},
        "region": {
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": place.end_line,
            "endColumn": place.end_column,
        },
    }
