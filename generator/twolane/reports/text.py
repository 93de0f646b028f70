"""Findings as text for people: the place, what is wrong, the line with a marker under it, what mends it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from twolane.findings import Finding, Related, Severity, more, shown
from twolane.reports.excerpt import Excerpt, excerpt
from twolane.reports.style import Style, plain
from twolane.reports.visible import visible, visible_lines

_MOST_MENDED = 12


def render(findings: Iterable[Finding], texts: Mapping[str, str], style: Style = plain) -> str:
    """The report of ``findings`` in their order; empty where there are none.

    ``texts`` are the files by the path that findings name; the excerpt of a file that is not among them is
    left out. Everything that comes from a file is made visible: no control character reaches the terminal. Of very
    many findings the worst are shown, and the others are counted.
    """
    few = shown(findings)
    parts = [_finding(each, texts, style) for each in few.findings]
    rest = more(few.left_out)
    parts += [iter((style("help", f"… and {rest}; mend these first, and they will be shown"),))] if rest else []
    return "\n".join("".join(f"{line}\n" for line in part) for part in parts)


def summary(findings: Iterable[Finding], ignored: int = 0, known: int = 0) -> str:
    """How much was found, in a line: ``2 errors, 1 warning in 3 files (1 ignored, 4 in the baseline)``.

    Empty where there is nothing.
    """
    found = list(findings)
    counts = Counter(each.severity for each in found)
    parts = [_counted(counts[severity], severity) for severity in sorted(counts, reverse=True)]
    files = len({each.place.file for each in found})
    where = f" in {files} {'file' if files == 1 else 'files'}" if found else ""
    both = ((ignored, "ignored"), (known, "in the baseline"))
    without = ", ".join(f"{number} {how}" for number, how in both if number)
    left_out = f"({without})" if found and without else without
    return " ".join(each for each in (", ".join(parts) + where, left_out) if each)


def _counted(count: int, severity: Severity) -> str:
    plural = "" if count == 1 or severity is Severity.ADVICE else "s"
    return f"{count} {severity.word}{plural}"


def _finding(finding: Finding, texts: Mapping[str, str], style: Style) -> Iterator[str]:
    word = finding.severity.word
    name = f"{finding.rule.code} {finding.rule.slug}"
    yield f"{style('place', visible(f'{finding.place}:'))} {style(word, word)} {style(word, name)}"
    for line in visible_lines(finding.message):
        yield f"    {style('message', line)}"
    primary = excerpt(finding.place, texts.get(finding.place.file, ""))
    others = [(each, excerpt(each.place, texts.get(each.place.file, ""))) for each in finding.related]
    digits = max(len(str(each.line)) for each in (primary, *(cut for _, cut in others), _NO_LINE) if each)
    yield from _excerpt(primary, digits, "^", word, style)
    for related, cut in others:
        yield from _related(related, cut, digits, style)
    yield from _advice(finding, digits, style)


_NO_LINE = Excerpt(1, "", 0, 0)


def _excerpt(cut: Excerpt | None, digits: int, mark: str, part: str, style: Style) -> Iterator[str]:
    if cut is None:
        return
    empty = " " * digits
    yield style("gutter", f"{empty} |")
    yield f"{style('gutter', f'{cut.line:>{digits}} |')} {cut.text}".rstrip()
    yield f"{style('gutter', f'{empty} |')} {' ' * cut.indent}{style(part, mark * cut.width)}"


def _related(related: Related, cut: Excerpt | None, digits: int, style: Style) -> Iterator[str]:
    words = f"see {related.place}: {related.message}"
    yield f"{' ' * digits} {style('related', f'= {visible(words)}')}"
    yield from _excerpt(cut, digits, "-", "related", style)


def _advice(finding: Finding, digits: int, style: Style) -> Iterator[str]:
    indent = " " * digits
    if finding.hint:
        first, *rest = visible_lines(finding.hint)
        yield f"{indent} {style('help', '= help:')} {first}"
        yield from (f"{indent}         {line}" for line in rest)
    if finding.replacement:
        # Without a gutter and with its indent, so that a line that is selected is a line to paste.
        lines = visible_lines(finding.replacement)
        yield f"{indent} {style('help', '= mended:')}"
        yield from (style("mended", line) for line in lines[:_MOST_MENDED])
        if len(lines) > _MOST_MENDED:
            yield f"{indent} {style('help', f'… and {len(lines) - _MOST_MENDED} more lines in the same way')}"
