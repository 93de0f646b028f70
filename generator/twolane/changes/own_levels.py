"""Gives changes the levels that a playbook's own settings say, and tells where two versions say different ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from twolane.changes.all_kinds import by_code
from twolane.changes.change import Change
from twolane.changes.kind_explanation import names as kind_names
from twolane.changes.levels import Level
from twolane.configuration.change_levels import Levels
from twolane.wording.version_names import inside

_NONE: Mapping[str, Level] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class OwnLevels:
    """The levels that the old and the new version of a playbook give to kinds of change, by code.

    What a proposal says of levels does not hold for that proposal itself where it makes a change lighter: of two
    levels the heavier one counts.
    """

    old: Mapping[str, Level]
    new: Mapping[str, Level]

    @classmethod
    def of(cls, old: Levels | None, new: Levels | None) -> OwnLevels:
        """Those of two versions; a version without settings goes by those of the other one."""
        before = _levels(new if old is None else old)
        return cls(before, before if new is None else _levels(new))

    def given(self, changes: Iterable[Change]) -> tuple[Change, ...]:
        """The changes, each with the level that the playbook gives it, the weightiest first."""
        if not self.old and not self.new:
            return tuple(changes)
        return tuple(sorted(map(self._given, changes), key=lambda change: -change.level))

    def notes(self, old: str, new: str) -> Iterator[str]:
        """What a reader has to know where the versions, which people call so, differ."""
        for code in sorted({*self.old, *self.new}):
            kind = by_code()[code]
            before, after = (each.get(code, kind.level) for each in (self.old, self.new))
            if before is not after:
                yield (
                    f"The settings change too: {code} {kind.slug} is {before.word} {inside(old)} and "
                    f"{after.word} {inside(new)}. Between these two versions the heavier one counts, "
                    f"{max(before, after).word}."
                )

    def _given(self, change: Change) -> Change:
        code = change.kind.code
        level = max(self.old.get(code, change.level), self.new.get(code, change.level))
        return change if level is change.level else replace(change, level=level, usual=change.level)


NO_LEVELS = OwnLevels(_NONE, _NONE)
"""Those of a playbook that leaves all levels as they are."""


def _levels(given: Levels | None) -> Mapping[str, Level]:
    known = kind_names()
    return {known[name]: Level.of(level) for name, level in given or () if name in known}
