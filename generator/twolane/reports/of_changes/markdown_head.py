"""What the comment shows before anything is opened: the verdict, whom it hurts, what to do, which versions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from twolane.changes.change import Change, Comparison
from twolane.judgement.change_verdict import verdict, whom
from twolane.judgement.grouping import together
from twolane.judgement.needed_versions import Needed, needed
from twolane.judgement.to_do import to_do
from twolane.judgement.weight import Weight, is_rename, weight
from twolane.reports.markdown_text import escaped
from twolane.reports.of_changes.acceptance import acceptances
from twolane.reports.of_changes.room import counted, fitting, more, name, that_fit

_MOST_VERSIONS = 10
_ROOM_OF_APPROVALS = 3_000
_COUNTED = {
    Weight.BREAK: ("breaking", "breaking"),
    Weight.ACCEPTED: ("accepted", "accepted"),
    Weight.DOUBT: ("to look at", "to look at"),
    Weight.READ: ("to read", "to read"),
    Weight.NOTE: ("note", "notes"),
    Weight.WORDING: ("wording", "wording"),
}


def head(comparison: Comparison) -> Iterator[str]:
    """The verdict, who accepted what, whom it hurts, and what could not be read."""
    yield from (f"## {escaped(verdict(comparison))}", "")
    approvals = [_approval(each) for each in acceptances(comparison)]
    yield from fitting(approvals, _ROOM_OF_APPROVALS, lambda left: f"- … and {more(left, 'approval', 'approvals')}.")
    yield from ("",) if approvals else ()
    compared = f"Compared from {name(comparison.old_label)} to {name(comparison.new_label)}."
    yield from (" ".join(filter(None, (escaped(whom(comparison)), compared))), "")
    notes = [f"> **Note:** {escaped(each)}\n>" for each in comparison.notes]
    yield from fitting(notes, 3_000, lambda left: f"> … and {more(left, 'note', 'notes')}.")
    yield from ("",) if notes else ()


def approvals_above(comparison: Comparison) -> tuple[str, ...]:
    """Who accepted what, as far as there is room for it below the verdict."""
    said = acceptances(comparison)
    return said[: that_fit(map(_approval, said), _ROOM_OF_APPROVALS)]


def _approval(said: str) -> str:
    return f"- {escaped(said)}"


def what_to_do(comparison: Comparison) -> Iterator[str]:
    """What to do, and below it the version that each process needs."""
    found = to_do(comparison, name)
    if found:
        yield from ("### What to do", "", *(f"- {each}" for each in found), "")
    yield from _versions(comparison)


def _versions(comparison: Comparison) -> Iterator[str]:
    processes = needed(comparison)
    if not processes:
        return
    yield from ("| Process | Version | Needs | Changes |", "| --- | --- | --- | --- |")
    yield from (_version(comparison, each) for each in processes[:_MOST_VERSIONS])
    if left := len(processes) - _MOST_VERSIONS:
        yield from (f"| … and {more(left, 'process', 'processes')} | | | |",) if left > 0 else ()
    yield ""


def _version(comparison: Comparison, process: Needed) -> str:
    now = name(process.new) if process.new != process.old else ""
    both = " → ".join(filter(None, (name(process.old), now)))
    return f"| **{name(process.name)}** | {both or '–'} | {_needs(process)} | {_own(comparison, process.id)} |"


def _own(comparison: Comparison, process: str) -> str:
    """How much changes in a process, and how much that concerns it of what all share."""
    changes = comparison.of_process(process)
    own, shared = (in_counts(each for each in changes if bool(each.process) is its) for its in (True, False))
    return "; ".join(filter(None, (own, f"{shared} in what all processes share" if shared else "")))


def _needs(process: Needed) -> str:
    if process.old and not process.new:
        return "is gone"
    if process.new and not process.old:
        return "is new"
    if not process.version:
        return f"a {process.level.word} step"
    step = f"{process.version} ({process.step})"
    return f"{step}: fits" if process.fits else f"**{step}: raise it**"


def in_counts(changes: Iterable[Change]) -> str:
    """How many there are of each weight, in words, those once that say the same: ``2 breaking, 3 notes, 1 id``."""
    told = [each.first for each in together(changes)]
    ids = sum(map(is_rename, told))
    counts = Counter(weight(each) for each in told if not is_rename(each))
    words = [f"{counts[each]:,} {_COUNTED[each][counts[each] != 1]}" for each in sorted(counts, reverse=True)]
    return ", ".join((*words, *((counted(ids, "id"),) if ids else ())))
