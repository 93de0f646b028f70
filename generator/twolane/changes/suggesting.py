"""Suggests that what went and what came may be the same thing under a new id; only the author can know."""

from __future__ import annotations

from dataclasses import dataclass

from twolane.changes.compared_elements import Node
from twolane.changes.matching import Matching
from twolane.wording.lists import listed
from twolane.wording.spoken_language import texts, translated

_WITH_GATES = frozenset(("entry", "steps", "exit"))


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What to do, and what to paste for it."""

    hint: str
    replacement: str


def suggestion(gone: Node, matching: Matching, file: str) -> Suggestion | None:
    """What to paste into ``file`` for a thing that went: a split, a merge, or a rename of what came and is like it."""
    if gone.entity == "stage":
        found = _regrouped(gone, matching, file)
        if found is not None:
            return found
    new = matching.alike.get(gone)
    if new is None:
        return None
    hint = texts().renamed_hint.format(new=new.key, kind=translated(gone.entity), file=file)
    return Suggestion(hint, f"renamed_from: {{{new.key}: {gone.key}}}")


def _regrouped(gone: Node, matching: Matching, file: str) -> Suggestion | None:
    """What to paste where all steps of a stage that went stand in others: in one beside another's, or in several."""
    if not _is_whole(gone, matching):
        return None
    homes = _homes(gone, matching)
    if len(homes) > 1:
        fresh = all(home not in matching.old_of and _sources(home, matching) == [gone] for home in homes)
        return _split(gone, homes, file) if fresh else None
    sources = _sources(homes[0], matching)
    return _merge(homes[0], sources, file) if len(sources) > 1 else None


def of_a_split(came: Node, matching: Matching, file: str) -> Suggestion | None:
    """What to paste where things moved into a new stage from one that is still there: that one may have been split.

    Only where the new one comes behind it, so that deals stay where they are.
    """
    origin = _only_origin(came, matching)
    if origin is None or came.owner is None:
        return None
    itself, beside = matching.new_of[origin], came.owner.children
    parts = [each for each in beside if each is itself or _only_origin(each, matching) is origin]
    if parts[0] is not itself:
        return None
    hint = texts().split_off_hint.format(old=origin.key, new=listed(f"`{each.key}`" for each in parts), file=file)
    return Suggestion(hint, f"split_into: {{{origin.key}: [{', '.join(each.key for each in parts)}]}}")


def _only_origin(came: Node, matching: Matching) -> Node | None:
    """The one old stage, still there, from which all that moved into a new stage came; ``None`` for any other."""
    if came.entity != "stage" or came in matching.old_of or came in matching.alike.values():
        return None
    olds = (matching.old_of.get(each) for each in came.children if each.list in _WITH_GATES)
    origins = {old.owner for old in olds if old is not None}
    origin = origins.pop() if len(origins) == 1 else None
    stays = origin is not None and origin in matching.new_of and origin not in matching.news
    return origin if stays else None


def _is_whole(gone: Node, matching: Matching) -> bool:
    """Whether a stage had steps, and all of them are there still."""
    steps = [each for each in gone.children if each.list == "steps"]
    return bool(steps) and all(each in matching.new_of for each in steps)


def _homes(gone: Node, matching: Matching) -> list[Node]:
    """The new stages in which what hung on one that went stands, in their order."""
    found = {matching.new_of[each].owner for each in gone.children if each in matching.new_of}
    homes = [each for each in found if each is not None and each.entity == "stage"]
    return sorted(homes, key=lambda each: each.index or 0)


def _sources(home: Node, matching: Matching) -> list[Node]:
    """The old stages of which something stands in a new one: itself, where it was there before, and those that went."""
    olds = (matching.old_of.get(each) for each in home.children)
    owners = dict.fromkeys(old.owner for old in olds if old is not None and old.owner is not None)
    itself = matching.old_of.get(home)
    gone = [each for each in owners if each not in matching.new_of and _is_whole(each, matching)]
    return [*((itself,) if itself is not None else ()), *gone]


def _split(gone: Node, homes: list[Node], file: str) -> Suggestion:
    parts = ", ".join(each.key for each in homes)
    hint = texts().split_hint.format(old=gone.key, new=listed(f"`{each.key}`" for each in homes), file=file)
    return Suggestion(hint, f"split_into: {{{gone.key}: [{parts}]}}")


def _merge(home: Node, sources: list[Node], file: str) -> Suggestion:
    parts = ", ".join(each.key for each in sources)
    hint = texts().merged_hint.format(new=home.key, old=listed(f"`{each.key}`" for each in sources), file=file)
    return Suggestion(hint, f"merged_from: {{{home.key}: [{parts}]}}")
