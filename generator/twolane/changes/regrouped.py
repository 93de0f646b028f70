"""Groups: the things of one version that are one in the other, as `merged_from` and `split_into` say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Generic, TypeAlias, TypeVar

from twolane.model.regrouping import IN_A_PROCESS, SHARED, Regrouping

T = TypeVar("T")
Lasting: TypeAlias = tuple[str, str]
"""Kind and id."""
_NONE: Mapping[str, tuple[str, ...]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Declared:
    """What was declared: from new ids to the old ones that they were made of, from old ids to what they became."""

    merged: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: _NONE)
    split: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: _NONE)


NOTHING = Declared()


@dataclass(frozen=True, slots=True)
class Group(Generic[T]):
    """Things of both versions that belong together; one side has one, the first of the other goes on as that one."""

    olds: tuple[T, ...]
    news: tuple[T, ...]

    @property
    def is_rename(self) -> bool:
        """Whether one thing is left on either side: of what was named, the rest was not there."""
        return len(self.olds) == len(self.news) == 1


def declared(old: Iterable[Regrouping], new: Iterable[Regrouping]) -> Declared:
    """What either version says; what the old one says counts the other way round, as for renames."""
    before, after = tuple(old), tuple(new)
    merged = {each.one: each.parts for each in (*_split(before), *_merges(after))}
    split = {each.one: each.parts for each in (*_merges(before), *_split(after))}
    return Declared(merged, split)


def _merges(found: Sequence[Regrouping]) -> Iterator[Regrouping]:
    return (each for each in found if each.merges)


def _split(found: Sequence[Regrouping]) -> Iterator[Regrouping]:
    return (each for each in found if not each.merges)


def groups(old: Mapping[Lasting, T], new: Mapping[Lasting, T], named: Declared) -> Iterator[Group[T]]:
    """The groups of which both versions have something; each thing is in one at most.

    Whatever goes on under its own id is a group of its own, unless it is the one that others joined or left.
    """
    taken: set[Lasting] = set()
    for kind in (*IN_A_PROCESS, *SHARED):
        for one, parts in named.merged.items():
            yield from _group(kind, one, parts, (old, new), taken, merges=True)
        for one, parts in named.split.items():
            yield from _group(kind, one, parts, (new, old), taken, merges=False)


def _group(
    kind: str,
    one: str,
    parts: tuple[str, ...],
    sides: tuple[Mapping[Lasting, T], Mapping[Lasting, T]],
    taken: set[Lasting],
    *,
    merges: bool,
) -> Iterator[Group[T]]:
    """``sides`` are the one that has several, and the one that has ``one``."""
    several, single = sides
    keys = [(kind, id) for id in dict.fromkeys((one, *parts)) if (kind, id) in several]
    keys = [key for key in keys if key[1] == one or key not in single]
    if (kind, one) not in single or keys in ([], [(kind, one)]) or not taken.isdisjoint((*keys, (kind, one))):
        return
    taken.update((*keys, (kind, one)))
    found, alone = tuple(several[key] for key in keys), (single[kind, one],)
    yield Group(found, alone) if merges else Group(alone, found)
