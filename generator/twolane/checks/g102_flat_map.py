"""Finds a process of more than nine stages, or a stage of more than nine steps.

Why:
    A map of twenty equal steps shows the trees and hides the forest: nobody keeps it in mind, and nobody sees which
    few things matter. A process that works is organised around few goals, with the steps below them (P12; "How
    can we create a sales process that gets results?", 2003).

Mend:
    Ask which of them serve the same goal, and put those together: stages into one stage, steps into one step with its
    details under `how`. What is internal administration goes under `controls`. Where most of them run at the same time,
    none needs to go: group them, such as one step for the technical, one for the commercial and one for the legal side.
    The rule says so where more than half of them, and one beside each, have half of their time in common, by their own
    times or those of the buyer steps that they serve.

Wrong when:
    Nine is a rule of thumb. A funding agency may prescribe eleven stages, and three strands that run at once easily
    have twelve steps without being a mere list.

    Say so above the tenth: `# twolane: ignore[G102] the funding agency prescribes all of these`

Fails:
    stages:
      - {id: one, name: Find a plant}
      - {id: two, name: Call the plant}
      - {id: three, name: Send the letter}
      - {id: four, name: Visit the plant}
      - {id: five, name: Count the slips}
      - {id: six, name: Price the slips}
      - {id: seven, name: Show a schedule}
      - {id: eight, name: Write the offer}
      - {id: nine, name: Talk about the offer}
      - {id: ten, name: Sign}

Passes:
    stages:
      - {id: one, name: Find a plant}
      - {id: two, name: Understand the plant}
      - {id: three, name: Show a schedule}
      - {id: four, name: Agree}
"""

from __future__ import annotations

from collections.abc import Iterator

from twolane.checks.at_once import mostly_at_once, run_of_stage, run_of_step
from twolane.checks.context import Context
from twolane.checks.current import current
from twolane.findings import Finding, Rule, Severity
from twolane.model.playbook import Playbook
from twolane.model.process import Process
from twolane.model.selling import Stage
from twolane.wording.spoken_language import worded

RULE = Rule("G102", "flat-map", Severity.WARNING, ("P12",))

_MOST = 9


def check(playbook: Playbook, context: Context) -> Iterator[Finding]:
    for process in current(playbook):
        if len(process.stages) > _MOST:
            yield _of_process(process)
        yield from (_of_stage(process, stage) for stage in process.stages if len(stage.steps) > _MOST)


def _of_process(process: Process) -> Finding:
    if mostly_at_once([run_of_stage(process, stage) for stage in process.stages]):
        message = "the process “{process}” has {stages} stages, most of them at the same time"
        hint = "make one stage of those in which the buyer decides the same thing, and keep what they hold as its steps"
    else:
        message = "the process “{process}” has {stages} stages; more than nine are a list, not a map"
        hint = "put stages together that serve the same goal"
    said = worded(message, process=process.name, stages=len(process.stages))
    return RULE.at(process.at, "stages", said, index=_MOST, hint=hint)


def _of_stage(process: Process, stage: Stage) -> Finding:
    if mostly_at_once([run_of_step(process, step) for step in stage.steps]):
        message = "the stage “{stage}” has {steps} steps, most of them at the same time"
        hint = "group those that belong together: one step for each side of the work, with its parts under `how`"
    else:
        message = "the stage “{stage}” has {steps} steps; more than nine are a list, not a map"
        hint = "put steps together, or move what is internal administration to `controls`"
    said = worded(message, stage=stage.name, steps=len(stage.steps))
    return RULE.at(stage.at, "steps", said, index=_MOST, hint=hint)
