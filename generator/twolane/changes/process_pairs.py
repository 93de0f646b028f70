"""Which processes of two versions are the same: by id, or as renames, merges and splits of the playbook say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from twolane.changes.compared_elements import root_node
from twolane.changes.find import Found, find
from twolane.changes.matching import NO_MORE
from twolane.changes.regrouped import Declared, Group, declared, groups
from twolane.changes.renaming import Names
from twolane.changes.renaming import declared as renamed
from twolane.model.playbook import Playbook
from twolane.model.process import Process
from twolane.model.regrouping import of_playbook, of_process

ALONE: Group[Process] = Group((), ())


@dataclass(frozen=True, slots=True)
class Pair:
    """A process of both versions, or of one of them; ``more`` are those that it was merged with or split into."""

    before: Process | None
    after: Process | None
    more: Group[Process] = ALONE

    @property
    def id(self) -> str:
        """What the new version calls it, or the old one where it is gone."""
        process = self.after or self.before
        return process.id if process is not None else ""

    @property
    def differs(self) -> bool:
        """Whether anything about it may have changed."""
        return self.before != self.after or bool(self.more.olds or self.more.news)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids in the new version of all that it has become."""
        return (self.id, *(each.id for each in self.more.news))

    def find(self, names: Names) -> Found:
        """What differs in a process that both versions have."""
        assert self.before is not None
        assert self.after is not None
        olds, news = tuple(map(root_node, self.more.olds)), tuple(map(root_node, self.more.news))
        return find(
            root_node(self.before), root_node(self.after), names, Group(olds, news) if olds or news else NO_MORE
        )


def pairs(old: Playbook, new: Playbook) -> Iterator[Pair]:
    """The processes of both versions, those that are the same thing side by side."""
    was = renamed(old.about.renamed_from.entries, new.about.renamed_from.entries)
    together = tuple(_groups(old, new, regrouped(old, new)))
    main = {each.news[0].id: each for each in together}
    parts = {id for each in together for id in (part.id for part in each.news[1:])}
    taken = {process.id for each in together for process in each.olds}
    for process in new.processes:
        if process.id in main:
            group = main[process.id]
            yield Pair(group.olds[0], process, Group(group.olds[1:], group.news[1:]))
        elif process.id not in parts:
            before = _before(process, old, new, was)
            taken |= {before.id} if before is not None else set()
            yield Pair(before, process)
    yield from (Pair(process, None) for process in old.processes if process.id not in taken)


def regrouped(old: Playbook, new: Playbook) -> Declared:
    """Which roles and processes were merged or split, as either version says."""
    return declared(of_playbook(old), of_playbook(new))


def regrouped_in(pair: Pair) -> Declared:
    """Which stages and buyer steps of a process were merged or split, as either version says."""
    olds, news = (pair.before, *pair.more.olds), (pair.after, *pair.more.news)
    before, after = ([each for one in side if one is not None for each in of_process(one)] for side in (olds, news))
    return declared(before, after)


def with_processes(names: Names, found: Iterable[Pair]) -> Names:
    """The names, and the new ids of processes."""
    new_id: dict[tuple[str, str], str] = {}
    parts: dict[tuple[str, str], tuple[str, ...]] = {}
    for pair in found:
        if pair.before is None or pair.after is None:
            continue
        new_id |= {("process", old.id): pair.id for old in (pair.before, *pair.more.olds) if old.id != pair.id}
        if pair.more.news:
            parts["process", pair.before.id] = pair.ids
    return replace(names, new_id={**names.new_id, **new_id}, parts={**names.parts, **parts})


def _before(process: Process, old: Playbook, new: Playbook, was: Mapping[str, str]) -> Process | None:
    earlier = old.process.get(was.get(process.id, ""))
    if earlier is not None and earlier.id in new.process:
        earlier = None
    return old.process.get(process.id) or earlier


def _groups(old: Playbook, new: Playbook, named: Declared) -> Iterator[Group[Process]]:
    return groups(_by_kind(old), _by_kind(new), named)


def _by_kind(playbook: Playbook) -> Mapping[tuple[str, str], Process]:
    return {("process", process.id): process for process in playbook.processes}
