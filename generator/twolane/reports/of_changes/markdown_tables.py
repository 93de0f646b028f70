"""The tables of a comment: old and new ids for whoever keeps the CRM, and who must read again; and the drawing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from twolane.changes.change import Change, Comparison
from twolane.judgement.change_verdict import renames, with_ids
from twolane.judgement.grouping import Shelf, readers, together
from twolane.judgement.names_by_id import process_name
from twolane.judgement.needed_versions import needed
from twolane.judgement.weight import is_rename
from twolane.mermaid.change_diagram import change_diagram
from twolane.reports.markdown_text import escaped_with_code, in_html
from twolane.reports.of_changes.markdown_entry import Links, role_link
from twolane.reports.of_changes.markdown_head import in_counts
from twolane.reports.of_changes.room import counted, fitting, folded, more, name, size

_MOST_NUMBERS = 8


def renamed(comparison: Comparison, *, several: bool) -> Iterator[str]:
    """Old and new ids, a row each."""
    changes = renames(comparison)
    if changes:
        head = f"<b>{Shelf.RENAMES.value}</b>: {counted(len(changes), 'id')}"
        yield from folded(head, _rows_of_ids(comparison, changes, several))


def _rows_of_ids(comparison: Comparison, changes: tuple[Change, ...], several: bool) -> Iterator[str]:
    yield from (f"| {'Process | ' if several else ''}Kind | Name | Old id | New id |",)
    yield f"| {'--- | ' if several else ''}--- | --- | --- | --- |"
    rows = [_row_of_ids(comparison, each, several) for each in changes]
    yield from fitting(rows, 6_000, lambda left: f"\n… and {more(left, 'id', 'ids')}; `twolane diff` shows all.")
    also = [f"- {escaped_with_code(each)}" for each in with_ids(changes)]
    yield from ("",) if also else ()
    yield from fitting(also, 3_000, lambda left: f"- … and {more(left, 'thing', 'things')}.")


def _row_of_ids(comparison: Comparison, change: Change, several: bool) -> str:
    process = f"{name(process_name(comparison, change.process)) if change.process else 'all'} | " if several else ""
    cells = (change.kind.entity, change.name, change.old, change.new)
    return f"| {process}{' | '.join(name(each) for each in cells)} |"


def must_read(comparison: Comparison, links: Links, numbers: Mapping[int, int]) -> Iterator[str]:
    """Who must read again, how much of which weight, and which entries: ``numbers`` of the changes, by identity.

    Nothing where that is one change, or new ids alone: then what to do says it all.
    """
    found, ids = readers(comparison), renames(comparison)
    if found and len(together(comparison.changes)) > 1 and len(ids) < len(comparison.changes):
        names = in_html(f"{len(found):,} {'role' if len(found) == 1 else 'roles'}")
        yield from folded(f"<b>Must read again</b>: {names}", _rows_of_roles(comparison, links, numbers))


def _rows_of_roles(comparison: Comparison, links: Links, numbers: Mapping[int, int]) -> Iterator[str]:
    yield from ("| Role | How much | Which |", "| --- | --- | --- |")
    rows = [
        f"| {role_link(comparison, id, links)} | {in_counts(changes)} | {_which(changes, numbers)} |"
        for id, changes in readers(comparison)
    ]
    yield from fitting(rows, 6_000, lambda left: f"| … and {more(left, 'role', 'roles')} | | |")


def _which(changes: tuple[Change, ...], numbers: Mapping[int, int]) -> str:
    found = sorted({numbers[id(each)] for each in changes if id(each) in numbers})
    if not found:
        return "ids" if all(map(is_rename, changes)) else "–"
    shown = ", ".join(map(str, found[:_MOST_NUMBERS]))
    return f"{shown}, …" if len(found) > _MOST_NUMBERS else shown


def drawn(comparison: Comparison) -> Iterator[str]:
    """The stages of each process in which something about them changed, as many as there is room for."""
    room = 8_000
    for each in needed(comparison):
        diagram = change_diagram(comparison, each.id)
        if diagram and size(diagram) <= room:
            room -= size(diagram)
            yield from folded(f"<b>The stages of {name(each.name, in_html)}</b>", ("```mermaid", diagram, "```"))
