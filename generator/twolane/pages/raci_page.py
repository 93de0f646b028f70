"""The RACI matrix of a process: our steps in rows, roles in columns; a small script filters it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from twolane.links.addresses import of_raci
from twolane.links.element_links import Ref
from twolane.model.process import Process
from twolane.model.raci import PARTS, has_parts, ids_of
from twolane.model.selling import Step
from twolane.pages.draft import Draft, OnPaper
from twolane.pages.process_page import section
from twolane.parts.page_inputs import PageInputs, line_of
from twolane.parts.site_paths import PagePath, SiteContents
from twolane.site.search_rank import Rank
from twolane.wording.spoken_language import texts

_RANK = Rank(0.3, top_only=True)


@dataclass(frozen=True, slots=True)
class Column:
    """A role of the matrix."""

    id: str
    ref: Ref


@dataclass(frozen=True, slots=True)
class Row:
    """A step and, in the order of the columns, the parts that each role takes in it."""

    stage: Ref
    ref: Ref
    step: Step
    cells: tuple[tuple[Column, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class View:
    """What the page shows; ``parts`` are the four parts in their order."""

    process: Ref
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    parts: tuple[str, ...]


def paths(contents: SiteContents) -> Iterator[PagePath]:
    """One page a process of which any step names a role."""
    for process in contents.playbook.processes:
        if has_parts(process):
            yield PagePath(of_raci(process).page)


def drafts(given: PageInputs) -> Iterator[Draft]:
    """One page a process of which any step names a role."""
    for process in given.playbook.processes:
        if of_raci(process).page in given.paths:
            yield Draft(
                of_raci(process).page,
                texts().raci_title.format(name=process.name),
                "raci.html",
                _view(given, process),
                section=section(process),
                process=process,
                source=line_of(process),
                description=texts().raci_description,
                label=texts().raci,
                scripts=("twolane-words.js", "twolane-raci.js"),
                rank=_RANK,
                on_paper=OnPaper.PRINTED,
            )


def _view(given: PageInputs, process: Process) -> View:
    named = {id for step in process.steps for part in PARTS for id in ids_of(step, part)}
    columns = tuple(
        Column(role.id, given.refs.roles((role.id,))[0]) for role in given.playbook.roles if role.id in named
    )
    rows = tuple(_row(given, process, step, columns) for step in process.steps)
    return View(given.refs.process(process), columns, rows, PARTS)


def _row(given: PageInputs, process: Process, step: Step, columns: tuple[Column, ...]) -> Row:
    cells = tuple((column, tuple(part for part in PARTS if column.id in ids_of(step, part))) for column in columns)
    return Row(given.refs.stage(process, process.stage_of[step.id]), given.refs.step(process, step), step, cells)
