"""Tells in a finding what has changed: the weightiest changes, each at its place."""

from __future__ import annotations

from collections.abc import Iterable

from twolane.changes.change import Change
from twolane.findings import Related
from twolane.wording.spoken_language import worded

_FEW = 3


def related_changes(changes: Iterable[Change]) -> tuple[Related, ...]:
    """The weightiest changes as related places; the last one says how many more there are."""
    every = tuple(changes)
    shown = [Related(change.place, _said(change)) for change in every[:_FEW]]
    if len(every) > _FEW:
        more = len(every) - _FEW
        last = shown.pop()
        shown.append(Related(last.place, worded("{message} (and {more} more)", message=last.message, more=more)))
    return tuple(shown)


def softer(changes: Iterable[Change]) -> str:
    """What would make the weightiest of the changes less of one, where that is known; else empty."""
    first = next((change for change in changes if change.replacement), None)
    return f". {first.hint.rstrip('.:')}: `{first.replacement}`" if first else ""


def _said(change: Change) -> str:
    """A change in a sentence, and which deals it hurts where that was proven."""
    return f"{change.sentence} {change.witness.sentence}" if change.witness else change.sentence
