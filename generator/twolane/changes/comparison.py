"""Compares two playbooks: everything that differs, found, judged and said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from twolane.changes.bench import Bench
from twolane.changes.change import Change, Comparison
from twolane.changes.compared_elements import Whole, root_node
from twolane.changes.concerned import roles_of
from twolane.changes.effective_values import Version, effective
from twolane.changes.element_names import Naming, shared_names
from twolane.changes.entries import entries
from twolane.changes.find import Difference, Found, find
from twolane.changes.folding import Folded, fold_all
from twolane.changes.judge import judged
from twolane.changes.kind import Nature
from twolane.changes.matching import Matching
from twolane.changes.process_pairs import Pair, pairs, regrouped, regrouped_in, with_processes
from twolane.changes.process_witness import hurt
from twolane.changes.readers import Readers
from twolane.changes.renaming import Names, declared
from twolane.changes.resembling import resembling
from twolane.changes.several_processes import with_deals_named
from twolane.changes.witness import Flow, flow
from twolane.model.element import Element
from twolane.model.playbook import Playbook
from twolane.model.process import Process


def compare(old: Playbook, new: Playbook, *, process: str = "") -> Comparison:
    """Every change between two playbooks, or between the two versions of one process (named as ``new`` calls it).

    For one process, what all processes share is compared only where both versions have it. Pure.
    """
    changes = sorted(_changes(old, new, process), key=_weight)
    return Comparison(old, new, with_deals_named(changes, old, new))


def _weight(change: Change) -> tuple[int, str, int, int, str]:
    place = change.place
    return (-change.level, place.file, place.line, place.column, change.kind.code)


def _changes(old: Playbook, new: Playbook, only: str) -> Iterator[Change]:
    found_pairs = tuple(pairs(old, new))
    was = declared(old.about.renamed_from.entries, new.about.renamed_from.entries)
    names = with_processes(Names(was, regrouped=regrouped(old, new)), found_pairs)
    shared = find(root_node(Whole.of(old)), root_node(Whole.of(new)), names)
    shared = effective(shared, names, Version(old), Version(new))
    readers, files = (Readers(old), Readers(new)), _files(new)
    bench = Bench(Naming(shared_names(old, new)), *readers, Flow(), files)
    if only:
        both = tuple(each for each in shared.differences if each.nature not in (Nature.ADDED, Nature.REMOVED))
        shared = Found(both, shared.matching)
    matching = shared.matching
    inner = names.with_pairs(matching.pairs()).with_groups(matching.split, matching.merged)
    wanted = (pair for pair in found_pairs if only in ("", *pair.ids) and pair.differs)
    alike = _alike(found_pairs)
    parts = [_of_process(pair, inner, bench, alike) for pair in wanted]
    first, *others = fold_all(shared, [found for found, _ in parts])
    hearing = _readers(zip(others, (at for _, at in parts), strict=True))
    common = entries(judged(shared, first, bench, hearing), shared, bench)
    yield from (each.change for each in common if not only or only in each.change.processes)
    for (found, at), folded in zip(parts, others, strict=True):
        yield from (each.change for each in entries(judged(found, folded, at), found, at))


def _readers(parts: Iterable[tuple[Folded, Bench]]) -> Mapping[Difference, tuple[str, ...]]:
    """The roles that must read of something shared that came or went, since a process named it."""
    found: dict[Difference, tuple[str, ...]] = {}
    for folded, bench in parts:
        for root, differences in folded.into.items():
            found[root] = (*found.get(root, ()), *(id for each in differences for id in roles_of(each, bench)))
    return found


def _alike(found: Iterable[Pair]) -> Mapping[str, Process]:
    """The processes that are only in the new version and may be one of the old one, by the id of that."""
    alone = [(each.before, each.after) for each in found]
    gone = [root_node(before) for before, after in alone if before is not None and after is None]
    came = {root_node(after): after for before, after in alone if before is None and after is not None}
    return {old.key: came[new] for old, new in resembling(gone, tuple(came)).items()}


def _of_process(pair: Pair, names: Names, shared: Bench, alike: Mapping[str, Process]) -> tuple[Found, Bench]:
    """What differs between two versions of a process, and what is needed to judge it.

    ``alike`` are the processes that may be one that is gone, by the id of that.
    """
    old, new = pair.before, pair.after
    naming = Naming(shared.naming.shared, old, new, (*pair.more.olds, *pair.more.news))
    bench = Bench(naming, shared.old_readers, shared.new_readers, Flow(), shared.files, old, new)
    if old is None or new is None:
        before, after = (root_node(each) if each is not None else None for each in (old, new))
        nature = Nature.ADDED if before is None else Nature.REMOVED
        likely = {before: root_node(alike[before.key])} if before is not None and before.key in alike else {}
        return Found((Difference(nature, before, after),), Matching({}, {}, likely)), bench
    was = declared(old.renamed_from.entries, new.renamed_from.entries)
    inner = names.with_declared(was, regrouped_in(pair))
    sides = (Version(shared.old_readers.playbook, old), Version(shared.new_readers.playbook, new))
    found = effective(pair.find(inner), inner, *sides)
    ids = _new_ids(found)
    return found, replace(bench, flow=flow(old, new, ids), hurt=hurt(pair, ids))


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
