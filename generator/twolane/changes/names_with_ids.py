"""Makes another name part of the change that gives a thing another id: both are one renaming to whoever made it."""

from __future__ import annotations

from collections.abc import Sequence

from twolane.changes.kind import Nature
from twolane.changes.levels import Level
from twolane.changes.one_change import Context
from twolane.changes.told import Told, and_more, merged
from twolane.wording.spoken_language import texts

_NAMES = ("name", "title", "term")


def with_their_names(told: Sequence[Told], context: Context) -> tuple[Told, ...]:
    """All that is told, with a new name in the change of the id, where the name alone is wording."""
    roots = {each.difference.new: each for each in told if each.difference.nature is Nature.RENAMED}
    parts: dict[Told, list[Told]] = {}
    for each in told:
        root = roots.get(each.difference.new) if each.change.field in _NAMES else None
        if root is not None and each.change.level is Level.PATCH:
            parts.setdefault(root, []).append(each)
    said = {root: {"sentence": _called(root, held[0])} for root, held in parts.items()}
    return merged(told, parts, context.bench.new_readers, said)


def _called(root: Told, name: Told) -> str:
    return and_more(root.change.sentence, texts().entry_was_called.format(name=name.change.old))
