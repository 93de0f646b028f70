"""The page that says how alignment is measured: each formula, and what it comes to in a worked example."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from twolane.alignment.analysis import align
from twolane.alignment.statements import left_out
from twolane.alignment.verdict import verdict
from twolane.links.addresses import Top
from twolane.links.element_links import References
from twolane.pages.alignment_page import MeasureRow
from twolane.pages.draft import Draft, OnPaper
from twolane.parts.alignment_brief import checks_of
from twolane.parts.alignment_example import DEFINITION
from twolane.parts.alignment_figures import Figure, figures
from twolane.parts.page_inputs import PageInputs
from twolane.parts.site_paths import PagePath, SiteContents
from twolane.site.search_rank import Rank
from twolane.wording.spoken_language import texts

_RANK = Rank(0.1)


@dataclass(frozen=True, slots=True)
class View:
    """The example's definition, and each measure of it; the formulas stand in the template."""

    definition: str
    verdict: str
    total: Figure
    measures: tuple[MeasureRow, ...]
    left_out: tuple[str, ...]


def paths(contents: SiteContents) -> Iterator[PagePath]:
    """The one page."""
    del contents
    yield PagePath(Top.MEASURING)


def drafts(given: PageInputs) -> Iterator[Draft]:
    """The one page; the same for every playbook, since the formulas are."""
    playbook = given.example
    assert playbook is not None
    alignment = align(playbook.processes[0])
    refs = References(playbook, given.prose, lambda _: None)
    shown = figures(alignment, Top.MEASURING)
    rows = tuple(
        MeasureRow(figure, checks_of(alignment, measure, refs), "" if measure.of else texts().nothing_to_compare)
        for measure, figure in zip(alignment.measures, shown.measures, strict=True)
    )
    yield Draft(
        Top.MEASURING,
        texts().measuring_title,
        "measuring.html",
        View(DEFINITION, verdict(alignment), shown.total, rows, tuple(left_out(alignment))),
        section=(texts().reference,),
        description=texts().measuring_description,
        rank=_RANK,
        on_paper=OnPaper.HEALTH,
    )
