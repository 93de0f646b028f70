"""The two lines in characters: ours above, the buyer's below, each step to scale, each need with a mark."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from rich.cells import cell_len

from twolane.alignment.lines import Lines, Ours, Theirs, lines
from twolane.alignment.results import Alignment
from twolane.alignment.statements import amount, number
from twolane.alignment.time_spans import Span
from twolane.reports.of_alignment.cells import fitted, wrapped
from twolane.reports.of_alignment.report import Report
from twolane.reports.of_alignment.time_columns import Scale, all_spans, scale

_LABEL = 30
_NARROWEST = 20
_WIDEST_REFERENCES = 5


@dataclass(frozen=True, slots=True)
class _Canvas:
    """What every row is drawn with; ``timed`` is false where steps are drawn by their order."""

    report: Report
    alignment: Alignment
    lines: Lines
    scale: Scale
    timed: bool
    references: int


def drawn(alignment: Alignment, report: Report) -> Iterator[str]:
    """The rows of the drawing; none where one of the lines is missing."""
    both = lines(alignment.process)
    if not both.ours or not both.theirs:
        return
    columns = max(_NARROWEST, report.width - _LABEL - 1)
    found = scale(all_spans(both), columns)
    by_order = Scale(Decimal(0), Decimal(len(both.theirs)), columns)
    canvas = _Canvas(report, alignment, both, found or by_order, found is not None, _references(both, report))
    yield report.style("message", _label(canvas, report.lanes.seller).rstrip())
    for our in both.ours:
        yield _our_row(canvas, our)
    yield report.style("gutter", _axis(canvas))
    yield report.style("message", _label(canvas, report.lanes.buyer).rstrip())
    for their in both.theirs:
        yield from _their_rows(canvas, their)
    yield from ("", *_legend(canvas))


def _label(canvas: _Canvas, text: str, width: int = _LABEL) -> str:
    return fitted(canvas.report.glyphs.plain(text), width, canvas.report.glyphs.cut)


def _references(both: Lines, report: Report) -> int:
    """The columns for the numbers of the buyer steps that a step serves."""
    return min(max(len(_served(our, report)) for our in both.ours), _WIDEST_REFERENCES)


def _served(our: Ours, report: Report) -> str:
    return ",".join(str(each + 1) for each in our.serves) or report.glyphs.nobody


def _our_row(canvas: _Canvas, our: Ours) -> str:
    glyphs, columns = canvas.report.glyphs, canvas.references
    served = fitted(_served(our, canvas.report), columns, glyphs.cut)
    label = f"{_label(canvas, our.step.name, _LABEL - columns - 1)} {served}"
    span = our.span if canvas.timed else _by_order(our)
    bar = _bar(canvas, span, glyphs.idle if our.is_orphan else glyphs.ours, _remark(canvas, our))
    return f"{label} {canvas.report.style('warning' if our.is_orphan else 'seller', bar)}".rstrip()


def _by_order(our: Ours) -> Span | None:
    return Span(Decimal(our.serves[0]), Decimal(our.serves[-1] + 1)) if our.serves else None


def _remark(canvas: _Canvas, our: Ours) -> str:
    """What is wrong with the times of a step, in a few words."""
    unit = canvas.alignment.process.time_unit
    gaps = [each.late for each in canvas.alignment.timing.failing if each.step is our.step]
    disturbs = any(each.step is our.step for each in canvas.alignment.disturbances)
    worst = max(gaps, key=abs, default=None)
    words = [] if worst is None else [f"{amount(worst, unit)} {'late' if worst > 0 else 'early'}"]
    return ", ".join((*words, *(["in quiet time"] if disturbs else [])))


def _bar(canvas: _Canvas, span: Span | None, glyph: str, remark: str = "") -> str:
    """A bar with its remark behind it or, where there is no room, before it."""
    columns = canvas.scale.columns
    if span is None:
        return "no time" if canvas.timed else ""
    first, last = canvas.scale.bar(span)
    bar = " " * first + glyph * (last - first)
    if not remark or cell_len(remark) + 1 <= columns - last:
        return f"{bar} {remark}".rstrip()
    if cell_len(remark) + 1 <= first:
        return " " * (first - cell_len(remark) - 1) + f"{remark} " + glyph * (last - first)
    return bar


def _axis(canvas: _Canvas) -> str:
    """A line of ticks, with the times under some of them written into it."""
    glyphs, grid = canvas.report.glyphs, canvas.scale
    row = [glyphs.dash] * grid.columns
    unit = canvas.alignment.process.time_unit
    if not canvas.timed:
        return f"{_label(canvas, 'by order')} {''.join(row)}"
    for time, column in _ticks(grid):
        text = f"{glyphs.tick}{number(time)}"
        row[column : column + len(text)] = text
    return f"{_label(canvas, f'{unit}s')} {''.join(row)[: grid.columns]}"


def _ticks(grid: Scale) -> Iterator[tuple[Decimal, int]]:
    """Round times with enough room between them, and their columns."""
    step, size = Decimal(1), grid.end - grid.begin
    factors = (Decimal("2"), Decimal("2.5"), Decimal("2"))
    while size / step < 4:
        step /= 10
    turn = 0
    most = max(1, grid.columns // (len(number(grid.end)) + 4))
    while size / step > most:
        step *= factors[turn % 3]
        turn += 1
    time = (grid.begin / step).to_integral_value(rounding="ROUND_CEILING") * step
    while time <= grid.end:
        column = int(grid.at(time))
        if column + len(number(time)) + 1 <= grid.columns:
            yield time, column
        time += step


def _their_rows(canvas: _Canvas, their: Theirs) -> Iterator[str]:
    report = canvas.report
    span = their.span if canvas.timed else Span(Decimal(their.number), Decimal(their.number + 1))
    bar = report.style("buyer", _bar(canvas, span, report.glyphs.theirs))
    yield f"{_label(canvas, f'{their.number + 1} {their.step.name}')} {bar}".rstrip()
    if their.wanted:
        indent = " " * (len(str(their.number + 1)) + 1)
        yield f"{_label(canvas, f'{indent}needs')} {_marks(canvas, their)}".rstrip()


def _marks(canvas: _Canvas, their: Theirs) -> str:
    """A mark per need where its time begins, or in the next column that is free."""
    row = [" "] * canvas.scale.columns
    for wanted in their.wanted:
        begin = Decimal(their.number)
        if canvas.timed:
            begin = wanted.span.begin if wanted.span else canvas.scale.begin
        column = min(int(canvas.scale.at(begin)), canvas.scale.columns - 1)
        free = [each for each in (*range(column, len(row)), *range(column - 1, -1, -1)) if row[each] == " "]
        if free:
            row[free[0]] = _mark(canvas, wanted.need.id)
    return "".join(row)


def _mark(canvas: _Canvas, need: str) -> str:
    glyphs, alignment = canvas.report.glyphs, canvas.alignment
    met = next((each for each in alignment.value.checks if each.need.id == need), None)
    if met is None or met.space:
        return glyphs.kept if met is None or met.held else glyphs.broken
    if not met.held:
        return glyphs.unmet
    gaps = [each.late for each in alignment.timing.checks if each.need.id == need]
    if not gaps or not all(gaps):
        return glyphs.met
    return glyphs.late if max(gaps) > 0 else glyphs.early


def _legend(canvas: _Canvas) -> Iterator[str]:
    """What the marks that were used mean; the numbers behind our steps are the buyer steps that they serve."""
    glyphs = canvas.report.glyphs
    words = {
        glyphs.met: "met in time",
        glyphs.early: "too early",
        glyphs.late: "too late",
        glyphs.unmet: "not met",
        glyphs.kept: "left alone",
        glyphs.broken: "not left alone",
    }
    used = {_mark(canvas, wanted.need.id) for wanted in canvas.lines.wanted}
    marks = [f"{mark} {text}" for mark, text in words.items() if mark in used]
    if marks:
        yield from wrapped(f"Needs: {', '.join(marks)}", canvas.report.width, "", "    ")
    idle = any(not our.serves for our in canvas.lines.ours)
    nobody = f"; {glyphs.nobody} is nobody" if idle else ""
    sentence = f"The numbers behind our steps are the buyer's steps that they serve{nobody}."
    yield from wrapped(sentence, canvas.report.width, "", "")
