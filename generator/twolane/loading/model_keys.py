"""Finds the part of the model that stands behind a place in a file, and the keys that it takes."""

from __future__ import annotations

from functools import cache
from typing import Any, get_args

from twolane.model.element import Element


def model_at(model: type[Element], loc: tuple[int | str, ...]) -> type[Element] | None:
    """The element class at ``loc``, a way of keys and list numbers from ``model``; ``None`` for single values."""
    found: type[Element] | None = model
    for part in loc:
        if isinstance(part, str) and found is not None:
            found = field_model(found, part)
    return found


@cache
def field_model(owner: type[Element], key: str) -> type[Element] | None:
    """The element class that the field ``key`` of ``owner`` holds, alone or in a list."""
    for name, info in owner.model_fields.items():
        if (info.alias or name) == key:
            return _element_in(info.annotation)
    return None


@cache
def keys_of(owner: type[Element]) -> tuple[str, ...]:
    """The keys that ``owner`` takes, as they are written in a file."""
    return tuple(info.alias or name for name, info in owner.model_fields.items() if name != "at")


def _element_in(annotation: Any) -> type[Element] | None:
    if isinstance(annotation, type) and issubclass(annotation, Element):
        return annotation
    for inner in get_args(annotation):
        found = _element_in(inner)
        if found is not None:
            return found
    return None
