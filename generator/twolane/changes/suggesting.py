"""Suggests that what went and what came may be the same thing under a new id; only the author can know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from twolane.changes.find import Found
from twolane.changes.items import Item, value_fields
from twolane.changes.kind import Nature
from twolane.changes.matching import likeness

_LIKE = 0.6


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What to do, and what to paste for it."""

    hint: str
    replacement: str


def suggestion(gone: Item, found: Found) -> Suggestion | None:
    """What to paste for a thing that went, if something that came is like it."""
    if gone.lasting is None:
        return None
    kind = gone.lasting[0]
    came = [
        each.item
        for each in found.differences
        if each.nature is Nature.ADDED and each.item.lasting and each.item.lasting[0] == kind
    ]
    best = max(came, key=lambda item: alike(gone, item), default=None)
    if best is None or alike(gone, best) < _LIKE:
        return None
    hint = (
        f"If this is `{best.key}` under its old id, say so: then it counts as renamed, ticks and links stay, "
        "and nothing is gone."
    )
    return Suggestion(hint, f"renamed_from: {{{best.key}: {gone.key}}}")


def alike(one: Item, other: Item) -> float:
    """How alike two things are, from 0 to 1, by all their words."""
    return likeness(" ".join(_texts(one)), " ".join(_texts(other)))


def _texts(item: Item) -> Iterator[str]:
    for _, name in value_fields(type(item.element)):
        value = getattr(item.element, name)
        if isinstance(value, str):
            yield value
    for child in item.children:
        yield from _texts(child)
