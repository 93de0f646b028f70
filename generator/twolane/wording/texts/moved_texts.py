"""Pages that have moved, in words for readers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class MovedTexts:
    """Pages that have moved."""

    moved_title: str = "{name} has moved"
    moved_says: str = "This page has a new address:"
