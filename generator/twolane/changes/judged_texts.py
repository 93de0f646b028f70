"""Judges texts that were worded anew: what shows another meaning, which figures changed, and what a deal now needs."""

from __future__ import annotations

from twolane.changes import all_kinds
from twolane.changes.aspects import Aspect
from twolane.changes.change import Witness
from twolane.changes.compared_elements import Node
from twolane.changes.element_names import Naming
from twolane.changes.figure_places import where_figure
from twolane.changes.kind import Kind
from twolane.changes.levels import Level
from twolane.changes.witness import Flow
from twolane.meaning.text_meaning import Reading
from twolane.wording.lists import listed
from twolane.wording.spoken_language import texts, translated


def kind_of_text(kind: Kind | None, entity: str, aspect: Aspect) -> Kind | None:
    """The kind of change; of a figure, the one of the text itself where that is more than wording anyway."""
    if kind is None or kind.reading is not Reading.FIGURE:
        return kind
    plain = all_kinds.find(entity, aspect.nature, aspect.field)
    return kind if plain is None or plain.level is Level.PATCH else plain


def words_of_texts(kind: Kind, aspect: Aspect, item: Node, naming: Naming) -> dict[str, str]:
    """What a sentence says of two wordings: the first thing that shows another meaning, or the figures of both."""
    if kind.reading is Reading.OTHER:
        return {"items": aspect.reasons[0]}
    if kind.reading is not Reading.FIGURE:
        return {}
    old, new = (
        listed(dict.fromkeys(text for text in side if text)) or translated(kind.nothing)
        for side in ((each.old for each in aspect.figures), (each.new for each in aspect.figures))
    )
    where = where_figure(item.entity, aspect.field, naming.name(item), naming.where(item))
    return {"old": old, "new": new, "where": where}


def asked_otherwise(item: Node, old: str, new: str, flow: Flow) -> Witness | None:
    """A deal that could go on with what a criterion or step said before, and is asked for what it says now.

    Before a deal enters a stage it is in the one before; none that is under way has yet to enter the first.
    """
    stage = item.owner
    if stage is None:
        return None
    t, words = texts(), {"old": old, "new": new, "stage": flow.names.get(stage.key, stage.key)}
    if item.entity != "entry criterion":
        return Witness(stage.key, (), (item.key,), True, t.witness_other_meaning.format(**words))
    position = flow.new.position(stage.key) or 0
    before = flow.new.at(position - 1)
    words["before"] = flow.names.get(before, before)
    return Witness(before, (), (item.key,), True, t.witness_other_entry.format(**words)) if before else None
