"""Puts changes into the order in which people think: by process, and in it by buyer step and stage."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from twolane.changes.change import Change, Comparison
from twolane.mermaid.changed_stages import stage_row
from twolane.model.process import Process
from twolane.reports.of_changes.change_verdict import needed
from twolane.reports.of_changes.names_by_id import process_name
from twolane.reports.of_changes.weight import heaviest_first, is_wording, weight

_SHARED = {
    "roles": "Roles",
    "segments": "Segments",
    "metrics": "Metrics",
    "differentiators": "Differentiators",
    "competitors": "Competitors",
    "terms": "Glossary",
    "strategy": "Strategy",
    "settings": "The playbook",
}

_WHOLE = "The process as a whole"


@dataclass(frozen=True, slots=True)
class Group:
    """Changes about one thing, the heaviest first; ``title`` says which, as a heading of its own."""

    title: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The changes of one process; of what all processes share, where ``id`` is empty and ``name`` says so."""

    id: str
    name: str
    groups: tuple[Group, ...]


def sections(comparison: Comparison) -> tuple[Section, ...]:
    """Every change once: the processes as they need it most, then what all of them share."""
    ids = dict.fromkeys((*(each.id for each in needed(comparison)), *(each.process for each in comparison.changes)))
    own = {id: [each for each in comparison.changes if each.process == id] for id in (*filter(None, ids), "")}
    return tuple(_section(comparison, id, changes) for id, changes in own.items() if changes)


def readers(comparison: Comparison) -> tuple[tuple[str, tuple[Change, ...]], ...]:
    """The roles that must read again by their ids, the most hurt first, each with its changes, the heaviest first."""
    found = [(id, tuple(heaviest_first(changes))) for id, changes in comparison.readers().items()]
    return tuple(sorted(found, key=lambda each: (-weight(each[1][0]), -len(each[1]), each[0])))


def _section(comparison: Comparison, id: str, changes: list[Change]) -> Section:
    if not id:
        return Section("", "what all processes share", _groups(changes, dict(_SHARED), at=0))
    before, now = comparison.old.process.get(id), comparison.new.process.get(id)
    return Section(id, process_name(comparison, id), _light_last(_groups(changes, _titles(before, now), at=1)))


def _light_last(groups: tuple[Group, ...]) -> tuple[Group, ...]:
    """The groups, with the process as a whole behind its parts where nothing about it is more than wording."""
    light = [each for each in groups if each.title == _WHOLE and all(map(is_wording, each.changes))]
    return (*(each for each in groups if each not in light), *light)


def _titles(before: Process | None, now: Process | None) -> dict[str, str]:
    """What the steps of the buyer and the stages are called, in their order, by their key among the changes."""
    titles = {"": _WHOLE}
    for side in filter(None, (now, before)):
        for step in side.buyer.steps:
            titles.setdefault(f"buyer/{step.id}", f"Buyer step “{step.name}”")
    return titles | {f"stages/{stage.id}": f"Stage “{stage.name}”" for stage in stage_row(before, now)}


def _groups(changes: Iterable[Change], titles: dict[str, str], at: int) -> tuple[Group, ...]:
    found: dict[str, list[Change]] = {title: [] for title in titles.values()}
    for change in changes:
        key = _key(change.path[at:]) if at else (change.path or ("",))[0]
        found.setdefault(titles.get(key, titles.get("", "The playbook")), []).append(change)
    return tuple(Group(title, tuple(heaviest_first(inside))) for title, inside in found.items() if inside)


def _key(path: tuple[str, ...]) -> str:
    """By what a change inside a process is put with others."""
    if path[:2] == ("buyer", "steps") and len(path) > 2:
        return f"buyer/{path[2]}"
    return f"stages/{path[1]}" if path[:1] == ("stages",) and len(path) > 1 else ""
