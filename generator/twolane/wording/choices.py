"""Words for the members of a closed set, such as the units of time or the sides of a deal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Generic, TypeVar

Words = TypeVar("Words")


class Choices(Mapping[str, Words], Generic[Words]):
    """What each member is called, by how definitions spell it (with `_` for `-`); nobody changes it, so that a table
    can hold it.
    """

    def __init__(self, **words: Words) -> None:
        self._words = words

    def __getitem__(self, member: str) -> Words:
        return self._words[member.replace("-", "_")]

    def __iter__(self) -> Iterator[str]:
        return iter(self._words)

    def __len__(self) -> int:
        return len(self._words)

    def __hash__(self) -> int:
        return hash(tuple(self._words.items()))
