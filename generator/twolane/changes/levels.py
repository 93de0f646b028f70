"""How much a change matters, and to whom: the levels of a version, and the audiences that a change may hurt."""

from __future__ import annotations

from enum import IntEnum, StrEnum


class Level(IntEnum):
    """The part of a version's number that a change raises; larger is more."""

    PATCH = 1
    MINOR = 2
    MAJOR = 3

    @property
    def word(self) -> str:
        """The name as people read it: ``patch``, ``minor``, ``major``."""
        return self.name.lower()

    @classmethod
    def of(cls, word: str) -> Level:
        """The level of that name; raises ``KeyError`` for any other word."""
        return cls[word.upper()]


class Audience(StrEnum):
    """Who or what may be hurt by a change."""

    FLOW = "flow"
    """A deal under way could leave its stage and now cannot, or the next stage's guarantee is gone."""
    SYSTEM = "system"
    """An id that the CRM, a report or an automation keys on is gone or means something else."""
    MEASURE = "measure"
    """Figures before and after cannot be compared."""
    LINKS = "links"
    """A published address no longer leads anywhere."""
    WORDING = "wording"
    """Only the reading changes."""
