"""Judges differences: which kind each is, how much it matters, whom it concerns, and what it says."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any

from twolane.changes import all_kinds
from twolane.changes.aspects import Aspect, aspects
from twolane.changes.bench import Bench
from twolane.changes.change import Change, Witness
from twolane.changes.change_places import before_of, place_of
from twolane.changes.compared_elements import Node
from twolane.changes.concerned import answering_for, named_in, processes_of, roles_of
from twolane.changes.element_names import Naming
from twolane.changes.field_types import field_of
from twolane.changes.find import Difference, Found
from twolane.changes.folding import Folded
from twolane.changes.judged_texts import asked_otherwise, kind_of_text, words_of_texts
from twolane.changes.kind import Kind, Nature
from twolane.changes.levels import Audience, Level
from twolane.changes.proving import FOR_NEW, proven_level, stage_variant, witness_of, words_for_new
from twolane.changes.regrouped_words import REGROUPED, named, of_each_stage, several, told_in
from twolane.changes.suggesting import of_a_split, suggestion
from twolane.changes.told import Told
from twolane.meaning.text_meaning import Reading
from twolane.model.buying import BuyerStep, Decision
from twolane.model.element import Element
from twolane.model.process import Process
from twolane.wording.counts import in_words
from twolane.wording.spans import units
from twolane.wording.spoken_language import texts, translated

_NONE: Mapping[Difference, tuple[str, ...]] = MappingProxyType({})


def judged(
    found: Found, folded: Folded, bench: Bench, readers: Mapping[Difference, tuple[str, ...]] = _NONE
) -> Iterator[Told]:
    """Every change that the differences are, ``folded`` into those that they follow from, with its difference.

    ``readers`` are roles that must read of a difference because of what was folded into it elsewhere.
    """
    for change, difference in _changes(folded, found, bench, readers):
        item = difference.item
        advise = {Nature.REMOVED: suggestion, Nature.ADDED: of_a_split}.get(change.kind.nature)
        suggested = advise(item, found.matching, bench.file_of(item)) if advise and not change.field else None
        if suggested:
            change = replace(change, hint=suggested.hint, replacement=suggested.replacement)
        yield Told(change, (difference,))


def _changes(
    folded: Folded, found: Found, bench: Bench, readers: Mapping[Difference, tuple[str, ...]]
) -> Iterator[tuple[Change, Difference]]:
    told: set[Node] = set()
    for difference in folded.differences:
        if _leads_on_alike(difference, bench):
            continue
        if difference.nature is Nature.CHANGED and _is_time(difference):
            if difference.item in told:
                continue
            told.add(difference.item)
        for aspect in aspects(difference, stage_variant(difference, found, bench.flow), bench.role_names):
            kind = _kind(difference, aspect)
            if kind is not None:
                change = _change(kind, difference, aspect, found, bench)
                told_of = named_in((change.old, change.new), bench) if kind.reading is not None else ()
                more = bench.new_readers.reading((*change.roles, *told_of, *readers.get(difference, ())))
                yield replace(change, related=folded.related(difference), roles=more), difference


def _leads_on_alike(difference: Difference, bench: Bench) -> bool:
    """Whether a yes of the buyer leads to the same step as before: the next one, named or not."""
    if difference.field != "go" or not isinstance(difference.item.element, Decision):
        return False
    after = _after_go(difference.new, bench.new_process)
    before = _after_go(difference.old, bench.old_process)
    return bench.flow.new_id.get(before, before) == after


def _after_go(decision: Node | None, process: Process | None) -> str:
    step = decision.owner.element if decision is not None and decision.owner is not None else None
    following = process.after_go(step) if process is not None and isinstance(step, BuyerStep) else None
    return following.id if following is not None else ""


def _is_time(difference: Difference) -> bool:
    return field_of(type(difference.item.element), difference.field) == "time"


def _kind(difference: Difference, aspect: Aspect) -> Kind | None:
    """The kind of change, or ``None`` for what the table waives."""
    entity = difference.item.entity
    if aspect.nature is Nature.REORDERED and difference.nature is Nature.REORDERED:
        entity = next(child.entity for child in difference.item.children if child.list == difference.field)
    return kind_of_text(all_kinds.find(entity, aspect.nature, aspect.field, aspect.variant), entity, aspect)


def _change(kind: Kind, difference: Difference, aspect: Aspect, found: Found, bench: Bench) -> Change:
    item, naming = difference.item, bench.naming
    old, new = _values(difference, aspect, naming)
    several_old, several_new = of_each_stage(difference, aspect.field, found.matching, naming)
    old, new = several_old or old, several_new or new
    words = _words(kind, difference, aspect, (old, new), found, bench)
    witness = _witness(kind, difference, old, new, found, bench)
    level = proven_level(kind, witness)
    path = (difference.new or item).path
    home = bench.home(path)
    concerned = told_in(home, difference) if home else processes_of(difference, bench)
    return Change(
        kind=kind,
        path=path,
        process=home,
        name=words["name"],
        where=words["where"],
        sentence=_ended(translated(kind.sentence).format(**words)),
        place=place_of(difference, aspect, found.matching, bench.files),
        level=level,
        before=before_of(difference),
        field=aspect.field,
        old=old,
        new=new,
        witness=witness,
        roles=roles_of(difference, bench) if level > Level.PATCH else (),
        processes=concerned,
        fingerprint=_fingerprint(kind, path, difference, aspect),
        answering=answering_for(difference, bench, concerned),
    )


def _words(
    kind: Kind, difference: Difference, aspect: Aspect, values: tuple[str, str], found: Found, bench: Bench
) -> dict[str, str]:
    """What the sentence of a kind is filled in with."""
    item, naming = difference.item, bench.naming
    old, new = (value or translated(kind.nothing) for value in values)
    words = {
        "name": naming.name(item),
        "where": naming.where(item),
        "old": old,
        "new": new,
        "items": naming.items(type(item.element), aspect.field, aspect.items),
        **words_of_texts(kind, aspect, item, naming),
    }
    if difference.nature in REGROUPED:
        words["items"] = named(difference, naming)
    if difference.nature is Nature.SPLIT:
        words["new"] = in_words(len(several(difference)))
    if kind.nature is Nature.ADDED and kind.variant == FOR_NEW:
        words |= words_for_new(difference, found, bench.flow)
    return words


def _witness(kind: Kind, difference: Difference, old: str, new: str, found: Found, bench: Bench) -> Witness | None:
    """The deal that shows that a change hurts; of a process that was merged or split, one that this hurts."""
    if kind.entity == "process" and kind.nature in REGROUPED:
        return bench.hurt
    if kind.reading is Reading.OTHER and kind.levels.get(Audience.FLOW) is Level.MAJOR:
        return asked_otherwise(difference.item, old, new, bench.flow)
    return witness_of(kind, difference, found, bench.flow)


def _ended(sentence: str) -> str:
    """A sentence whose last quoted words end it, where they have an end of their own."""
    return sentence[:-1] if sentence.endswith((".”.", "?”.", "!”.")) else sentence


def _values(difference: Difference, aspect: Aspect, naming: Naming) -> tuple[str, str]:
    """Old and new as people read them."""
    item, owner = difference.item, type(difference.item.element)
    if difference.nature in REGROUPED and difference.old and difference.new:
        old, new, others = naming.name(difference.old), naming.name(difference.new), map(naming.name, difference.others)
        return (
            (", ".join((old, *others)), new) if difference.nature is Nature.MERGED else (old, ", ".join((new, *others)))
        )
    if aspect.field == "time":
        was, now = naming.old_process or naming.new_process, naming.new_process or naming.old_process
        return _span(difference.old, was), _span(difference.new, now)
    if difference.nature is Nature.REORDERED:
        return naming.ordered(aspect.before, item, difference.field), naming.ordered(
            aspect.after, item, difference.field
        )
    if difference.nature is Nature.MOVED and difference.old and difference.new:
        return naming.home(difference.old), naming.home(difference.new)
    if difference.nature is Nature.ADDED:
        return "", naming.name(item)
    if difference.nature is Nature.REMOVED:
        return naming.name(item), ""
    key = aspect.field or "id"
    return naming.value(owner, key, aspect.before), naming.value(owner, key, aspect.after)


def _span(item: Node | None, process: Process | None) -> str:
    """When something is, in the unit that its own version of the process counts in."""
    begin, end = (getattr(item.element, name, None) for name in ("from_", "until")) if item else (None, None)
    if begin is None and end is None:
        return ""
    t, word = texts(), units(1, process.time_unit if process else "week")
    if end is None:
        return t.change_during_from.format(unit=word, begin=f"{begin:g}")
    if begin is None:
        return t.change_during_until.format(unit=word, end=f"{end:g}")
    return t.change_during.format(unit=word, begin=f"{begin:g}", end=f"{end:g}")


def _fingerprint(kind: Kind, path: Iterable[str], difference: Difference, aspect: Aspect) -> str:
    """Of what changed and how, and of nothing that moves or is reworded elsewhere."""
    if difference.nature in (Nature.ADDED, Nature.REMOVED):
        values: tuple[Any, Any] = (difference.old, difference.new)
    else:
        values = (aspect.before, aspect.after)
    parts = (kind.code, "/".join(path), *map(_canonical, values))
    return hashlib.sha256("\0".join(parts).encode(errors="replace")).hexdigest()[:32]


def _canonical(value: Any) -> str:
    if isinstance(value, Node):
        return _canonical(value.element)
    if isinstance(value, Element):
        return value.model_dump_json(by_alias=True)
    if isinstance(value, tuple):
        return "\1".join(map(_canonical, value))
    return value.isoformat() if isinstance(value, date) else str(value)
