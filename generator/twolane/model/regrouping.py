"""Merges and splits as they were declared, wherever that stands: beside the renames, or on the thing itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from twolane.model.buying import BuyerStep
from twolane.model.playbook import Playbook
from twolane.model.process import Process
from twolane.model.renames import Regrouped, Renames
from twolane.model.roles import Role
from twolane.model.selling import Stage
from twolane.source import Source

MERGED, SPLIT = "merged_from", "split_into"
IN_A_PROCESS = ("stage", "buyer step")
SHARED = ("role", "process")
"""Kinds of things that may be merged and split; ticks and criteria of anything smaller hang on its own id."""


@dataclass(frozen=True, slots=True)
class Regrouping:
    """Several things that are one now (``merges``), or one that is several now.

    ``one`` is the id of the one, new or old; ``parts`` are those of the others. It stands at ``key`` of ``source``,
    with each of ``written`` at its place there.
    """

    merges: bool
    one: str
    parts: tuple[str, ...]
    source: Source
    key: str
    written: tuple[str, ...] = ()


def of_process(process: Process) -> tuple[Regrouping, ...]:
    """What a process says of its stages and buyer steps."""
    return (*_mapped(process.merged_from, process.split_into), *_own((*process.stages, *process.buyer.steps)))


def of_playbook(playbook: Playbook) -> tuple[Regrouping, ...]:
    """What a playbook says of its roles and processes."""
    about, processes = playbook.about, playbook.processes
    return (*_mapped(about.merged_from, about.split_into), *_own(playbook.roles), *of_themselves(processes))


def of_themselves(processes: Iterable[Process]) -> Iterator[Regrouping]:
    """What processes say of what they were made of themselves, or of what was split off them."""
    for each in processes:
        if each.merged_from.itself:
            yield _of_itself(each, MERGED, each.merged_from.itself)
        if each.split_into.itself:
            yield _of_itself(each, SPLIT, each.split_into.itself)


def _mapped(merged: Regrouped, split: Regrouped) -> Iterator[Regrouping]:
    for merges, held in ((True, merged), (False, split)):
        yield from (Regrouping(merges, one, _each(ids), held.at, one, ids) for one, ids in held.entries.items())


def _own(found: Sequence[Stage | BuyerStep | Role]) -> Iterator[Regrouping]:
    for each in found:
        if each.merged_from:
            yield _of_itself(each, MERGED, each.merged_from)
        if each.split_into:
            yield _of_itself(each, SPLIT, each.split_into)


def _of_itself(element: Stage | BuyerStep | Role | Process, key: str, ids: tuple[str, ...]) -> Regrouping:
    """Whatever was split and is still there is the first of its parts, named or not."""
    merges = key == MERGED
    parts = _each(ids if merges else (element.id, *ids))
    return Regrouping(merges, element.id, parts, element.at, key, ids)


def _each(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))


def old_ids(process: Process) -> dict[str, tuple[str, ...]]:
    """From the ids in a process to those that they replace; what was split lives on in its first part."""
    return _old_ids(process.renamed_from, of_process(process))


def shared_old_ids(playbook: Playbook) -> dict[str, tuple[str, ...]]:
    """The same of what all processes share, and of the processes."""
    return _old_ids(playbook.about.renamed_from, of_playbook(playbook))


def _old_ids(renamed: Renames, regrouped: Iterable[Regrouping]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {new: (old,) for new, old in renamed.entries.items()}
    for each in regrouped:
        new, olds = (each.one, each.parts) if each.merges else ((*each.parts, each.one)[0], (each.one,))
        found[new] = _each((*found.get(new, ()), *(old for old in olds if old != new)))
    return {new: olds for new, olds in found.items() if olds}
