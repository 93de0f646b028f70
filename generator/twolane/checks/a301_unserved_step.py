"""Finds a step of the buyer that no step of ours serves.

A buyer step whose only need is to be left alone may do without; whether anybody keeps away is for A310. So may one
that needs nothing of us, such as publishing a tender, while a stage for it has an internal step or a gate. The rule is
silent where none of our steps says yet whom it serves.

Why:
    Buyers go through each step of theirs, with us or without us. Where we have nothing for them, somebody else has, or
    the purchase stops there (P1, P2; Gooze, "Are You Creating Customers Or Just Selling?", 2017).

Mend:
    Ask what the buyer would be glad to get at this step, and add a step of ours that brings it, or name the buyer step
    under `serves` of the step that already does.

Wrong when:
    While a council votes or a committee compares bids behind closed doors, nobody from outside may take part. The step
    belongs to the buyer alone, and not being there is what they want of you.

    Say so on the buyer step: `kind: space`, as the kind of its only need.

Fails:
    stages:
      - id: prospecting
        name: Prospecting
        serves: [notice]
        steps:
          - id: share-benchmark
            name: Share the benchmark
            serves: [notice]

Passes:
    stages:
      - id: prospecting
        name: Prospecting
        serves: [notice, choose]
        steps:
          - id: share-benchmark
            name: Share the benchmark
            serves: [notice, choose]
"""

from __future__ import annotations

from collections.abc import Iterator

from twolane.alignment.mends import Serve
from twolane.alignment.results import Alignment, Served
from twolane.alignment.statements import mended, problem
from twolane.checks.aligned import alignments
from twolane.checks.context import Context
from twolane.checks.mentions import Mentions
from twolane.findings import Finding, Related, Rule, Severity
from twolane.model.playbook import Playbook

RULE = Rule("A301", "unserved-step", Severity.WARNING, ("P1", "P2"))


def check(playbook: Playbook, context: Context) -> Iterator[Finding]:
    for alignment in alignments(playbook):
        yield from found(alignment)


def found(alignment: Alignment) -> Iterator[Finding]:
    """What the rule finds in one process."""
    process, unit = alignment.process, alignment.process.time_unit
    served = [id for step in process.steps for id in step.serves]
    mentioned = Mentions.of(served, {step.id: step for step in process.buyer_steps})
    for each in alignment.coverage.failing if served else ():
        if not each.only_space and each.buyer_step.id not in mentioned:
            yield RULE.at(
                each.buyer_step.at,
                None,
                problem(each, unit),
                hint=mended(each.mends, unit),
                related=_related(each),
            )


def _related(served: Served) -> Iterator[Related]:
    for mend in served.mends:
        if isinstance(mend, Serve) and mend.step is not None:
            yield Related(mend.step.at.key_place("serves"), "this step could serve it")
        elif isinstance(mend, Serve) and mend.stage is not None:
            yield Related(mend.stage.at.place("serves"), "the stage during which the buyer is there")
