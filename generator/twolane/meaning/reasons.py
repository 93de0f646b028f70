"""A reason: what shows that a text says something else, before it is put into words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reason:
    """What shows it: a figure, an actor, two who changed ``places``, a ``word``; empty where there was or is none."""

    sort: str
    old: str = ""
    new: str = ""

    def backwards(self) -> Reason:
        """The same with both texts in each other's place."""
        return Reason(self.sort, self.new, self.old)
