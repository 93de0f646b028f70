"""Which changes a comment tells one by one, under which titles, and which of them fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest

from twolane.changes.change import Comparison
from twolane.judgement.grouping import Section, Shelf, Told
from twolane.judgement.names_by_id import process_name
from twolane.judgement.needed_versions import needed
from twolane.judgement.weight import weight
from twolane.reports.markdown_text import in_html
from twolane.reports.of_changes.markdown_head import in_counts
from twolane.reports.of_changes.room import name, size

_MOST_TOLD = 30
"""Changes beyond wording that are told one by one; more are a rewrite, which is summed up."""
_GRAVEST = 3
"""Changes of each process that are told of a rewrite."""
_MOST_OPENED = 5
"""Changes that are in full view, since more would hide what stands below them."""
_MOST_SHOWN = 300
"""Changes of one title that are looked at whether they fit; more never do."""
_HUGE = 15_000
"""Characters of a change above which it is counted alone, so that it does not hide the lighter ones."""
_TITLE = 500
"""Characters for a title and what folds an entry."""
_SHARED = "What all processes share"


@dataclass(frozen=True, slots=True)
class Fold:
    """Changes that open together: a title, in HTML, a line above them, and whether they are in full view."""

    title: str
    told: tuple[Told, ...]
    lead: str = ""
    opened: bool = False
    shelf: Shelf | None = None


def is_rewrite(found: Iterable[Section]) -> bool:
    """Whether so much changes that it is summed up by process."""
    light = (Shelf.RENAMES, Shelf.WORDING)
    return sum(len(each.told) for each in found if each.shelf not in light) > _MOST_TOLD


def folds(comparison: Comparison, found: Sequence[Section]) -> tuple[Fold, ...]:
    """What is told, but for new ids: shelf by shelf; of a rewrite what was accepted, then process by process."""
    if is_rewrite(found):
        return (*_of_shelves(each for each in found if each.shelf is Shelf.ACCEPTED), *_summed(comparison, found))
    return tuple(_of_shelves(each for each in found if each.shelf is not Shelf.RENAMES))


def _of_shelves(found: Iterable[Section]) -> Iterator[Fold]:
    before = 0
    for section in found:
        before += len(section.told)
        few = before <= _MOST_OPENED and section.shelf is not Shelf.WORDING
        title = f"<b>{section.shelf.value}</b> ({len(section.told):,})"
        yield Fold(title, section.told[:_MOST_SHOWN], opened=few, shelf=section.shelf)


def _summed(comparison: Comparison, found: Iterable[Section]) -> Iterator[Fold]:
    """Each process with its counts and its gravest changes, as they need it most; what all of them share is last."""
    own: dict[str, list[Told]] = {id: [] for id in (*(each.id for each in needed(comparison)), "")}
    for told in chain.from_iterable(each.told for each in found if each.shelf not in (Shelf.ACCEPTED, Shelf.RENAMES)):
        own.setdefault(next(iter(told.processes), ""), []).append(told)
    for id, inside in own.items():
        if inside:
            gravest = sorted(inside, key=lambda each: -weight(each.first))[:_GRAVEST]
            counts = in_counts(change for each in inside for change in each.changes)
            title = f"<b>{name(process_name(comparison, id), in_html) if id else _SHARED}</b>: {counts}"
            yield Fold(title, tuple(gravest), "The gravest of them:" if len(inside) > len(gravest) else "")


def chosen(planned: Sequence[Fold], texts: Mapping[int, str], room: int, *, rewrite: bool) -> frozenset[int]:
    """Which changes are told, by identity: the gravest first, of a rewrite in turns; ``texts`` are their entries."""
    found: set[int] = set()
    open_: set[int] = set()
    for fold, told in _in_turns(planned) if rewrite else _by_weight(planned):
        long = size(texts[id(told)]) + (0 if id(fold) in open_ else _TITLE)
        if long > _HUGE:
            continue
        if long > room:
            break
        room -= long
        found.add(id(told))
        open_.add(id(fold))
    return frozenset(found)


def _by_weight(planned: Iterable[Fold]) -> Iterable[tuple[Fold, Told]]:
    pairs = [(fold, told) for fold in planned for told in fold.told]
    return sorted(pairs, key=lambda pair: -weight(pair[1].first))


def _in_turns(planned: Sequence[Fold]) -> Iterable[tuple[Fold, Told]]:
    """The first of each fold, then the second ones, and so on."""
    turns = zip_longest(*([(fold, told) for told in fold.told] for fold in planned))
    return (pair for turn in turns for pair in turn if pair is not None)
