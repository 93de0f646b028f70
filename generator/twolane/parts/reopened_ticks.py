"""What a new version does to ticks of deals under way: the lines of checklists that open again, as on their pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from twolane.changes.change import Comparison
from twolane.links.prose import Prose
from twolane.meaning.kept_ticks import stands_for
from twolane.model.process import Process
from twolane.model.regrouping import old_ids, shared_old_ids
from twolane.model.role_names import role_names
from twolane.parts.checklist_lines import Line, lines
from twolane.parts.process_history import earlier_names


@dataclass(frozen=True, slots=True)
class Reopened:
    """A line of a checklist whose tick, made under the old version, counts no longer under the new one.

    ``process`` and ``stage`` are ids of the new version, ``key`` is what its ticks hang on. Of the words and the
    evidence, old and new, those differ that opened it.
    """

    process: str
    stage: str
    key: str
    old: str
    new: str
    old_evidence: str = ""
    new_evidence: str = ""


def reopened(comparison: Comparison) -> tuple[Reopened, ...]:
    """The lines of checklists that open again for deals under way, process by process, in the order of the pages.

    A line that is new opens nothing, nor does one that is gone, has moved, or has a new id that the playbook declares.
    """
    names = role_names(comparison.old.roles, comparison.new.roles)
    return tuple(each for process in comparison.new.processes for each in _of(process, comparison, names))


def _of(process: Process, comparison: Comparison, names: tuple[tuple[str, ...], ...]) -> Iterator[Reopened]:
    old = _before(process, comparison)
    if old is None or old == process:
        return
    then = {line.key: line for line in lines(old)}
    today = {line.key: line for line in lines(process)}
    renames = {**old_ids(old), **old_ids(process)}
    for line in today.values():
        was = _was(line, then, today, renames)
        if was is None or (was.text, was.evidence) == (line.text, line.evidence):
            continue
        before, now = was.shown(_plain), line.shown(_plain)
        if not _holds(before, now, names):
            yield Reopened(process.id, now.stage, now.key, before.text, now.text, before.evidence, now.evidence)


def _before(process: Process, comparison: Comparison) -> Process | None:
    """The process in the old version, by the ids to which deals on pages of the new one belong."""
    ids = (process.id, *earlier_names(shared_old_ids(comparison.new), process.id, comparison.new.process))
    return next((comparison.old.process[id] for id in ids if id in comparison.old.process), None)


def _was(
    line: Line, then: Mapping[str, Line], today: Mapping[str, Line], renames: Mapping[str, tuple[str, ...]]
) -> Line | None:
    kind = line.key.partition(":")[0]
    before = (f"{kind}:{old}" for old in earlier_names(renames, line.id, ()))
    keys = (line.key, *(key for key in before if key not in today))
    return next((then[key] for key in keys if key in then), None)


def _holds(was: Line, line: Line, names: tuple[tuple[str, ...], ...]) -> bool:
    """Whether both the words and the evidence, each by itself, stand for those of today."""
    return stands_for(was.text, line.text, names) and stands_for(was.evidence, line.evidence, names)


def _plain(text: str) -> str:
    """What a page shows of a text."""
    return _prose().plain(text)


@cache
def _prose() -> Prose:
    """Reads texts as pages do, but for links that lead nowhere, of which a check tells."""
    return Prose(lambda address, _: address)
