"""Any two versions of a process: the table of links to what changed between them."""

from __future__ import annotations

from dataclasses import dataclass

from twolane.history.released import Released
from twolane.links.addresses import of_compared
from twolane.links.element_links import Ref
from twolane.model.process import Process
from twolane.parts.process_history import History
from twolane.wording.spoken_language import texts


@dataclass(frozen=True, slots=True)
class Pairs:
    """``newer`` are the names of the columns, the newest first; a row has a link where its version is older."""

    newer: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Ref | None, ...]], ...]


def name_of(version: Released | None) -> str:
    """What pages call a version; ``None`` is what the other pages show."""
    return version.version if version else texts().compare_now


def pairs_of(history: History, process: Process) -> Pairs:
    """The table of a process; no row where there are no two versions."""
    found = {(name_of(old), name_of(new)): link_of(process, old, new) for old, new in history.pairs(process)}
    newer = tuple(dict.fromkeys(new for _, new in found))
    older = dict.fromkeys(old for old, _ in found)
    every = sorted(newer, key=lambda name: -sum(new == name for _, new in found))
    rows = ((old, tuple(found.get((old, new)) for new in every)) for old in older)
    return Pairs(tuple(every), tuple(rows))


def link_of(process: Process, old: Released, new: Released | None) -> Ref:
    """The link to the comparison of two versions, by both."""
    words = texts().compare_cell.format(old=old.version, new=name_of(new))
    return Ref(words, of_compared(process, old.version, new.version if new else ""))
