"""Compares two playbooks: everything that differs, found, judged and said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from twolane.changes.change import Change, Comparison
from twolane.changes.compared_elements import Whole, root_node
from twolane.changes.element_names import Naming, shared_names
from twolane.changes.find import Difference, Found, find
from twolane.changes.folding import Folded, fold_all
from twolane.changes.judge import Bench, judged, roles_of
from twolane.changes.kind import Nature
from twolane.changes.matching import Matching
from twolane.changes.readers import Readers
from twolane.changes.renaming import Names, declared
from twolane.changes.resembling import resembling
from twolane.changes.witness import Flow, flow
from twolane.model.element import Element
from twolane.model.playbook import Playbook
from twolane.model.process import Process


def compare(old: Playbook, new: Playbook, *, process: str = "") -> Comparison:
    """Every change between two playbooks, or between the two versions of one process (named as ``new`` calls it).

    For one process, what all processes share is compared only where both versions have it. Pure.
    """
    changes = sorted(_changes(old, new, process), key=_weight)
    return Comparison(old, new, tuple(changes))


def _weight(change: Change) -> tuple[int, str, int, int, str]:
    place = change.place
    return (-change.level, place.file, place.line, place.column, change.kind.code)


def _changes(old: Playbook, new: Playbook, only: str) -> Iterator[Change]:
    pairs = tuple(_pairs(old, new))
    renamed = {("process", before.id): after.id for before, after in _both(pairs) if before.id != after.id}
    names = Names(declared(old.about.renamed_from.entries, new.about.renamed_from.entries), renamed)
    shared = find(root_node(Whole.of(old)), root_node(Whole.of(new)), names)
    readers, files = (Readers(old), Readers(new)), _files(new)
    bench = Bench(Naming(shared_names(old, new)), *readers, Flow(), files)
    if only:
        both = tuple(each for each in shared.differences if each.nature not in (Nature.ADDED, Nature.REMOVED))
        shared = Found(both, shared.matching)
    inner = names.with_pairs(shared.matching.pairs())
    wanted = ((before, after) for before, after in pairs if only in ("", _id(before, after)) and before != after)
    alike = _alike(pairs)
    parts = [_of_process(before, after, inner, bench, alike) for before, after in wanted]
    first, *others = fold_all(shared, [found for found, _ in parts])
    hearing = _readers(zip(others, (at for _, at in parts), strict=True))
    yield from (each for each in judged(shared, first, bench, hearing) if not only or only in each.processes)
    for (found, at), folded in zip(parts, others, strict=True):
        yield from judged(found, folded, at)


def _readers(parts: Iterable[tuple[Folded, Bench]]) -> Mapping[Difference, tuple[str, ...]]:
    """The roles that must read of something shared that came or went, since a process named it."""
    found: dict[Difference, tuple[str, ...]] = {}
    for folded, bench in parts:
        for root, differences in folded.into.items():
            found[root] = (*found.get(root, ()), *(id for each in differences for id in roles_of(each, bench)))
    return found


def _pairs(old: Playbook, new: Playbook) -> Iterator[tuple[Process | None, Process | None]]:
    """The processes of both versions, those that are the same thing side by side."""
    was = declared(old.about.renamed_from.entries, new.about.renamed_from.entries)
    taken: set[str] = set()
    for process in new.processes:
        before = old.process.get(process.id)
        renamed = old.process.get(was.get(process.id, ""))
        if before is None and renamed is not None and renamed.id not in new.process:
            before = renamed
        if before is not None:
            taken.add(before.id)
        yield before, process
    yield from ((process, None) for process in old.processes if process.id not in taken)


def _both(pairs: Iterable[tuple[Process | None, Process | None]]) -> Iterator[tuple[Process, Process]]:
    yield from ((before, after) for before, after in pairs if before is not None and after is not None)


def _alike(pairs: Iterable[tuple[Process | None, Process | None]]) -> Mapping[str, Process]:
    """The processes that are only in the new version and may be one of the old one, by the id of that."""
    gone = [root_node(before) for before, after in pairs if before is not None and after is None]
    came = {root_node(after): after for before, after in pairs if before is None and after is not None}
    return {old.key: came[new] for old, new in resembling(gone, tuple(came)).items()}


def _id(old: Process | None, new: Process | None) -> str:
    process = new or old
    return process.id if process is not None else ""


def _of_process(
    old: Process | None, new: Process | None, names: Names, shared: Bench, alike: Mapping[str, Process]
) -> tuple[Found, Bench]:
    """What differs between two versions of a process, and what is needed to judge it.

    ``alike`` are the processes that may be one that is gone, by the id of that.
    """
    before = root_node(old) if old is not None else None
    after = root_node(new) if new is not None else None
    if before is None or after is None:
        nature = Nature.ADDED if before is None else Nature.REMOVED
        likely = {before: root_node(alike[before.key])} if before is not None and before.key in alike else {}
        found = Found((Difference(nature, before, after),), Matching({}, {}, likely))
        going = Flow()
    else:
        assert old is not None
        assert new is not None
        found = find(before, after, names.with_declared(declared(old.renamed_from.entries, new.renamed_from.entries)))
        going = flow(old, new, _new_ids(found))
    naming = Naming(shared.naming.shared, old, new)
    return found, Bench(naming, shared.old_readers, shared.new_readers, going, shared.files, old, new)


def _new_ids(found: Found) -> Mapping[str, str]:
    """The new ids of what was renamed, and of stages and buyer steps that may have been: deals are where they were."""
    likely = ((old, new) for old, new in found.matching.alike.items() if old.entity in ("stage", "buyer step"))
    renamed = ((old, new) for old, new in found.matching.pairs() if old.lasting and old.key != new.key)
    return {old.key: new.key for old, new in (*likely, *renamed)}


def _files(new: Playbook) -> Mapping[str, str]:
    """The definition files of a playbook: from their names to their paths."""
    roots: tuple[Element, ...] = (new.about, new.strategy, *new.roles, *new.segments, *new.metrics)
    more: tuple[Element, ...] = (*new.differentiators, *new.competitors, *new.terms, *new.processes)
    paths = (element.at.file for element in (*roots, *more) if element.at.file)
    return {path.rpartition("/")[2]: path for path in paths}
