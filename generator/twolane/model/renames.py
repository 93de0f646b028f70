"""Renamed ids: which new id stands for which old one."""

from __future__ import annotations

from typing import Annotated, Any, TypeAlias

from pydantic import BeforeValidator, Field

from twolane.model.element import Element
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
