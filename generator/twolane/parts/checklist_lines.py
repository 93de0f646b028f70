"""The lines of a process's checklist as the definitions have them: criteria and steps, by what ticks hang on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from twolane.model.process import Process
from twolane.model.selling import EntryCriterion, ExitCriterion, Stage, Step

Tickable = EntryCriterion | ExitCriterion | Step
Plain = Callable[[str], str]
"""Takes the markup out of a text."""


@dataclass(frozen=True, slots=True)
class Line:
    """Something to tick, with the words and marks of its definition; ``stage`` is the id of the stage it stands in."""

    key: str
    stage: str
    part: str
    id: str
    text: str
    evidence: str = ""
    required: bool = False
    new_only: bool = False

    def shown(self, plain: Plain) -> Line:
        """The line with its words as a page shows them; what a step is called has no markup."""
        return self if self.part == "step" else replace(self, text=plain(self.text), evidence=plain(self.evidence))


def key_of(element: Tickable) -> str:
    """The name on which ticks of a criterion or step hang."""
    return f"{element.KIND}:{element.id}"


def lines(process: Process) -> Iterator[Line]:
    """All that can be ticked in a process, in the order of its pages."""
    for stage in process.stages:
        yield from lines_of(stage)


def lines_of(stage: Stage) -> Iterator[Line]:
    """All that can be ticked in a stage."""
    for entry in stage.entry:
        yield _criterion(stage, entry, "entry", entry.criterion)
    for step in stage.steps:
        yield Line(key_of(step), stage.id, "step", step.id, step.name, required=step.required)
    for leaving in stage.exit:
        yield _criterion(stage, leaving, "exit", leaving.buyer, leaving.evidence)


def _criterion(stage: Stage, each: EntryCriterion | ExitCriterion, part: str, text: str, evidence: str = "") -> Line:
    new_only = each.applies_to == "new-only"
    return Line(key_of(each), stage.id, part, each.id, text, evidence, each.required, new_only)
