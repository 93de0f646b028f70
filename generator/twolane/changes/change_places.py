"""Where a change stands: always a place of the new version, and the place in the old one where there is one."""

from __future__ import annotations

from collections.abc import Mapping

from twolane.changes.aspects import Aspect
from twolane.changes.compared_elements import Node
from twolane.changes.find import Difference
from twolane.changes.kind import Nature
from twolane.changes.matching import Matching
from twolane.source import Place

_FILES = {
    "roles": "roles.yml",
    "segments": "segments.yml",
    "metrics": "metrics.yml",
    "differentiators": "differentiators.yml",
    "competitors": "differentiators.yml",
    "terms": "glossary.yml",
}
"""The files in which what all processes share stands."""


def place_of(difference: Difference, aspect: Aspect, matching: Matching, files: Mapping[str, str]) -> Place:
    """The place in the new version; of what is gone, that of what surrounded it.

    ``files`` lead from a file's name to its path in the new version; ``playbook.yml`` or a process stands for one
    that is not there any more.
    """
    new = difference.new
    if new is None:
        assert difference.old is not None
        return _around(difference.old, matching, files)
    source = new.element.at
    if not source.file:
        return _file(difference.field if difference.nature is Nature.REORDERED else new.list, files)
    if difference.nature in (Nature.RENAMED, Nature.MERGED, Nature.SPLIT):
        return source.place("id")
    if difference.nature is Nature.REORDERED:
        return source.key_place(difference.field)
    if difference.nature is Nature.CHANGED:
        return source.place(difference.field, aspect.index)
    return source.element()


def element_place(item: Node, files: Mapping[str, str]) -> Place:
    """The place of an item of the new version as a whole."""
    source = item.element.at
    return source.element() if source.file else _file(item.list, files)


def before_of(difference: Difference) -> Place | None:
    """The place in the old version."""
    old = difference.old
    if old is None or not old.element.at.file:
        return None
    if difference.nature is Nature.CHANGED:
        return old.element.at.place(difference.field)
    return old.element.at.element()


def _around(old: Node, matching: Matching, files: Mapping[str, str]) -> Place:
    """The place of the nearest thing around ``old`` that the new version has."""
    field, owner = old.list, old.owner
    while owner is not None:
        new = matching.new_of.get(owner)
        if new is not None and new.element.at.file:
            return new.element.at.key_place(field)
        if new is not None:
            break
        field, owner = owner.list, owner.owner
    return _file(field, files)


def _file(field: str, files: Mapping[str, str]) -> Place:
    wanted = _FILES.get(field, "strategy.yml" if field == "strategy" else "playbook.yml")
    return Place(files.get(wanted) or files.get("playbook.yml") or next(iter(files.values()), wanted))
