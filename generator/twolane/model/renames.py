"""Ids that were renamed, merged or split: which new ids stand for which old ones."""

from __future__ import annotations

from typing import Annotated, Any, TypeAlias

from pydantic import BeforeValidator, Field

from twolane.model.element import Element
from twolane.model.value_types import OneOrMore, Text
from twolane.source import AT


class Renames(Element):
    """New ids and the old ids that they replace."""

    entries: dict[str, str] = Field(default_factory=dict)


def _entries(value: Any) -> Any:
    """Keep the mapping's own place beside its entries, which are names that the author chose."""
    if isinstance(value, dict) and "entries" not in value:
        return {AT: value.get(AT), "entries": {key: each for key, each in value.items() if key != AT}}
    return value


RenamedFrom: TypeAlias = Annotated[Renames, BeforeValidator(_entries, json_schema_input_type=dict[str, str])]
"""Each new id with the old id that it replaces."""


class Regrouped(Element):
    """Ids and the several ids that stand beside each: the old ones of what was merged, the new ones of what was split.

    ``itself`` are those that a process names for itself, as a list in place of the mapping.
    """

    entries: dict[str, OneOrMore[Text]] = Field(default_factory=dict)
    itself: OneOrMore[Text] = ()


def _groups(value: Any) -> Any:
    """The mapping as for renames; a list, or one text, is what a process says of itself."""
    return {"itself": value} if isinstance(value, str | list) else _entries(value)


_Several: TypeAlias = dict[str, list[str] | str]
MergedFrom: TypeAlias = Annotated[Regrouped, BeforeValidator(_entries, json_schema_input_type=_Several)]
"""Each new id with the old ids that it replaces."""
SplitInto: TypeAlias = MergedFrom
"""Each old id with the new ids that replace it."""
MergedOrItself: TypeAlias = Annotated[
    Regrouped, BeforeValidator(_groups, json_schema_input_type=_Several | list[str] | str)
]
"""The same; or a list of processes, of which this one was made, or into which it was split."""
