"""What a difference says in the terms of the table of kinds: nature, field and variant; one difference may say two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from twolane.changes.field_types import FieldKind, field_kind, field_of
from twolane.changes.find import Difference
from twolane.changes.kind import Nature
from twolane.changes.resembling import likeness
from twolane.changes.texts_that_bind import bind, of_weight
from twolane.meaning.actors import Called
from twolane.meaning.text_meaning import FigureChange, Reading, figures, meaning
from twolane.model.element import Element
from twolane.model.process import Process
from twolane.model.selling import EntryCriterion, ExitCriterion, Stage, Step

_NAMES = frozenset(("name", "title", "term", "label"))
_COUNTED = re.compile(r"^\s*\d+(?:[.]\d+)*[.):]?\s+")
_DIGIT = re.compile(r"\d")

_REWORDED = 0.5
"""From this likeness on, a text of a list is another wording of one that went."""


@dataclass(frozen=True, slots=True)
class Aspect:
    """One thing that a difference says. ``items`` are what a list gained or lost; ``index`` is where, from 0.

    Of a text that was worded anew, ``reasons`` show that it says something else; ``figures`` are those that changed.
    """

    nature: Nature
    field: str = ""
    variant: str = ""
    before: Any = None
    after: Any = None
    items: tuple[str, ...] = ()
    index: int | None = None
    reasons: tuple[str, ...] = ()
    figures: tuple[FigureChange, ...] = ()


def aspects(difference: Difference, stage: str = "open", names: tuple[Called, ...] = ()) -> Iterator[Aspect]:
    """Everything that ``difference`` says, but for its ids' upkeep; ``stage`` is what sort of stage was added.

    ``names`` are what the roles of both versions are called.
    A change of ``until`` beside one of ``from`` is told with the latter: the caller passes only one of both.
    """
    element, nature = difference.item.element, difference.nature
    if nature is Nature.REORDERED:
        yield Aspect(nature, difference.field, "", difference.before, difference.after)
    elif nature in (Nature.RENAMED, Nature.MERGED, Nature.SPLIT):
        yield Aspect(nature, "", "", difference.before, difference.after)
    elif nature is not Nature.CHANGED:
        yield Aspect(nature, "", _variant(element, nature, stage))
    else:
        yield from _of_value(type(element), element, difference, names)


def _variant(element: Element, nature: Nature, stage: str) -> str:
    if isinstance(element, EntryCriterion | ExitCriterion):
        spared = element.applies_to == "new-only" and nature is not Nature.MOVED
        return "optional" if not element.required else "new-only" if spared else "required"
    if isinstance(element, Step):
        return "required" if element.required else "optional"
    if isinstance(element, Stage) and nature is Nature.ADDED:
        return stage
    return ""


def _of_value(
    owner: type[Element], element: Element, difference: Difference, names: tuple[Called, ...]
) -> Iterator[Aspect]:
    field, kind = field_of(owner, difference.field), field_kind(owner, difference.field)
    before, after = difference.before, difference.after
    if kind in (FieldKind.LIST, FieldKind.TEXTS):
        yield from _of_list(field, kind, before, after, names)
    elif kind is FieldKind.GATE:
        tightened = after in (True, "all")
        yield Aspect(Nature.TIGHTENED if tightened else Nature.LOOSENED, field, "", before, after)
    elif kind in (FieldKind.TEXT, FieldKind.WORDS):
        yield _of_text(element, field, str(before or ""), str(after or ""), names)
    else:
        yield Aspect(Nature.CHANGED, field, _value_variant(difference, field, before, after), before, after)


def _value_variant(difference: Difference, key: str, before: Any, after: Any) -> str:
    element = difference.item.element
    if isinstance(element, Step) and key == "accountable" and element.kind == "gate":
        return "gate"
    if isinstance(element, Step) and key in ("responsible", "accountable"):
        return "required" if element.required else "optional"
    if isinstance(element, Step) and key == "kind":
        return _gate_variant(difference, before, after)
    if isinstance(element, Process) and key == "status":
        return {"active": "activated", "retired": "retired"}.get(after, "other")
    return ""


def _gate_variant(difference: Difference, before: Any, after: Any) -> str:
    """A step made a gate, or one no longer, as deals may do without it where it is the gate."""
    if "gate" not in (before, after):
        return "other"
    gate = difference.new if after == "gate" else difference.old
    required = isinstance(gate.element, Step) and gate.element.required if gate is not None else False
    return f"{'made' if after == 'gate' else 'lifted'} {'required' if required else 'optional'}"


def _of_text(element: Element, key: str, before: str, after: str, names: tuple[Called, ...]) -> Aspect:
    if not before or not after:
        return Aspect(Nature.ADDED if after else Nature.REMOVED, key, "", before, after)
    if not bind(element, key):
        return _of_prose(key, before, after, names)
    found = meaning(before, after, names)
    if found.reading is Reading.SAME:
        return Aspect(Nature.REWORDED, key, "", before, after)
    if found.reading is Reading.LOOK:
        return Aspect(Nature.REWORDED, key, "look", before, after, figures=found.figures)
    weight = of_weight(element, key)
    return Aspect(Nature.CHANGED, key, weight, before, after, reasons=found.reasons, figures=found.figures)


def _of_prose(key: str, before: str, after: str, names: tuple[Called, ...], index: int | None = None) -> Aspect:
    """A text on which nothing hangs, worded anew: what matters in it are its figures."""
    changed = _of_name(before, after) if key in _NAMES else figures(before, after, names)
    return Aspect(Nature.REWORDED, key, "figure" if changed else "", before, after, index=index, figures=changed)


def _of_name(before: str, after: str) -> tuple[FigureChange, ...]:
    """The figures of what something is called: numbers that became others, but for one in front that only counts."""
    changed = figures(_COUNTED.sub("", before), _COUNTED.sub("", after))
    return tuple(each for each in changed if _DIGIT.search(each.old) and _DIGIT.search(each.new))


def _of_list(
    key: str, kind: FieldKind, before: tuple[Any, ...], after: tuple[Any, ...], names: tuple[Called, ...]
) -> Iterator[Aspect]:
    gone = [each for each in before if each not in after]
    there = [each for each in after if each not in before]
    if kind is FieldKind.TEXTS:
        for old, new in _reworded(gone, there):
            gone.remove(old)
            there.remove(new)
            yield _of_prose(key, old, new, names, after.index(new))
    if there:
        yield Aspect(Nature.ADDED, key, "", before, after, tuple(map(str, there)), after.index(there[0]))
    if gone:
        yield Aspect(Nature.REMOVED, key, "", before, after, tuple(map(str, gone)))
    if not gone and not there and len(before) == len(after) and set(before) == set(after) and before != after:
        yield Aspect(Nature.REORDERED, key, "", before, after, tuple(map(str, after)))


def _reworded(gone: list[Any], there: list[Any]) -> list[tuple[Any, Any]]:
    """Texts that went and texts that came which are alike, each once, the likest first."""
    alike = sorted(
        ((-likeness(old, new), at, to) for at, old in enumerate(gone) for to, new in enumerate(there)), reverse=False
    )
    pairs: list[tuple[Any, Any]] = []
    taken: tuple[set[int], set[int]] = (set(), set())
    for unlike, at, to in alike:
        if -unlike >= _REWORDED and at not in taken[0] and to not in taken[1]:
            taken[0].add(at)
            taken[1].add(to)
            pairs.append((gone[at], there[to]))
    return pairs
