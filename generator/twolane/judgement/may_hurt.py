"""Whom a text hurts that may mean something else, if it does: nobody but a reader can tell."""

from __future__ import annotations

from collections.abc import Iterator

from twolane.changes.change import Change, Comparison
from twolane.judgement.names_by_id import process_name, stage_name
from twolane.judgement.weight import Weight, weight
from twolane.meaning.text_meaning import Reading
from twolane.mermaid.mermaid_syntax import shortened
from twolane.model.selling import EntryCriterion, ExitCriterion, Stage
from twolane.wording.lists import first_listed
from twolane.wording.spoken_language import texts

_MOST = 3
_LONGEST_NAME = 60


def is_to_look_at(change: Change) -> bool:
    """Whether its text may mean something else, and nobody can tell but who reads it."""
    return change.kind.reading is Reading.LOOK and weight(change) is Weight.READ


def if_it_means_another_thing(comparison: Comparison) -> str:
    """Which deals may be held and which figures are others then, in a sentence; empty where there are none."""
    t, found = texts(), tuple(filter(is_to_look_at, comparison.changes))
    leaving = first_listed([*dict.fromkeys(_stages(comparison, found, "exit criterion"))], _MOST)
    entering = first_listed([*dict.fromkeys(_stages(comparison, found, "entry criterion"))], _MOST)
    metrics = dict.fromkeys(shortened(each.name, _LONGEST_NAME) for each in found if each.kind.entity == "metric")
    figures = first_listed([t.hurt_stage.format(stage=each) for each in metrics], _MOST)
    parts = (
        t.may_hurt_leaving.format(stages=leaving) if leaving else "",
        t.may_hurt_entering.format(stages=entering) if entering else "",
        t.may_hurt_figures.format(metrics=figures) if figures else "",
    )
    said = "; ".join(filter(None, parts))
    return t.may_hurt.format(whom=said) if said else ""


def _stages(comparison: Comparison, found: tuple[Change, ...], entity: str) -> Iterator[str]:
    """The stages that a deal may not leave, or enter; of several processes each with its own."""
    t, several = texts(), len({each.process for each in found if each.process}) > 1
    for change in found:
        if change.kind.entity == entity and change.path[1:2] == ("stages",) and _holds(comparison, change):
            stage = shortened(stage_name(comparison, change.process, change.path[2]), _LONGEST_NAME)
            process = shortened(process_name(comparison, change.process), _LONGEST_NAME)
            yield (t.hurt_stage_of if several else t.hurt_stage).format(stage=stage, process=process)


def _holds(comparison: Comparison, change: Change) -> bool:
    """Whether deals under way need the criterion; what cannot be found may."""
    process = comparison.new.process.get(change.process)
    stages = (each for each in process.stages if each.id == change.path[2]) if process else iter(())
    return all(_needed(each, change.path[-1]) for each in stages)


def _needed(stage: Stage, id: str) -> bool:
    criteria: tuple[EntryCriterion | ExitCriterion, ...] = (*stage.entry, *stage.exit)
    return all(each.required and each.applies_to == "all" for each in criteria if each.id == id)
