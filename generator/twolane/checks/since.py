"""Tells in a finding what has changed: the weightiest changes, each at its place."""

from __future__ import annotations

from collections.abc import Iterable

from twolane.changes.change import Change
from twolane.findings import Related

_FEW = 3


def told(changes: Iterable[Change]) -> tuple[Related, ...]:
    """The weightiest changes as related places; the last one says how many more there are."""
    every = tuple(changes)
    shown = [Related(change.place, change.sentence) for change in every[:_FEW]]
    if len(every) > _FEW:
        more = len(every) - _FEW
        last = shown.pop()
        shown.append(Related(last.place, f"{last.message} (and {more} more)"))
    return tuple(shown)
