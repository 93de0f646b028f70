"""Alignment as Markdown, as GitHub and GitLab show it in a pull request: tables, and a diagram by Mermaid."""

from __future__ import annotations

import re
from collections.abc import Iterator

from twolane.alignment.results import Alignment
from twolane.alignment.statements import left_out
from twolane.checks.misaligned import Aligned
from twolane.reports.markdown_text import escaped, escaped_line, one_line
from twolane.reports.of_alignment.report import Report
from twolane.wording.spoken_language import texts

_CODE = re.compile(r"(`[^`|]+`)")


def render(report: Report) -> str:
    """A heading per process, below a table of all where there are several."""
    parts = [] if len(report.processes) == 1 else [_table(report)]
    parts += ["\n".join(_process(each, report)) + "\n" for each in report.processes]
    return "\n".join(parts)


def _table(report: Report) -> str:
    titles = list(texts().measure_names.values())
    rows = ["| Process | " + " | ".join((*titles, "Total")) + " |", "| --- |" + " ---: |" * 7]
    for each in report.processes:
        alignment = each.alignment
        figures = [(measure.held, measure.of) for measure in alignment.measures]
        cells = [_figure(*figure) for figure in (*figures, (alignment.held, alignment.of))]
        rows.append(f"| {_name(alignment)} | " + " | ".join(cells) + " |")
    return "\n".join(rows) + "\n"


def _name(alignment: Alignment) -> str:
    process = alignment.process
    status = "" if process.status == "active" else f" ({process.status})"
    return f"{escaped(process.name)}{status}"


def _figure(held: int, of: int) -> str:
    return f"{held} of {of}" if of else "–"


def _process(aligned: Aligned, report: Report) -> Iterator[str]:
    alignment, process = aligned.alignment, aligned.alignment.process
    yield f"## Alignment: {_name(alignment)}"
    yield from ("", f"Version {escaped(process.version)}. {_total(alignment)}", "")
    yield from ("| Measure | Holds | What is counted |", "| --- | ---: | --- |")
    for measure in alignment.measures:
        title = texts().measure_names[measure.name]
        counts = texts().measure_counts[measure.name] if measure.of else texts().nothing_to_compare
        yield f"| {title} | {_figure(measure.held, measure.of)} | {counts} |"
    diagram = report.diagrams.get(process.id, "")
    if diagram:
        yield from ("", "```mermaid", diagram.rstrip("\n"), "```")
    for sentence in left_out(alignment):
        yield from ("", escaped(sentence))
    if aligned.findings:
        yield from ("", "| Rule | What is wrong | What would mend it | Where |", "| --- | --- | --- | --- |")
        for finding in aligned.findings:
            rule = f"{finding.rule.code} {finding.rule.slug}"
            where = escaped(f"{finding.place.file}:{finding.place.line}")
            yield f"| {rule} | {_sentence(finding.message)} | {_sentence(finding.hint)} | {where} |"


def _total(alignment: Alignment) -> str:
    return (
        f"{alignment.held} of {alignment.of} checks hold."
        if alignment.of
        else f"There is {texts().nothing_to_compare}."
    )


def _sentence(text: str) -> str:
    """A sentence with a capital and a full stop; what is to be written stays code, in which nothing is active."""
    parts = _CODE.split(one_line(f"{text[:1].upper()}{text[1:]}.") if text else "")
    return "".join(each if number % 2 else escaped_line(each) for number, each in enumerate(parts))
