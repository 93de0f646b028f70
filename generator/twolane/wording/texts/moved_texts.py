"""Pages that have moved, in words for readers."""

from __future__ import annotations

from twolane.wording.tables import Table


class MovedTexts(Table):
    """Pages that have moved."""

    moved_title: str = "{name} has moved"
    moved_says: str = "This page has a new address:"
