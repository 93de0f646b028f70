"""Names the files of a comparison as seen from another folder, so that a path leads to its file from there."""

from __future__ import annotations

from dataclasses import replace

from twolane.changes.change import Change, Comparison
from twolane.reports.relocation import moved_texts
from twolane.source import Place


def moved(comparison: Comparison, prefix: str) -> Comparison:
    """``comparison`` with ``prefix`` before each path of a file; ids and fingerprints stay as they are."""
    if not prefix:
        return comparison
    return replace(
        comparison,
        changes=tuple(_moved(each, prefix) for each in comparison.changes),
        old_texts=moved_texts(comparison.old_texts, prefix),
        new_texts=moved_texts(comparison.new_texts, prefix),
    )


def _moved(change: Change, prefix: str) -> Change:
    return replace(
        change,
        place=_place(change.place, prefix),
        before=_place(change.before, prefix) if change.before else None,
        related=tuple(replace(each, place=_place(each.place, prefix)) for each in change.related),
    )


def _place(place: Place, prefix: str) -> Place:
    return replace(place, file=f"{prefix}{place.file}")
