"""Makes what moved into a new stage, or out of one that is gone, part of the change of that stage."""

from __future__ import annotations

from collections.abc import Sequence

from twolane.changes.compared_elements import Node
from twolane.changes.kind import Nature
from twolane.changes.levels import Level
from twolane.changes.one_change import Context
from twolane.changes.told import Told, and_more, merged
from twolane.wording.lists import listed
from twolane.wording.spoken_language import texts

_MOST = 3
"""Things that a sentence names; of more, the others are counted."""


def with_what_moves_along(told: Sequence[Told], context: Context) -> tuple[Told, ...]:
    """All that is told, with moves into a new stage or out of one that is gone in its change, if they hold nobody."""
    came = {each.difference.new: each for each in told if _is_stage(each, Nature.ADDED)}
    went = {each.difference.old: each for each in told if _is_stage(each, Nature.REMOVED)}
    parts: dict[Told, list[Told]] = {}
    for each in told:
        old, new = each.difference.old, each.difference.new
        if each.difference.nature is Nature.MOVED and each.change.level < Level.MAJOR and old and new:
            root = came.get(new.owner) or went.get(old.owner)
            if root is not None:
                parts.setdefault(root, []).append(each)
    said = {root: {"sentence": and_more(root.change.sentence, _moved(root, held))} for root, held in parts.items()}
    return merged(told, parts, context.bench.new_readers, said)


def _is_stage(told: Told, nature: Nature) -> bool:
    return told.difference.nature is nature and told.difference.item.entity == "stage"


def _moved(root: Told, parts: Sequence[Told]) -> str:
    """What moved, and where it stood or stands now."""
    t = texts()
    names = [f"“{each.change.name}”" for each in parts]
    if len(names) > _MOST:
        names = [*names[: _MOST - 1], t.witness_more.format(number=len(names) - _MOST + 1)]
    came = root.difference.nature is Nature.ADDED
    stages = dict.fromkeys(_stage(each.difference.old if came else each.difference.new) for each in parts)
    text = t.entry_stood_in if came else t.entry_stands_in
    return text.format(things=listed(names), stages=listed(f"“{name}”" for name in stages))


def _stage(item: Node | None) -> str:
    owner = item.owner if item is not None else None
    return str(getattr(owner.element, "name", "")) if owner is not None else ""
