"""Says how much search favours what: pages for the middle of a call before long ones, and old ones last."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

_RETIRED = 0.2
"""What multiplies the rank of the pages of a process that nobody sells by any more; only their tops are found."""


@dataclass(frozen=True, slots=True)
class Rank:
    """How much search favours a page: what multiplies the score of everything on it, 0 to leave it out.

    ``parts`` multiply that for what stands below a heading, by its anchor. Of a page of which only the top is found,
    search knows the title and the first words, since it repeats others, or is not for a call.
    """

    page: float = 1
    parts: Mapping[str, float] = field(default_factory=dict)
    top_only: bool = False

    def of(self, anchor: str, retired: bool = False) -> float:
        """The rank of the part of the page below the heading ``anchor``; empty is the top of the page."""
        if anchor and (retired or self.top_only):
            return 0
        return round(self.page * self.parts.get(anchor, 1) * (_RETIRED if retired else 1), 3)


USUAL = Rank()
"""That of a kind of page that says nothing about it."""
