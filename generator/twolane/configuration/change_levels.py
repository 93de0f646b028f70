"""The levels that a playbook gives to kinds of change in its settings, instead of Twolane's own."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any, TypeAlias

from twolane.configuration.config_files import Table
from twolane.findings import Finding, Subject
from twolane.wording.did_you_mean import nearest
from twolane.wording.quoting import short
from twolane.yaml_text.reading_rules import UNKNOWN_KEY, WRONG_VALUE

Levels: TypeAlias = tuple[tuple[str, str], ...]
"""Codes or slugs of kinds of change, each with a level."""
KEY = "changes"
WORDS = ("major", "minor", "patch")
NO_LEVELS = "`changes` has codes or slugs of kinds of change, each with `major`, `minor` or `patch`"
_CODE = 4


def levels_of(table: Table, kinds: Mapping[str, str], findings: list[Finding]) -> Levels:
    """The levels that a file gives; what is wrong with them is told.

    ``kinds`` lead from each code and slug to the code; where there are none, names stay as they are.
    """
    given = table.values.get(KEY)
    if given is None:
        return ()
    if not isinstance(given, dict):
        findings.append(WRONG_VALUE.at(table.source, KEY, NO_LEVELS))
        return ()
    return tuple(_levels(Table.of(given), kinds, findings))


def _levels(table: Table, kinds: Mapping[str, str], findings: list[Finding]) -> Iterator[tuple[str, str]]:
    for name, level in table.values.items():
        code = _code(name, kinds)
        if not code:
            findings.append(_unknown(table, name, kinds))
        elif level not in WORDS:
            findings.append(_wrong(table, name, level))
        else:
            yield code, str(level)


def _code(name: str, kinds: Mapping[str, str]) -> str:
    if not kinds:
        return name
    return kinds.get(name) or kinds.get(name.upper()) or kinds.get(name.lower().replace("_", "-")) or ""


def _unknown(table: Table, name: str, kinds: Mapping[str, str]) -> Finding:
    place = table.source.key_place(name)
    near = nearest(name, _alike(name, kinds))
    hint = f"did you mean `{near}`?" if near else "`twolane explain --changes` lists them all"
    return UNKNOWN_KEY.on(
        place, f"“{short(name)}” is no kind of change", subject=Subject(place.file, key=name), hint=hint
    )


def _alike(name: str, kinds: Collection[str]) -> list[str]:
    """The names of the same sort: codes for what is as short as one, else slugs."""
    return [each for each in kinds if (len(each) <= _CODE) == (len(name) <= _CODE + 1)]


def _wrong(table: Table, name: str, level: Any) -> Finding:
    near = nearest(str(level), WORDS)
    hint = f"did you mean `{near}`?" if near else ""
    if level in ("off", False, "none", "never"):
        hint = "no change is hidden; the least is `patch`"
    message = f"the level of a kind of change is {', '.join(WORDS[:-1])} or {WORDS[-1]}"
    return WRONG_VALUE.at(table.source, name, message, hint=hint)
