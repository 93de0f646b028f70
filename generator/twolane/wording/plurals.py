"""A word or a sentence that reads otherwise for one than for several."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Plural:
    """The form for 1, and the one for every other number."""

    one: str
    many: str

    def of(self, value: float) -> str:
        """The form that goes with ``value``."""
        return self.one if value == 1 else self.many
