"""Whom and what a difference concerns: who must read of it, who answers for it, and which processes it is about."""

from __future__ import annotations

import re
from collections.abc import Iterable

from twolane.changes.answering import answering
from twolane.changes.bench import Bench
from twolane.changes.find import Difference
from twolane.changes.kind import Nature
from twolane.changes.regrouped_words import others_processes, others_roles
from twolane.model.selling import Step


def roles_of(difference: Difference, bench: Bench) -> tuple[str, ...]:
    """The roles of both versions that it concerns, as far as there are such roles now.

    Where a stage comes or goes, or what holds deals moves, whoever hands deals over there reads of it too.
    """
    found: list[str] = []
    come_or_gone = difference.nature in (Nature.ADDED, Nature.REMOVED) and difference.item.entity == "stage"
    beside = come_or_gone or difference.nature is Nature.MOVED
    sides = (
        (difference.old, bench.old_process, bench.old_readers),
        (difference.new, bench.new_process, bench.new_readers),
    )
    for item, process, readers in sides:
        if item is not None:
            found += readers.roles(item, process, difference.field)
            found += readers.handing_over(item, process) if beside and process is not None else ()
    around = bench.old_process if difference.nature is Nature.MERGED else bench.new_process
    found += others_roles(difference, bench.old_readers, bench.new_readers, around)
    found += _watching(difference, bench)
    return bench.new_readers.reading(found)


def named_in(texts: Iterable[str], bench: Bench) -> tuple[str, ...]:
    """The roles that texts name, such as whoever decides from now on."""
    both = " ".join(texts).casefold()
    return tuple(
        role.id
        for role in bench.new_readers.playbook.roles
        if role.name and re.search(rf"\b{re.escape(role.name.casefold())}s?\b", both)
    )


def answering_for(difference: Difference, bench: Bench, concerned: tuple[str, ...]) -> tuple[str, ...]:
    """The roles that answer for it in either version, those of the new one first."""
    sides = (
        (difference.new, bench.new_process, bench.new_readers.playbook),
        (difference.old, bench.old_process, bench.old_readers.playbook),
    )
    found = (id for item, process, book in sides if item for id in answering(item, process, book, concerned))
    return tuple(dict.fromkeys(id for id in found if id is not None))


def _watching(difference: Difference, bench: Bench) -> tuple[str, ...]:
    """Whoever answers for the process, where nobody says no any more: a gate of ours is gone, or is one no longer."""
    was, now = (item.element if item is not None else None for item in (difference.old, difference.new))
    gate = isinstance(was, Step) and was.kind == "gate"
    lifted = gate and not (isinstance(now, Step) and now.kind == "gate") and difference.field in ("", "kind")
    process = bench.new_process
    return (process.owner,) if lifted and process is not None and process.owner else ()


def processes_of(difference: Difference, bench: Bench) -> tuple[str, ...]:
    old = bench.old_readers.processes(difference.old) if difference.old else ()
    new = bench.new_readers.processes(difference.new) if difference.new else ()
    others = others_processes(difference, bench.old_readers, bench.new_readers)
    return tuple(dict.fromkeys((*new, *old, *others)))
