"""Finds a stage that serves no step of the buyer.

It is silent about a stage whose steps are all internal or gates.

Why:
    Buyers go through a process of their own, and selling helps only where it meets a step of it. A stage that serves
    none of them keeps us busy and the buyer waiting (P1; Gooze, "Are You Creating Customers Or Just Selling?", 2017).

Mend:
    Ask where the buyer is during this stage, and name that step, or those steps, under `serves`. Where there is no
    such step, move what happens there to `controls` of a stage that has one.

Wrong when:
    A stage can be yours alone and be needed all the same: deciding whether to bid at all, checking credit, building up
    stock for the season. The buyer does not notice it and is not supposed to.

    Say so on each of its steps: `kind: gate` where you decide, `kind: internal` where you work for yourselves.

Fails:
    stages:
      - id: prospecting
        name: Prospecting

Passes:
    stages:
      - id: prospecting
        name: Prospecting
        serves: [notice]
"""

from __future__ import annotations

from collections.abc import Iterator

from twolane.checks.context import Context
from twolane.checks.current import current
from twolane.checks.gaps import gap, not_given
from twolane.findings import Finding, Rule, Severity
from twolane.model.playbook import Playbook
from twolane.model.process import Process
from twolane.model.selling import Stage
from twolane.wording.spoken_language import worded

RULE = Rule("B201", "stage-serves-nobody", Severity.WARNING, ("P1",))


def check(playbook: Playbook, context: Context) -> Iterator[Finding]:
    for process in current(playbook):
        if process.stages and not process.buyer_steps:
            yield from _no_buyer(process)
            continue
        for stage in process.stages:
            if not_given(stage, "serves") and not stage.of_the_house:
                message = worded("the stage “{stage}” serves no step of the buyer", stage=stage.name)
                yield gap(RULE, stage, "serves", message, hint=_hint(process, stage))


def _no_buyer(process: Process) -> Iterator[Finding]:
    """One finding for all stages, since one thing is missing."""
    if not_given(process.buyer, "steps"):
        yield gap(
            RULE,
            process,
            "buyer",
            worded(
                "the buyer's steps of “{process}” are not written down, so no stage can serve one", process=process.name
            ),
            hint="write down how the buyer decides, under `buyer:` and `steps:`, then name those steps in `serves`",
        )


def _hint(process: Process, stage: Stage) -> str:
    served = {id for step in stage.steps for id in step.serves}
    known = [step.id for step in process.buyer_steps if step.id in served]
    if known:
        return worded("its steps serve {known}: write `serves: [{known}]`", known=", ".join(known))
    return worded("say where the buyer is meanwhile, such as `serves: [{id}]`", id=process.buyer_steps[0].id)
