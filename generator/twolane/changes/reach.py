"""Finds the buyer's steps to which no decision leads any more, and tells so in the change that caused it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from twolane.changes.all_kinds import by_slug
from twolane.changes.change import Change
from twolane.changes.change_places import element_place
from twolane.changes.compared_elements import Node
from twolane.changes.effective_values import stands_in
from twolane.changes.find import Difference
from twolane.changes.followers import is_order, is_yes
from twolane.changes.kind import Nature
from twolane.changes.one_change import Context
from twolane.changes.told import Told, and_more, fingerprint_of, with_parts
from twolane.findings import Related
from twolane.model.buying import BuyerStep, Decision
from twolane.model.process import Process
from twolane.wording.lists import listed
from twolane.wording.spoken_language import texts, translated


def with_what_is_out_of_reach(told: Sequence[Told], context: Context) -> tuple[Told, ...]:
    """All that is told, and which steps of the buyer nobody comes to any more, or now: where one change alone may be
    why, in that."""
    lost, gained = _turned(context)
    causes = [each for each in told if _may_be_why(each)]
    found = list(_with_new_ones(told, context))
    for steps, slug, text in (
        (lost, "buyer-steps-out-of-reach", texts().entry_lost),
        (gained, "buyer-steps-in-reach", texts().entry_gained),
    ):
        if not steps:
            continue
        if len(causes) == 1:
            at = next(at for at, each in enumerate(found) if each.difference is causes[0].difference)
            found[at] = _caused(found[at], steps, text, context)
        else:
            found.append(_of_its_own(steps, slug, context))
    return tuple(found)


def reached(process: Process | None) -> frozenset[str]:
    """The ids of the buyer's steps to which yes after yes leads from the first one."""
    found: set[str] = set()
    step = next(iter(process.buyer.steps), None) if process is not None else None
    while step is not None and step.id not in found and process is not None:
        found.add(step.id)
        step = process.after_go(step)
    return frozenset(found)


def _turned(context: Context) -> tuple[list[Node], list[Node]]:
    """The steps of both versions that are out of reach since, and those that are not any more."""
    sides = (context.bench.old_process, context.bench.new_process)
    before, now = map(reached, sides)
    both = context.found.matching.pairs()
    pairs = [(old, new) for old, new in both if isinstance(new.element, BuyerStep) and stands_in(old, new, *sides)]
    lost = [new for old, new in pairs if old.key in before and new.key not in now]
    gained = [new for old, new in pairs if old.key not in before and new.key in now]
    return lost, gained


def _may_be_why(told: Told) -> bool:
    if is_yes(told) or is_order(told):
        return True
    decided = told.difference.nature in (Nature.ADDED, Nature.REMOVED)
    return any(decided and isinstance(each.item.element, BuyerStep | Decision) for each in told.differences)


def _with_new_ones(told: Sequence[Told], context: Context) -> Iterator[Told]:
    """All that is told, with a word where no decision leads to a step that is new."""
    now = reached(context.bench.new_process)
    for each in told:
        item = each.difference.item
        fresh = each.difference.nature is Nature.ADDED and isinstance(item.element, BuyerStep)
        if fresh and item.key not in now:
            sentence = and_more(each.change.sentence, texts().entry_never.format(step=context.bench.naming.name(item)))
            yield Told(replace(each.change, sentence=sentence), each.differences)
        else:
            yield each


def _caused(cause: Told, steps: Sequence[Node], text: str, context: Context) -> Told:
    words = text.format(steps=_named(steps, context))
    related = (*cause.change.related, *_serving(steps, context))
    said = {"sentence": and_more(cause.change.sentence, words), "related": related}
    roles = (*cause.change.roles, *_roles(steps, context))
    return with_parts(cause, (), context.bench.new_readers, **said, roles=context.bench.new_readers.reading(roles))


def _of_its_own(steps: Sequence[Node], slug: str, context: Context) -> Told:
    kind, first, process = by_slug()[slug], steps[0], context.bench.process
    old = context.found.matching.old_of[first]
    difference = Difference(Nature.CHANGED, old, first, "reach")
    change = Change(
        kind=kind,
        path=first.path,
        process=process,
        name=context.bench.naming.name(first),
        where="",
        sentence=translated(kind.sentence).format(items=_named(steps, context)),
        place=element_place(first, context.bench.files),
        level=kind.level,
        before=old.element.at.element(),
        field=kind.field,
        related=tuple(_serving(steps, context)),
        roles=context.bench.new_readers.reading(_roles(steps, context)),
        processes=(process,),
        fingerprint=fingerprint_of(kind.code, process, *(each.key for each in steps)),
    )
    return Told(change, (difference,))


def _named(steps: Iterable[Node], context: Context) -> str:
    return listed(f"“{context.bench.naming.name(each)}”" for each in steps)


def _serving(steps: Iterable[Node], context: Context) -> Iterator[Related]:
    """The places of our steps that serve what is out of reach, or is no longer."""
    process = context.bench.new_process
    for step in steps:
        if process is None or not isinstance(step.element, BuyerStep):
            continue
        for serving in process.serving(step.element):
            words = texts().entry_serves.format(name=serving.name_or_id, step=step.element.name)
            yield Related(serving.at.key_place("serves"), words)


def _roles(steps: Iterable[Node], context: Context) -> Iterator[str]:
    bench = context.bench
    for step in steps:
        yield from bench.new_readers.roles(step, bench.new_process)
