"""Finds a stage none of whose steps delivers what a buyer needs.

It is silent about a stage without steps (that is G104), about one whose steps are all internal or gates, and about one
during which the buyer wants nothing but to be left alone.

Why:
    Each contact costs the buyer time, and who gets nothing for it stops answering. So each stage has to leave
    something of value with the buyer; what serves only us is administration and belongs in the background (P13; "How
    can we create a sales process that gets results?", 2003).

Mend:
    Ask what the buyer has after this stage and did not have before. Write it down as a need of their step, and name it
    under `delivers` of the step that meets it.

Wrong when:
    A stage may be there to protect you: a bid or no bid, a legal review, a credit check. The buyer gains nothing from
    it directly, and a careful company would not go without.

    Say so on each of its steps: `kind: gate` where you decide, `kind: internal` where you work for yourselves.

Fails:
    stages:
      - id: prospecting
        name: Prospecting
        serves: [notice]
        steps:
          - id: share-benchmark
            name: Share the benchmark

Passes:
    stages:
      - id: prospecting
        name: Prospecting
        serves: [notice]
        steps:
          - id: share-benchmark
            name: Share the benchmark
            delivers: [benchmark]
"""

from __future__ import annotations

from collections.abc import Iterator

from twolane.checks.context import Context
from twolane.checks.current import current
from twolane.checks.gaps import not_given
from twolane.findings import Finding, Rule, Severity
from twolane.model.buying import Need
from twolane.model.playbook import Playbook
from twolane.model.process import Process
from twolane.model.selling import Stage
from twolane.wording.spoken_language import worded

RULE = Rule("B208", "stage-without-value", Severity.WARNING, ("P13",))


def check(playbook: Playbook, context: Context) -> Iterator[Finding]:
    for process in current(playbook):
        if process.buyer_steps:
            yield from _of_process(process)


def _of_process(process: Process) -> Iterator[Finding]:
    for stage in process.stages:
        needs = _needs_during(process, stage)
        quiet = bool(needs) and all(need.kind == "space" for need in needs)
        if stage.steps and not stage.of_the_house and not quiet and _delivers_nothing(stage):
            yield RULE.at(
                stage.at,
                None,
                worded("no step of the stage “{stage}” delivers anything that the buyer needs", stage=stage.name),
                hint=_hint(needs),
            )


def _delivers_nothing(stage: Stage) -> bool:
    return all(not_given(step, "delivers") for step in stage.steps)


def _needs_during(process: Process, stage: Stage) -> list[Need]:
    served = {*stage.serves, *(id for step in stage.steps for id in step.serves)}
    return [need for step in process.buyer_steps if step.id in served for need in step.needs]


def _hint(needs: list[Need]) -> str:
    ours = [need.id for need in needs if need.kind != "space"]
    if ours:
        return worded("name what the buyer gets under `delivers` of a step, such as `delivers: [{ours}]`", ours=ours[0])
    return "write down what the buyer needs meanwhile, under `needs`, and deliver it"
