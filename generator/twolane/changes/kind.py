"""Kind: one sort of change, with its code, what it says, and how much it matters to each audience."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from twolane.changes.levels import Audience, Level


class Nature(StrEnum):
    """What happened to a thing; each has a mirror, which is what happens when the versions change places."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    MOVED = "moved"
    TIGHTENED = "tightened"
    LOOSENED = "loosened"
    REORDERED = "reordered"
    REWORDED = "reworded"
    CHANGED = "changed"

    @property
    def mirror(self) -> Nature:
        """What the same change is when it is read backwards."""
        return _MIRRORS.get(self, self)


_MIRRORS = {
    Nature.ADDED: Nature.REMOVED,
    Nature.REMOVED: Nature.ADDED,
    Nature.TIGHTENED: Nature.LOOSENED,
    Nature.LOOSENED: Nature.TIGHTENED,
}


@dataclass(frozen=True, slots=True)
class Kind:
    """``code`` is fixed, ``slug`` is what people read; ``entity`` is what changes, ``nature`` what happened to it.

    ``field`` is the field of the definition that it is about, empty for the thing itself; ``variant`` tells apart
    what one field or nature alone does not (``required``, ``optional``, ``new-only``). ``levels`` say what version
    each audience needs. ``sentence`` is a template with ``{name}``, ``{where}``, ``{old}``, ``{new}``, ``{items}``.
    """

    code: str
    slug: str
    entity: str
    nature: Nature
    levels: Mapping[Audience, Level]
    sentence: str
    field: str = ""
    variant: str = ""
    mirror: str = ""
    """The slug of the kind that the change is when it is read backwards; worked out where it is empty."""

    @property
    def level(self) -> Level:
        """The highest level that any audience needs."""
        return max(self.levels.values())
