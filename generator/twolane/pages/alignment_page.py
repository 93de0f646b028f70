"""The page of alignment of a process: the verdict, the figures, both lines, what to mend, and every check."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from twolane.alignment.results import Alignment
from twolane.alignment.statements import left_out
from twolane.alignment.verdict import verdict
from twolane.links.addresses import Address, Top, of_alignment
from twolane.links.element_links import Ref
from twolane.model.process import Process
from twolane.pages.draft import Draft, OnPaper
from twolane.pages.process_page import section
from twolane.parts.alignment_brief import Checks, checks_of
from twolane.parts.alignment_figures import Figure, Figures, figures
from twolane.parts.alignment_matrix import Matrix, matrix
from twolane.parts.alignment_repairs import ToDo, todo
from twolane.parts.page_inputs import PageInputs, line_of
from twolane.parts.site_paths import PagePath, SiteContents
from twolane.site.search_rank import Rank
from twolane.two_lines.view import TwoLines
from twolane.wording.spoken_language import texts

_RANK = Rank(0.3, top_only=True)


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """One measure with all of its checks; ``holds`` says how many hold, in words."""

    figure: Figure
    checks: Checks
    nothing: str


@dataclass(frozen=True, slots=True)
class View:
    """What the page of alignment shows."""

    process: Process
    verdict: str
    figures: Figures
    todo: ToDo
    lines: TwoLines | None
    matrix: Matrix | None
    measures: tuple[MeasureRow, ...]
    left_out: tuple[str, ...]
    how: Ref


def paths(contents: SiteContents) -> Iterator[PagePath]:
    """One page a process in which there is anything to compare."""
    for process in contents.playbook.processes:
        if process.buyer_steps or process.steps:
            yield PagePath(of_alignment(process).page)


def drafts(given: PageInputs) -> Iterator[Draft]:
    """One page a process in which there is anything to compare."""
    for process in given.playbook.processes:
        if of_alignment(process).page in given.paths:
            yield _draft(given, process, given.alignment(process))


def _draft(given: PageInputs, process: Process, alignment: Alignment) -> Draft:
    path = of_alignment(process).page
    shown = figures(alignment, path)
    says = verdict(alignment)
    return Draft(
        path,
        texts().alignment_title.format(name=process.name),
        "alignment.html",
        View(
            process,
            says,
            shown,
            todo(given, alignment),
            given.picture(process),
            matrix(given, alignment),
            tuple(measure_rows(given, alignment, shown)),
            tuple(left_out(alignment)),
            Ref(texts().measuring_title, Address(Top.MEASURING)),
        ),
        section=section(process),
        process=process,
        source=line_of(process),
        description=says,
        label=texts().alignment,
        rank=_RANK,
        on_paper=OnPaper.HEALTH,
    )


def measure_rows(given: PageInputs, alignment: Alignment, shown: Figures) -> Iterator[MeasureRow]:
    """The six measures with all their checks."""
    for measure, figure in zip(alignment.measures, shown.measures, strict=True):
        yield MeasureRow(
            figure, checks_of(alignment, measure, given.refs), "" if measure.of else texts().nothing_to_compare
        )
