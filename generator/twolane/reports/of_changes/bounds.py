"""Which changes a report shows of very many, and how much of very long texts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from twolane.changes.change import Change, Comparison
from twolane.findings import LONGEST, cut, more
from twolane.judgement.weight import heaviest_first

MOST_CHANGES = 5000
"""The most changes that a report shows; a reviewer wants all of them, as long as anybody can read them."""

_TEXTS = ("sentence", "old", "new", "hint", "replacement", "approved")


@dataclass(frozen=True, slots=True)
class ShownChanges:
    """The changes that a report shows, the heaviest first, and how many more there are."""

    changes: tuple[Change, ...]
    left_out: int

    @property
    def rest(self) -> str:
        """How many more there are, in words; empty for none."""
        return more(self.left_out, "change")


def shown_changes(comparison: Comparison) -> ShownChanges:
    """The heaviest changes, as many as a report shows, each with as much of its texts as it shows."""
    ordered = heaviest_first(comparison.changes)
    return ShownChanges(tuple(map(_bounded, ordered[:MOST_CHANGES])), max(0, len(ordered) - MOST_CHANGES))


def _bounded(change: Change) -> Change:
    long = [name for name in _TEXTS if len(getattr(change, name)) > LONGEST]
    # A part of a text to paste would be wrong.
    texts: dict[str, Any] = {name: "" if name == "replacement" else cut(getattr(change, name)) for name in long}
    return replace(change, **texts)
