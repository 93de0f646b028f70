"""What the change diagram shows: the stages of both versions in one row, and what differs in each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from twolane.changes.change import Change, Comparison
from twolane.changes.kind import Nature
from twolane.model.process import Process
from twolane.model.regrouping import old_ids, shared_old_ids
from twolane.model.selling import Stage
from twolane.wording.spoken_language import texts


class Mark(Enum):
    """What happened to something."""

    NEW = "new"
    GONE = "gone"
    MOVED = "moved"
    AWAY = "away"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class ChangedElement:
    """A step or a criterion that differs: the list that holds it, its name, the stage it moved to or from."""

    mark: Mark
    list: str
    name: str
    other: str = ""

    @property
    def happened(self) -> str:
        """What the texts about it are called: the mark, and ``moved_from`` where it is known from which stage."""
        return "moved_from" if self.mark is Mark.MOVED and self.other else self.mark.value


@dataclass(frozen=True, slots=True)
class Stop:
    """A stage: its number in the new version (0 where it is gone), its name, its place before where that differs."""

    mark: Mark
    number: int
    name: str
    items: tuple[ChangedElement, ...] = ()
    note: str = ""


_LISTS = ("entry", "steps", "exit")
_MARKS = {Nature.ADDED: Mark.NEW, Nature.REMOVED: Mark.GONE, Nature.MOVED: Mark.MOVED}
_STRENGTH = (Mark.CHANGED, Mark.MOVED, Mark.GONE, Mark.NEW)


def stops(comparison: Comparison, id: str) -> tuple[Stop, ...]:
    """The stages of the process with that id, those that are gone among them where they were."""
    now, before = comparison.new.process.get(id), _before(comparison, id)
    changes = [each for each in comparison.changes if each.path[:2] == (id, "stages")]
    order = any(each.kind.entity == "stage" and each.kind.nature is Nature.REORDERED for each in comparison.changes)
    stages = stage_row(before, now)
    numbers = {stage.id: at for at, stage in enumerate(now.stages if now else (), 1)}
    was = _numbers_before(before, now) if order else {}
    return tuple(_stop(stage, numbers.get(stage.id, 0), was, changes, before, now) for stage in stages)


def _before(comparison: Comparison, id: str) -> Process | None:
    ids = (id, *shared_old_ids(comparison.new).get(id, ()))
    return next((comparison.old.process[each] for each in ids if each in comparison.old.process), None)


def stage_row(before: Process | None, now: Process | None) -> list[Stage]:
    """The new stages in their order, each that is gone behind the one that it stood behind."""
    row = list(now.stages) if now else []
    ids = [stage.id for stage in row]
    new_id = _new_ids(now)
    at = 0
    for stage in before.stages if before else ():
        id = new_id.get(stage.id, stage.id)
        if id in ids:
            at = ids.index(id) + 1
        else:
            row.insert(at, stage)
            ids.insert(at, stage.id)
            at += 1
    return row


def _new_ids(now: Process | None) -> Mapping[str, str]:
    """What the new version calls what the old one called otherwise."""
    return {old: new for new, olds in old_ids(now).items() for old in olds} if now else {}


def _numbers_before(before: Process | None, now: Process | None) -> Mapping[str, int]:
    new_id = _new_ids(now)
    return {new_id.get(stage.id, stage.id): at for at, stage in enumerate(before.stages if before else (), 1)}


def _stop(
    stage: Stage,
    number: int,
    was: Mapping[str, int],
    changes: list[Change],
    before: Process | None,
    now: Process | None,
) -> Stop:
    own = [each for each in changes if each.path[2:3] == (stage.id,)]
    items = (*_items(own, before), *_away(stage, changes, before, now))
    mark = Mark.GONE if now is None or not number else _strongest(each for each in own if len(each.path) == 3)
    inside = any(len(each.path) > 3 and each.path[3] not in _LISTS for each in own)
    place = was.get(stage.id, number)
    note = texts().diagram_was_number.format(number=place) if number and place != number else ""
    if mark is Mark.SAME and (inside or note):
        mark = Mark.CHANGED
    if number and before is not None and stage.id not in _numbers_before(before, now):
        mark = Mark.NEW
    return Stop(mark, number, stage.name, items, note)


def _strongest(changes: Iterable[Change]) -> Mark:
    """The mark that says most about something of which several things changed."""
    marks = [_MARKS.get(each.kind.nature, Mark.CHANGED) if not each.field else Mark.CHANGED for each in changes]
    return max(marks, key=_STRENGTH.index, default=Mark.SAME)


def _items(own: list[Change], before: Process | None) -> Iterator[ChangedElement]:
    """The steps and criteria of a stage about which something changed, in the order of the format."""
    for list in _LISTS:
        inside = [each for each in own if len(each.path) > 4 and each.path[3] == list]
        for id in dict.fromkeys(each.path[4] for each in inside):
            about = [each for each in inside if each.path[4] == id]
            mark = _strongest(each for each in about if len(each.path) == 5)
            home = _home(before, id) if mark is Mark.MOVED else None
            other = home.name if home else ""
            yield ChangedElement(Mark.CHANGED if mark is Mark.SAME else mark, list, about[0].name, other)


def _away(stage: Stage, changes: list[Change], before: Process | None, now: Process | None) -> Iterator[ChangedElement]:
    """What stood in the stage and stands in another one now."""
    names = {each.id: each.name for each in now.stages} if now else {}
    for each in changes:
        moved = each.kind.nature is Nature.MOVED and len(each.path) == 5 and each.path[2] != stage.id
        home = _home(before, each.path[4]) if moved else None
        if home and home.id == stage.id:
            yield ChangedElement(Mark.AWAY, each.path[3], each.name, names.get(each.path[2], each.path[2]))


def _home(before: Process | None, id: str) -> Stage | None:
    """The stage in which a step or criterion stood."""
    for stage in before.stages if before else ():
        ids = (
            *(each.id for each in stage.entry),
            *(each.id for each in stage.steps),
            *(each.id for each in stage.exit),
        )
        if id in ids:
            return stage
    return None
