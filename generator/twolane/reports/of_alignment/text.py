"""Alignment for a terminal: figures with bars, the two lines in characters, and what would mend them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from twolane.alignment.results import Alignment, Measure
from twolane.alignment.statements import left_out
from twolane.checks.misaligned import Aligned
from twolane.findings import Finding
from twolane.reports.of_alignment.cells import fitted, wrapped
from twolane.reports.of_alignment.report import Report
from twolane.reports.of_alignment.two_lines_text import drawn
from twolane.reports.visible import visible
from twolane.wording.spoken_language import texts

_BAR = 10
_COLUMNS = {"coverage": 8, "value": 7, "timing": 7, "order": 9, "ends": 5, "focus": 7, "total": 9}


def render(report: Report) -> str:
    """The report: a table of all processes, or each process in full."""
    if not report.whole:
        return _joined(_table(report))
    return "\n".join(_joined(_process(each, report)) for each in report.processes)


def _joined(lines: Iterator[str]) -> str:
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _table(report: Report) -> Iterator[str]:
    name = max(12, report.width - sum(width + 1 for width in _COLUMNS.values()))
    yield report.style("message", " " * name + "".join(f" {key:>{width}}" for key, width in _COLUMNS.items()))
    for each in report.processes:
        alignment = each.alignment
        measures = {measure.name: (measure.held, measure.of) for measure in alignment.measures}
        figures = {**measures, "total": (alignment.held, alignment.of)}
        label = fitted(_short_name(alignment, report), name, report.glyphs.cut)
        yield label + "".join(_cell(report, *figures[key], width) for key, width in _COLUMNS.items())
    if report.processes:
        worst = max(report.processes, key=lambda each: each.alignment.of - each.alignment.held).alignment
        yield from ("", f"`twolane align {worst.process.id}` draws one, and says what would mend it.")


def _short_name(alignment: Alignment, report: Report) -> str:
    status = alignment.process.status
    return alignment.process.id + ("" if status == "active" else f" ({status})")


def _cell(report: Report, held: int, of: int, width: int) -> str:
    text = f"{held}/{of}" if of else report.glyphs.nobody
    return " " + report.style(_look(held, of), f"{text:>{width}}")


def _look(held: int, of: int) -> str:
    return "gutter" if not of else "mended" if held == of else "warning"


def _process(aligned: Aligned, report: Report) -> Iterator[str]:
    alignment, process = aligned.alignment, aligned.alignment.process
    status = "" if process.status == "active" else f", {process.status}"
    title = f"{process.name} ({process.id} {process.version}{status})"
    yield from (report.style("message", line) for line in wrapped(title, report.width, "", ""))
    yield ""
    for measure in alignment.measures:
        yield _measure(measure, report)
    yield _figure("Total", alignment.held, alignment.of, "", report)
    picture = list(drawn(alignment, report))
    yield from ("", *picture) if picture else ()
    for sentence in left_out(alignment):
        yield from ("", *wrapped(report.glyphs.plain(sentence), report.width, "", ""))
    for finding in aligned.findings:
        yield from ("", *_finding(finding, report))
    if alignment.of and alignment.held == alignment.of and not aligned.findings:
        yield from ("", "Nothing to mend.")


def _measure(measure: Measure[Any], report: Report) -> str:
    title, counts = texts().measure_names[measure.name], texts().measure_counts[measure.name]
    return _figure(title, measure.held, measure.of, counts, report)


def _figure(title: str, held: int, of: int, counts: str, report: Report) -> str:
    """A line such as ``Value  ████░░░░░░  5 of 13  needs of the buyer that are met``."""
    if not of:
        return f"  {title:<8} {' ' * _BAR} {report.glyphs.nobody:>10}  {texts().nothing_to_compare}"
    # Full only where all holds, empty only where nothing does.
    cells = max(min(1, held), held * _BAR // of)
    bar = report.glyphs.filled * cells + report.glyphs.empty * (_BAR - cells)
    figure = f"  {title:<8} {report.style(_look(held, of), bar)} {f'{held} of {of}':>10}"
    room = report.width - (2 + 8 + 1 + _BAR + 1 + 10 + 2)
    return f"{figure}  {counts}" if len(counts) <= room else figure


def _finding(finding: Finding, report: Report) -> Iterator[str]:
    word, glyphs = finding.severity.word, report.glyphs
    name = report.style(word, f"{finding.rule.code} {finding.rule.slug}")
    yield f"{name}  {report.style('place', visible(str(finding.place)))}"
    yield from wrapped(glyphs.plain(finding.message), report.width, "    ", "    ")
    if finding.hint:
        indent = " " * (5 + len(glyphs.arrow))
        yield from wrapped(glyphs.plain(finding.hint), report.width, f"    {glyphs.arrow} ", indent)
