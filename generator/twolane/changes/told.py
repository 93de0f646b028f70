"""Told: a change with the differences that it tells of, and several of them made one."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from twolane.changes.change import Change
from twolane.changes.find import Difference
from twolane.changes.levels import Level
from twolane.changes.readers import Readers
from twolane.findings import Related


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """One change as it is told; ``differences`` are all that it tells of, its own one first."""

    change: Change
    differences: tuple[Difference, ...]

    @property
    def difference(self) -> Difference:
        """The difference that it is about in the first place."""
        return self.differences[0]


def with_parts(root: Told, parts: Collection[Told], readers: Readers, **said: Any) -> Told:
    """``root`` with others that are told with it from now on: each stands among its other places, in its own words.

    Its level is the highest of all, and whoever had to read of one of them reads of it. ``said`` are fields of the
    change that say something else now, such as its sentence.
    """
    change, others = root.change, [part.change for part in parts]
    more = (each for part in others for each in (Related(part.place, part.sentence), *part.related))
    merged = replace(
        change,
        level=max(change.level, *(part.level for part in others)) if others else change.level,
        related=tuple(dict.fromkeys((*change.related, *more))),
        witness=next(filter(None, (each.witness for each in (change, *others))), None),
        roles=readers.reading(id for each in (change, *others) for id in each.roles),
        processes=tuple(dict.fromkeys(id for each in (change, *others) for id in each.processes)),
        fingerprint=_fingerprint(change, others),
    )
    differences = (*root.differences, *(each for part in parts for each in part.differences))
    return Told(replace(merged, **said), differences)


def merged(
    told: Iterable[Told],
    parts: Mapping[Told, Collection[Told]],
    readers: Readers,
    said: Mapping[Told, Mapping[str, Any]] = MappingProxyType({}),
) -> tuple[Told, ...]:
    """All that is told, with the ``parts`` of each in it and no longer beside it; ``said`` is what each says then."""
    gone = {part for held in parts.values() for part in held}
    found = []
    for each in told:
        if each in gone:
            continue
        more = said.get(each, {})
        found.append(with_parts(each, parts.get(each, ()), readers, **more) if each in parts or more else each)
    return tuple(found)


def and_more(sentence: str, more: str) -> str:
    """A sentence that goes on behind a semicolon."""
    end = sentence[-1] if sentence.endswith((".", "?", "!")) else ""
    return f"{sentence.removesuffix(end)}; {more}."


def _fingerprint(change: Change, parts: Iterable[Change]) -> str:
    """That of the change itself; where others break something too, one of all of these, so that none is accepted
    unseen."""
    breaking = sorted(part.fingerprint for part in parts if part.level is Level.MAJOR)
    if not breaking:
        return change.fingerprint
    return fingerprint_of(change.fingerprint, *breaking)


def fingerprint_of(*parts: str) -> str:
    """A fingerprint of several."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]
