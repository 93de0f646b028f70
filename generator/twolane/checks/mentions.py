"""Which ids are mentioned, where an unknown id counts as a mention of whatever it may have meant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from twolane.model.element import Element
from twolane.wording.did_you_mean import is_like_any

_ALIKE = 0.7
_MOST_LOST = 100


@dataclass(frozen=True, slots=True)
class Mentions:
    """``id in mentions`` is false only where no reference leads to the id and none was likely meant to.

    A reference that leads nowhere has been reported; what it misspells is not unused for that. Where very many lead
    nowhere, nobody knows what they were meant for.
    """

    known: frozenset[str]
    lost: tuple[str, ...]

    @classmethod
    def of(cls, ids: Iterable[str | None], index: Mapping[str, Element]) -> Mentions:
        """The mentions that references make to the elements of ``index``."""
        named = {id for id in ids if id}
        # Of an element whose own id is missing or faulty, which has been reported, nobody knows what others call it.
        blurred = {id for id, element in index.items() if element.at.file and element.at.name != id}
        return cls(frozenset(named & index.keys() | blurred), tuple(sorted(named - index.keys())))

    def __contains__(self, id: str) -> bool:
        return id in self.known or len(self.lost) > _MOST_LOST or is_like_any(id, self.lost, _ALIKE)
