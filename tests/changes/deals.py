"""What deals need on their way, worked out from the definition alone: each deal and each point ahead of it is tried."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from twolane.model.process import Process
from twolane.model.selling import Stage

Ids = Mapping[str, str]
"""From old ids to new ones, where they differ."""


def newly_needed(old: Process, new: Process, new_id: Ids) -> dict[str, set[str]]:
    """What a deal in each old stage, or before the first (``""``), must meet that it neither had nor would have to."""
    was = [new_id.get(stage.id, stage.id) for stage in old.stages]
    now = [stage.id for stage in new.stages]
    found: dict[str, set[str]] = {}
    for stage in ("", *was):
        if stage and stage not in now:
            continue
        begin, place = (was.index(stage) + 1, now.index(stage) + 1) if stage else (0, 0)
        had = asked(old, 0, begin, new_id)
        found[stage] = set()
        for end, there in _ahead(was, now, begin, place):
            found[stage] |= asked(new, place, there, {}) - asked(old, begin, end, new_id) - had
    return found


def no_longer_sure(old: Process, new: Process, new_id: Ids) -> dict[str, set[str]]:
    """What deals had met that come to each stage, or to the end (``""``), and need not have any more."""
    was = [new_id.get(stage.id, stage.id) for stage in old.stages]
    now = [stage.id for stage in new.stages]
    points = {was[end - 1] if end <= len(was) else "": (end, there) for end, there in _ahead(was, now, 0, 0)}
    return {point: asked(old, 0, end, new_id) - asked(new, 0, there, {}) for point, (end, there) in points.items()}


def _ahead(was: list[str], now: list[str], begin: int, place: int) -> Iterator[tuple[int, int]]:
    """The points ahead of a deal in both versions, by how many gates lead there from the first on."""
    for stage in was[begin:]:
        if stage in now[place:]:
            yield was.index(stage) + 1, now.index(stage) + 1
    yield len(was) + 1, len(now) + 1


def asked(process: Process, begin: int, end: int, new_id: Ids) -> set[str]:
    """What every deal under way is asked for at the gates from one to another."""
    gates: list[set[str]] = [set() for _ in (*process.stages, None)]
    for at, stage in enumerate(process.stages):
        gates[at] |= {
            f"criterion {new_id.get(each.id, each.id)}"
            for each in stage.entry
            if each.required and each.applies_to == "all"
        }
        gates[at + 1] |= _at_exit(stage, new_id)
    return set().union(*gates[begin:end])


def _at_exit(stage: Stage, new_id: Ids) -> set[str]:
    found = set()
    for criterion in stage.exit:
        if criterion.required and criterion.applies_to == "all":
            found.add(f"criterion {new_id.get(criterion.id, criterion.id)}")
    for step in stage.steps:
        if step.required:
            found.add(f"step {new_id.get(step.id, step.id)}")
        if step.required and step.kind == "gate":
            found.add(f"decision {new_id.get(step.id, step.id)}")
    return found
