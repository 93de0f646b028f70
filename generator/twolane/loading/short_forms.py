"""Writes out what may be said in short: a text alone in a list stands for an element with that text under one key."""

from __future__ import annotations

from typing import Any

from twolane.loading.fault_words import split_at_colon
from twolane.loading.model_keys import field_model, keys_of
from twolane.loading.tried_keys import meant_key
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
        if owner.SHORT and (isinstance(item, str) or _is_split(item, owner)):
            items[index] = {AT: _source(holder.get(AT), key, index, owner.SHORT), owner.SHORT: item}
        elif isinstance(item, dict):
            written_out(item, owner)


def _is_split(item: Any, owner: type[Element]) -> bool:
    """Whether an item is a text alone with a colon in it, and no group of keys: nobody writes such a key."""
    key = next((key for key in item if key != AT), "") if isinstance(item, dict) else ""
    is_key = key in keys_of(owner) or meant_key(owner, key) or (key.islower() and " " not in key)
    return bool(key) and not is_key and split_at_colon(item) is not None


def _source(around: object, key: str, index: int, short: str) -> Source:
    """The source of an item that is a text: its whole place is that of the text."""
    if not isinstance(around, Source) or index >= len(around.items.get(key, ())):
        return Source("")
    span = around.items[key][index]
    return Source(around.file, span, around, key, index, values={short: span})
