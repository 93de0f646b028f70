"""Marks: what pages say of changes at their places, in the newest release or, in a preview, in the proposal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from twolane.changes.change import Change
from twolane.changes.kind import Nature
from twolane.judgement.grouping import together
from twolane.judgement.weight import Weight, weight
from twolane.links.addresses import Address, Top, of_versions, segment
from twolane.links.element_links import Ref, References
from twolane.model.process import Process
from twolane.parts.change_rows import ChangeRow, PageMark, change_rows
from twolane.parts.process_history import History
from twolane.wording.counts import counted, number
from twolane.wording.spoken_language import texts

Marks = Mapping[str, Mapping[str, PageMark]]
"""By the path of the page, then by the anchor; the mark of a whole page, with all that is on it, is at ``""``."""


def marks_of(refs: References, history: History) -> Marks:
    """The marks of all pages: those of the preview, else those of each process's newest release."""
    if history.preview:
        return dict(_preview(refs, history.preview.comparison.changes))
    return dict(_newest(refs, history))


def _newest(refs: References, history: History) -> Iterator[tuple[str, Mapping[str, PageMark]]]:
    for process in refs.playbook.processes:
        newest = next(history.steps(process), None)
        if newest is None or not newest.changes:
            continue
        version = newest.released.version
        release = Ref(texts().mark_all.format(version=version), of_versions(process, version))
        words = (texts().mark_changed.format(version=version), texts().mark_new.format(version=version))
        own = (change for change in newest.changes if change.process == process.id)
        for page, rows in _by_page(change_rows(refs, own)).items():
            changes = counted(len(rows), texts().change_count)
            whole = PageMark(texts().mark_page.format(version=version, changes=changes), rows, release)
            yield page, {**_by_anchor(rows, words, release), "": whole}


def _preview(refs: References, changes: Iterable[Change]) -> Iterator[tuple[str, Mapping[str, PageMark]]]:
    release = Ref(texts().preview_all, Address(Top.PREVIEW))
    for page, rows in _by_page(change_rows(refs, changes)).items():
        says = texts().preview_here.of(len(rows))
        whole = PageMark(says.format(number=len(rows)), rows, release)
        yield page, {**_by_anchor(rows, (texts().preview_mark, texts().preview_new), release), "": whole}


@dataclass(frozen=True, slots=True)
class ProcessMark:
    """What every page of a process says in a preview where something in it changed; it leads to the list."""

    ref: Ref
    look: str


def process_marks(refs: References, history: History) -> Mapping[str, ProcessMark]:
    """The marks by the id of the process; none where the site is no preview."""
    if history.preview is None:
        return {}
    found = history.preview.comparison
    concerned = ((process, found.of_process(process.id)) for process in refs.playbook.processes)
    return {process.id: _of_process(process, changes) for process, changes in concerned if changes}


def _of_process(process: Process, changes: Iterable[Change]) -> ProcessMark:
    told = [each.first for each in together(changes)]
    breaks = sum(weight(each) is Weight.BREAK for each in told)
    says = texts().preview_process.of(len(told)).format(number=number(len(told)))
    if breaks:
        says = texts().preview_process_breaks.of(breaks).format(says=says, number=number(breaks))
    return ProcessMark(Ref(says, list_of(process)), "bad" if breaks else "watch")


def list_of(process: Process) -> Address:
    """Where the page of all changes says what they mean for a process."""
    return Address(Top.PREVIEW, f"process-{segment(process.id)}")


def _by_page(rows: Iterable[ChangeRow]) -> Mapping[str, tuple[ChangeRow, ...]]:
    found: dict[str, tuple[ChangeRow, ...]] = {}
    for row in rows:
        if row.place:
            page = row.place.address.page
            found[page] = (*found.get(page, ()), row)
    return found


def _by_anchor(rows: Iterable[ChangeRow], words: tuple[str, str], release: Ref) -> dict[str, PageMark]:
    """The marks of a page; ``words`` are those for what changed, and for what is new."""
    found: dict[str, tuple[ChangeRow, ...]] = {}
    for row in rows:
        anchor = row.place.address.anchor if row.place else ""
        found[anchor] = (*found.get(anchor, ()), row)
    return {anchor: PageMark(words[all(map(_is_new, each))], each, release) for anchor, each in found.items()}


def _is_new(row: ChangeRow) -> bool:
    """Whether the thing itself is new, not something about it."""
    return row.change.kind.nature is Nature.ADDED and not row.change.field
