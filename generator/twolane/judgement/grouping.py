"""Puts changes into the order in which they are read: by what they ask of the reader, then by process and stage."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from twolane.changes.change import Change, Comparison
from twolane.judgement.names_by_id import old_id, process_name
from twolane.judgement.needed_versions import needed
from twolane.judgement.weight import Weight, heaviest_first, is_rename, weight
from twolane.mermaid.changed_stages import stage_row
from twolane.model.process import Process

_SHARED = {
    "roles": "Roles",
    "segments": "Segments",
    "metrics": "Metrics",
    "differentiators": "Differentiators",
    "competitors": "Competitors",
    "terms": "Glossary",
    "strategy": "Strategy",
    "pages": "Pages written by hand",
    "settings": "The playbook",
}
_WHOLE = "The process as a whole"
_SEVERAL = "Several processes"


class Shelf(Enum):
    """What changes ask of the reader, in the order in which they are told; the value is a heading."""

    ACCEPTED = "Accepted"
    BREAKS = "What breaks"
    READ = "Read these"
    RENAMES = "For whoever keeps the CRM"
    WORDING = "Only the wording"


_SHELVES = {Weight.BREAK: Shelf.BREAKS, Weight.ACCEPTED: Shelf.ACCEPTED, Weight.WORDING: Shelf.WORDING}


@dataclass(frozen=True, slots=True)
class Told:
    """Changes that are told as one since they say the same, of several processes or places; there is at least one."""

    changes: tuple[Change, ...]

    @property
    def first(self) -> Change:
        """The change in whose words all are told."""
        return self.changes[0]

    @property
    def processes(self) -> tuple[str, ...]:
        """The ids of the processes that they stand in; none for what all processes share."""
        return tuple(dict.fromkeys(each.process for each in self.changes if each.process))

    @property
    def roles(self) -> tuple[str, ...]:
        """The ids of the roles that must read again."""
        return tuple(dict.fromkeys(role for each in self.changes for role in each.roles))


@dataclass(frozen=True, slots=True)
class Group:
    """Changes about one thing, the heaviest first; ``title`` says which, and is empty where there are no headings."""

    title: str
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The changes of one shelf."""

    shelf: Shelf
    groups: tuple[Group, ...]

    @property
    def told(self) -> tuple[Told, ...]:
        """All of them, in the order of reading."""
        return tuple(each for group in self.groups for each in group.told)


def together(changes: Iterable[Change]) -> tuple[Told, ...]:
    """The changes, the heaviest first; those that say the same in all that a reader is shown are one."""
    found: dict[object, list[Change]] = {}
    for each in heaviest_first(changes):
        accepted = (each.approved, each.approved_by, each.approved_until, each.asked)
        says = (each.sentence, each.level, each.kind.code, each.old, each.new, each.hint, bool(each.witness))
        found.setdefault((says, accepted), []).append(each)
    return tuple(Told(tuple(same)) for same in found.values())


def shelf(change: Change) -> Shelf:
    """What a change asks of the reader."""
    return Shelf.RENAMES if is_rename(change) else _SHELVES.get(weight(change), Shelf.READ)


def sections(comparison: Comparison) -> tuple[Section, ...]:
    """Every change once, shelf by shelf; what was accepted and wording by process, then what all of them share."""
    keys = _Keys(comparison)
    found = ((each, [one for one in comparison.changes if shelf(one) is each]) for each in Shelf)
    return tuple(Section(each, tuple(_groups(each, together(changes), keys))) for each, changes in found if changes)


def readers(comparison: Comparison) -> tuple[tuple[str, tuple[Change, ...]], ...]:
    """The roles that must read again by their ids, the most hurt first, each with its changes, the heaviest first."""
    found = [(id, tuple(heaviest_first(changes))) for id, changes in comparison.readers().items()]
    return tuple(sorted(found, key=lambda each: (-weight(each[1][0]), -len(each[1]), each[0])))


def _groups(shelf: Shelf, told: Iterable[Told], keys: _Keys) -> Iterable[Group]:
    if shelf in (Shelf.BREAKS, Shelf.READ, Shelf.RENAMES):
        # What is graver comes first, wherever it stands.
        return (Group("", tuple(told)),)
    found: dict[tuple[int, int, str], list[Told]] = {}
    for each in told:
        found.setdefault(keys.of(each), []).append(each)
    return tuple(Group(key[-1], tuple(found[key])) for key in sorted(found))


class _Keys:
    """Where among all changes a change is told: by its process, the place in it, and the title of both."""

    def __init__(self, comparison: Comparison) -> None:
        ids = dict.fromkeys((*(each.id for each in needed(comparison)), *(each.process for each in comparison.changes)))
        own = [id for id in ids if id]
        self._order = {id: at for at, id in enumerate(own, 1)} | {"": len(own) + 1}
        self._titles = {id: _titles(comparison, id) for id in own}
        self._names = {id: process_name(comparison, id) for id in own} if len(own) > 1 else {}

    def of(self, told: Told) -> tuple[int, int, str]:
        """The key by which groups are sorted; changes of several processes come first."""
        if len(told.processes) > 1:
            return 0, 0, _SEVERAL
        change = told.first
        titles = self._titles.get(change.process, _SHARED)
        key = _key(change.path[1:]) if change.process else next(iter(change.path), "")
        title = titles.get(key, titles.get("", "The playbook"))
        named = self._names.get(change.process)
        return self._order[change.process], [*titles.values()].index(title), f"{named}: {title}" if named else title


def _titles(comparison: Comparison, id: str) -> Mapping[str, str]:
    """What the steps of the buyer and the stages are called, in their order, by their key among the changes."""
    before, now = comparison.old.process.get(old_id(comparison, id)), comparison.new.process.get(id)
    return {"": _WHOLE} | dict(_steps(before, now)) | dict(_stages(before, now))


def _steps(before: Process | None, now: Process | None) -> Iterable[tuple[str, str]]:
    steps = {step.id: step.name for side in filter(None, (before, now)) for step in side.buyer.steps}
    ids = dict.fromkeys(step.id for side in filter(None, (now, before)) for step in side.buyer.steps)
    return ((f"buyer/{id}", f"Buyer step “{steps[id]}”") for id in ids)


def _stages(before: Process | None, now: Process | None) -> Iterable[tuple[str, str]]:
    return ((f"stages/{stage.id}", f"Stage “{stage.name}”") for stage in stage_row(before, now))


def _key(path: tuple[str, ...]) -> str:
    """By what a change inside a process is put with others."""
    if path[:2] == ("buyer", "steps") and len(path) > 2:
        return f"buyer/{path[2]}"
    return f"stages/{path[1]}" if path[:1] == ("stages",) and len(path) > 1 else ""
