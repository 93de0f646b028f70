"""Finds a need of the buyer that no step of ours delivers.

A need for space is met by keeping away (A310). Where nobody serves the buyer step at all, A301 tells it for all needs
of that step.

Why:
    At each step the buyer expects something of value: information, a visit, a price. What nobody brings is missing
    on the day on which they decide (P1, P2; Gooze, "Are You Creating Customers Or Just Selling?", 2017).

Mend:
    Name the need under `delivers` of the step that meets it, or add such a step. Where the buyer gets it elsewhere, and
    likes it so, take the need out.

Wrong when:
    Somebody else brings it, and the buyer wants it that way: the dealer quotes the price, an independent lab writes the
    report, the authority hands out the documents. The need is real, and it's no gap in your selling.

    Say so above the need: `# twolane: ignore[A302] the dealer quotes the price, by contract`

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
        serves: [notice]
        steps:
          - id: share-benchmark
            name: Share the benchmark
            serves: [notice]
            delivers: [benchmark]
"""

from __future__ import annotations

from collections.abc import Iterator

from twolane.alignment.mends import Deliver
from twolane.alignment.results import Alignment, Met
from twolane.alignment.statements import mended, problem
from twolane.checks.aligned import alignments
from twolane.checks.context import Context
from twolane.checks.mentions import Mentions
from twolane.findings import Finding, Related, Rule, Severity
from twolane.model.playbook import Playbook

RULE = Rule("A302", "unmet-need", Severity.WARNING, ("P1", "P2"))


def check(playbook: Playbook, context: Context) -> Iterator[Finding]:
    for alignment in alignments(playbook):
        yield from found(alignment)


def found(alignment: Alignment) -> Iterator[Finding]:
    """What the rule finds in one process."""
    process, unit = alignment.process, alignment.process.time_unit
    delivered = Mentions.of(
        (id for step in process.steps for id in step.delivers), {need.id: need for need in process.needs}
    )
    served = {each.buyer_step.id for each in alignment.coverage.holding}
    for each in alignment.value.failing:
        if not each.space and each.buyer_step.id in served and each.need.id not in delivered:
            yield RULE.at(
                each.need.at, None, problem(each, unit), hint=mended(each.mends, unit), related=_related(each)
            )


def _related(met: Met) -> Iterator[Related]:
    for mend in met.mends:
        if isinstance(mend, Deliver) and mend.step is not None:
            yield Related(mend.step.at.place("delivers"), "this step could deliver it")
