"""Compares what values come to: a default that is left out and the same value written down are one meaning."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from twolane.changes.compared_elements import Node
from twolane.changes.find import Difference, Found
from twolane.changes.kind import Nature
from twolane.changes.renaming import Names
from twolane.model.audiences import is_house, said_for, sees
from twolane.model.buying import BuyerStep, Decision, Need
from twolane.model.playbook import Playbook
from twolane.model.process import Process
from twolane.model.selling import Stage, Step


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a playbook, and of a process in it where it is about one."""

    playbook: Playbook
    process: Process | None = None


def effective(found: Found, names: Names, old: Version, new: Version) -> Found:
    """``found`` without what is only written down otherwise, and with what changed though nobody wrote it.

    ``names`` lead from the ids of the old version to those of the new one.
    """
    matching = found.matching
    names = names.with_pairs(matching.pairs()).with_groups(matching.split, matching.merged)
    kept = (_meant(each, names, old, new) for each in found.differences)
    more = (*_followers(found, names, old, new), *_audiences(found, old, new))
    return replace(found, differences=(*filter(None, kept), *more))


def after_yes(step: Node, process: Process | None) -> str:
    """The id of the buyer step to which a yes leads, named or the next one; empty where it leads to the end."""
    element = step.element
    following = process.after_go(element) if process is not None and isinstance(element, BuyerStep) else None
    return following.id if following is not None else ""


def _meant(difference: Difference, names: Names, old: Version, new: Version) -> Difference | None:
    """The difference with the values that hold; ``None`` where they are the same."""
    was, now = difference.old, difference.new
    if difference.nature is not Nature.CHANGED or was is None or now is None:
        return difference
    if difference.field == "go" and isinstance(now.element, Decision):
        return None
    if difference.field == "audience":
        before, after = _audience(was, old.playbook), _audience(now, new.playbook)
        return None if before is not None and before == after else difference
    value = _DEFAULTS.get((type(now.element), difference.field))
    if value is None or type(was.element) is not type(now.element):
        return difference
    before = names.renamed(type(now.element), difference.field, value(was, old))
    after = value(now, new)
    return None if _alike(before, after) else replace(difference, before=before, after=after)


def _alike(before: Any, after: Any) -> bool:
    return set(before) == set(after) if isinstance(before, tuple) else bool(before == after)


def _of_step(field: str) -> Callable[[Node, Version], Any]:
    """The time of a need, which is that of its step where it has none of its own."""

    def value(need: Node, version: Version) -> Any:
        own = getattr(need.element, field)
        return own if own is not None or need.owner is None else getattr(need.owner.element, field)

    return value


def _served(stage: Node, version: Version) -> tuple[str, ...]:
    """The buyer steps that a stage serves; those that its work serves where it names none."""
    named, process = getattr(stage.element, "serves", ()), version.process
    if named or process is None or not isinstance(stage.element, Stage):
        return tuple(named)
    return tuple(step.id for step in process.served_during(stage.element))


_DEFAULTS: Mapping[tuple[type, str], Callable[[Node, Version], Any]] = {
    (Need, "from"): _of_step("from_"),
    (Need, "until"): _of_step("until"),
    (Stage, "serves"): _served,
}
"""Fields whose default is worked out, with what they come to; those of every other field stand in the model."""


def _audience(item: Node, playbook: Playbook) -> frozenset[str] | None:
    """The audiences that see an item, and who is told more since it is named; ``None`` where nobody is there to see."""
    names = playbook.about.audiences
    if not names:
        return None
    seeing = {name for name in names if is_house(playbook, name) or sees(name, item.element)}
    return frozenset((*seeing, *(f"more to {name}" for name in names if said_for(name, item.element))))


def for_the_usual(item: Node, playbook: Playbook) -> bool:
    """Whether an item is for those who would see it if it said nothing about that."""
    element = item.element
    if not getattr(element, "audience", ()):
        return True
    silent = Node(element.model_copy(update={"audience": ()}), item.key)
    seen = _audience(item, playbook)
    return seen is not None and seen == _audience(silent, playbook)


def _audiences(found: Found, old: Version, new: Version) -> Iterator[Difference]:
    """The steps that others see now since they are of another kind, though nobody wrote down who is to see them."""
    kinds = (each for each in found.differences if each.field == "kind" and isinstance(each.item.element, Step))
    for each in kinds:
        if each.old is None or each.new is None or any(_named(item) for item in (each.old, each.new)):
            continue
        before, after = _audience(each.old, old.playbook), _audience(each.new, new.playbook)
        if before and after and before != after:
            seen = (_seen(before, old.playbook), _seen(after, new.playbook))
            yield Difference(Nature.CHANGED, each.old, each.new, "audience", *seen)


def _named(item: Node) -> bool:
    return bool(getattr(item.element, "audience", ()))


def _seen(audiences: frozenset[str], playbook: Playbook) -> tuple[str, ...]:
    """The audiences in their order; nobody in particular where it is all of them."""
    seen = tuple(name for name in playbook.about.audiences if name in audiences)
    return () if seen == playbook.about.audiences else seen


def _followers(found: Found, names: Names, old: Version, new: Version) -> Iterator[Difference]:
    """Where a yes leads to another buyer step than before, whether one is named or the next one is meant."""
    for was, now in found.matching.pairs():
        decisions = _decision(was), _decision(now)
        if not isinstance(now.element, BuyerStep) or not any(decisions):
            continue
        before, after = after_yes(was, old.process), after_yes(now, new.process)
        if _by_regrouping_alone(was, now, before, after, names) or _in_another_process(before, after, found, old, new):
            continue
        before = names.new_id.get(("buyer step", before), before)
        if before != after and not (_unwritten(*decisions) and _may_be(before, after, found)):
            yield Difference(Nature.CHANGED, *decisions, "go", before or None, after or None)


def _by_regrouping_alone(was: Node, now: Node, before: str, after: str, names: Names) -> bool:
    """Whether a yes leads elsewhere only because buyer steps were merged or split: into itself, or to another part."""
    led = names.new_id.get(("buyer step", before), before)
    own = names.parts.get(("buyer step", was.key), ())
    split = after in (*own, *names.parts.get(("buyer step", before), ())) or (bool(own) and before == was.key)
    return split or (now.key in (led, after) and ("buyer step", now.key) in names.joined)


def stands_in(was: Node, now: Node, old: Process | None, new: Process | None) -> bool:
    """Whether an item stands in these processes in both versions, and in none that was joined or split off."""
    return (was.path[0], now.path[0]) == (old and old.id, new and new.id)


def _in_another_process(before: str, after: str, found: Found, old: Version, new: Version) -> bool:
    """Whether the step that a yes led to, or leads to, stands in another process that was split off or joined."""
    steps = ((was, now) for was, now in found.matching.pairs() if was.entity == now.entity == "buyer step")
    elsewhere = ((was, now) for was, now in steps if not stands_in(was, now, old.process, new.process))
    return any(was.key == before or now.key == after for was, now in elsewhere)


def _decision(step: Node) -> Node | None:
    return next((each for each in step.children if isinstance(each.element, Decision)), None)


def _unwritten(*decisions: Node | None) -> bool:
    return not any(getattr(each.element, "go", None) for each in decisions if each is not None)


def _may_be(before: str, after: str, found: Found) -> bool:
    """Whether the one may be the other under a new id."""
    return any((old.key, new.key) == (before, after) for old, new in found.matching.alike.items())
