"""Kind: one sort of change, with its code, what it says, and how much it matters to each audience."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from twolane.changes.levels import Audience, Level
from twolane.meaning.text_meaning import Reading


class Nature(StrEnum):
    """What happened to a thing; each has a mirror, which is what happens when the versions change places."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    MOVED = "moved"
    MERGED = "merged"
    SPLIT = "split"
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
    Nature.MERGED: Nature.SPLIT,
    Nature.SPLIT: Nature.MERGED,
    Nature.TIGHTENED: Nature.LOOSENED,
    Nature.LOOSENED: Nature.TIGHTENED,
}


@dataclass(frozen=True, slots=True)
class Kind:
    """``code`` is fixed, ``slug`` is what people read; ``entity`` is what changes, ``nature`` what happened to it.

    ``field`` is the field of the definition that it is about, empty for the thing itself; ``variant`` tells apart
    what one field or nature alone does not (``required``, ``optional``, ``new-only``). ``levels`` say what version
    each audience needs. ``sentence`` is a template, one sentence that says all without the code:

    - ``{name}`` is what people call the thing, of what has no name its own text; never in quotes by itself.
    - ``{where}`` is what it stands in with its sort: the stage “Prospecting”, the role “Account executive”; of an
      item of the SWOT its quarter: the weaknesses. It is empty for what stands in the playbook itself.
    - ``{old}`` and ``{new}`` are values as people read them, ids where it is renamed; what had or has none is called
      ``nothing``. Of what has moved they are worded like ``{where}``, of a criterion with its side: the exit from
      the stage “Prospecting”.
    - ``{items}`` is what a list gained or lost, joined and in quotes.
    """

    code: str
    slug: str
    entity: str
    nature: Nature
    levels: Mapping[Audience, Level] = dataclasses.field(hash=False)
    sentence: str
    field: str = ""
    variant: str = ""
    mirror: str = ""
    """The slug of the kind that the change is when it is read backwards; worked out where it is empty."""
    nothing: str = "nothing"
    """What an empty old or new value is called in the sentence."""
    reading: Reading | None = None
    """What shows that it is more than wording, of a text that was worded anew; ``None`` for every other change."""
    why: str = ""
    """Why it matters so much and not more, where the table of levels does not say it by itself."""

    @property
    def level(self) -> Level:
        """The highest level that any audience needs."""
        return max(self.levels.values())
