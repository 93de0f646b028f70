"""Finds a stage without steps or without an exit.

Why:
    A stage without steps is a waiting room, and one without an exit is never over: deals stay in it because nothing
    says when they may leave. A process is an order of steps that can be repeated, and skipping one is the failure
    to guard against (P8; "Sales process cheat sheet", 2022).

Mend:
    Add what is done there under `steps`, and under `exit` what the buyer does that shows that it is over. If there is
    nothing to do, the stage belongs to the one before it.

Wrong when:
    The last stage of a lasting relationship has no exit, because nobody is meant to leave it. And while bids are judged
    you may have nothing to do, and still want to see in the CRM which deals are there.

    Say so above the stage: `# twolane: ignore[G104] bids are judged here; we wait, and the CRM shows it`

Fails:
    stages:
      - id: prospecting
        name: Prospecting
        exit:
          - id: meeting-agreed
            buyer: Agrees to a visit

Passes:
    stages:
      - id: prospecting
        name: Prospecting
        steps:
          - id: share-benchmark
            name: Share the benchmark
        exit:
          - id: meeting-agreed
            buyer: Agrees to a visit
"""

from __future__ import annotations

from collections.abc import Iterator

from twolane.checks.context import Context
from twolane.checks.current import current
from twolane.checks.gaps import gap, not_given
from twolane.findings import Finding, Rule, Severity
from twolane.model.playbook import Playbook
from twolane.model.selling import Stage
from twolane.wording.spoken_language import worded

RULE = Rule("G104", "empty-stage", Severity.WARNING, ("P8",))

_STEPS = "add what we do there under `steps`"
_EXIT = "add under `exit` what the buyer does that ends it"


def check(playbook: Playbook, context: Context) -> Iterator[Finding]:
    for process in current(playbook):
        for stage in process.stages:
            yield from _of_stage(stage)


def _of_stage(stage: Stage) -> Iterator[Finding]:
    idle, endless = not_given(stage, "steps"), not_given(stage, "exit")
    if idle and endless:
        message = worded("the stage “{stage}” has neither steps nor an exit", stage=stage.name)
        yield gap(RULE, stage, "steps", message, hint=worded("{steps}, and {exit}", steps=_STEPS, exit=_EXIT))
    elif idle:
        yield gap(RULE, stage, "steps", worded("the stage “{stage}” has no steps", stage=stage.name), hint=_STEPS)
    elif endless:
        yield gap(RULE, stage, "exit", worded("the stage “{stage}” has no exit", stage=stage.name), hint=_EXIT)
