"""Findings as annotations of a GitHub workflow, the worst first: of each type GitHub shows ten a step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from twolane.findings import Finding, Severity, more, shown, worst_first
from twolane.reports.style import Style, plain
from twolane.source import Place

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}


def render(findings: Iterable[Finding], texts: Mapping[str, str], style: Style = plain) -> str:
    """A workflow command per finding and line; the ones past the tenth stay readable in the step's log."""
    few = shown(findings)
    lines = [_annotation(each) for each in worst_first(few.findings)]
    return "".join(f"{line}\n" for line in (*lines, *left_out(more(few.left_out))))


def _annotation(finding: Finding) -> str:
    title = f"{finding.rule.code} {finding.rule.slug}"
    return annotation(_COMMANDS[finding.severity], finding.place, title, _words(finding))


def annotation(command: str, place: Place, title: str, words: str) -> str:
    """One workflow command: ``command`` is ``error``, ``warning`` or ``notice``; nothing in the texts ends it."""
    one_line = place.line == place.end_line
    properties = {
        "file": place.file,
        "line": place.line,
        # GitHub takes columns only of a place within one line.
        **({"col": place.column, "endColumn": max(place.column, place.end_column - 1)} if one_line else {}),
        "endLine": place.end_line,
        "title": title,
    }
    written = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{command} {written}::{_data(words)}"


def left_out(rest: str) -> Iterator[str]:
    """The last annotation, which says how many more there are; none where there are none."""
    if rest:
        yield f"::notice title=Not shown::{rest}"


def _words(finding: Finding) -> str:
    related = [f"See {each.place}: {each.message}" for each in finding.related]
    mended = [f"Mended:\n{finding.replacement}"] if finding.replacement else []
    return "\n".join([finding.message, *related, *([f"Help: {finding.hint}"] if finding.hint else []), *mended])


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
