"""What a merge or split is called in sentences, whom it concerns, and in which processes it is told."""

from __future__ import annotations

from collections.abc import Iterator

from twolane.changes.compared_elements import Node
from twolane.changes.element_names import Naming
from twolane.changes.find import Difference
from twolane.changes.kind import Nature
from twolane.changes.matching import Matching
from twolane.changes.readers import Readers
from twolane.model.process import Process
from twolane.wording.lists import listed
from twolane.wording.spoken_language import texts

REGROUPED = (Nature.MERGED, Nature.SPLIT)


def several(difference: Difference) -> tuple[Node, ...]:
    """What was merged, or what something was split into."""
    first = difference.old if difference.nature is Nature.MERGED else difference.new
    return (*((first,) if first is not None else ()), *difference.others)


def named(difference: Difference, naming: Naming) -> str:
    """The several, each in quotes."""
    return listed(f"“{naming.name(each)}”" for each in several(difference))


def both_sides(difference: Difference, naming: Naming) -> tuple[str, str]:
    """Old and new as people read them."""
    many = ", ".join(map(naming.name, several(difference)))
    if difference.nature is Nature.MERGED:
        return many, naming.name(difference.new) if difference.new is not None else ""
    return naming.name(difference.old) if difference.old is not None else "", many


def of_each_stage(difference: Difference, field: str, matching: Matching, naming: Naming) -> tuple[str, str]:
    """How likely a deal is won in each of the stages that are one now, or were, as old and new; empty for a single one.

    Of several the first alone would tell a fall as a rise.
    """
    old, new = difference.old, difference.new
    if field != "probability" or old is None or new is None:
        return "", ""
    return _each(matching.olds.get(new, ()), field, naming), _each(matching.news.get(old, ()), field, naming)


def _each(stages: tuple[Node, ...], field: str, naming: Naming) -> str:
    if len(stages) < 2:
        return ""
    told = ((each, naming.value(type(each.element), field, getattr(each.element, field))) for each in stages)
    t = texts()
    return ", ".join(
        t.value_in_stage.format(value=value or t.value_not_said, stage=naming.name(each)) for each, value in told
    )


def others_roles(difference: Difference, old: Readers, new: Readers, process: Process | None) -> Iterator[str]:
    """The roles that all but the first of the several concern; ``process`` is the one around them."""
    readers = old if difference.nature is Nature.MERGED else new
    for each in difference.others:
        own = each.element if isinstance(each.element, Process) else process
        yield from readers.roles(each, own)


def others_processes(difference: Difference, old: Readers, new: Readers) -> Iterator[str]:
    """The processes that refer to all but the first of the several."""
    readers = old if difference.nature is Nature.MERGED else new
    return (id for each in difference.others for id in readers.processes(each))


def told_in(home: str, difference: Difference) -> tuple[str, ...]:
    """The processes in which a change of ``home`` is told: of one that was split, in each part."""
    if difference.nature is Nature.SPLIT and isinstance(difference.item.element, Process):
        return (home, *(each.key for each in difference.others))
    return (home,)
