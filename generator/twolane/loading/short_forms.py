"""Writes out what may be said in short: a text alone in a list stands for an element with that text under one key."""

from __future__ import annotations

from typing import Any

from twolane.loading.model_keys import field_model
from twolane.model.element import Element
from twolane.source import AT, Source
from twolane.yaml_text.document import Value


def written_out(value: Value, model: type[Element] | None) -> Value:
    """``value`` with its short forms written out in place, each with the place of its text."""
    if isinstance(value, dict):
        for key, inner in value.items():
            owner = field_model(model, key) if model else None
            if owner and isinstance(inner, list):
                _write_out(inner, owner, value, key)
            if isinstance(inner, dict):
                written_out(inner, owner)
    return value


def _write_out(items: list[Any], owner: type[Element], holder: dict[str, Any], key: str) -> None:
    for index, item in enumerate(items):
        if isinstance(item, dict):
            written_out(item, owner)
        elif owner.SHORT and isinstance(item, str):
            items[index] = {AT: _source(holder.get(AT), key, index, owner.SHORT), owner.SHORT: item}


def _source(around: object, key: str, index: int, short: str) -> Source:
    """The source of an item that is a text: its whole place is that of the text."""
    if not isinstance(around, Source) or index >= len(around.items.get(key, ())):
        return Source("")
    span = around.items[key][index]
    return Source(around.file, span, around, key, index, values={short: span})
