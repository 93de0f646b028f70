"""Finds a step that delivers what the buyer step that it serves does not need.

Why:
    The right thing at the wrong moment is not what the buyer asked for: a demonstration for somebody who is still
    asking what the problem costs. The value that a step brings is that which its buyer step expects (P1, P2; Gooze,
    "Are You Creating Customers Or Just Selling?", 2017).

Mend:
    Where the step does serve the buyer step that has the need, name that too under `serves`. Else let another step
    deliver it, when the buyer is there.

Wrong when:
    Formal purchasing sometimes has everything handed in on one day, and opens it bit by bit: the price is in the
    envelope while the buyer still looks at the technical answers alone.

    Say so above `delivers` with `# twolane: ignore[A304] the price goes in on the same day, in a second envelope`

Fails:
    stages:
      - id: prospecting
        name: Prospecting
        serves: [notice]
        steps:
          - id: demonstrate
            name: Demonstrate with their orders
            serves: [notice]
            delivers: [demonstration]

Passes:
    stages:
      - id: prospecting
        name: Prospecting
        serves: [choose]
        steps:
          - id: demonstrate
            name: Demonstrate with their orders
            serves: [choose]
            delivers: [demonstration]
"""

from __future__ import annotations

from collections.abc import Iterator

from twolane.alignment.results import Alignment
from twolane.alignment.statements import mended, problem
from twolane.checks.aligned import alignments
from twolane.checks.context import Context
from twolane.checks.mentions import Mentions
from twolane.findings import Finding, Related, Rule, Severity
from twolane.model.playbook import Playbook
from twolane.wording.spoken_language import worded

RULE = Rule("A304", "unwanted-value", Severity.WARNING, ("P1", "P2"))


def check(playbook: Playbook, context: Context) -> Iterator[Finding]:
    for alignment in alignments(playbook):
        yield from found(alignment)


def found(alignment: Alignment) -> Iterator[Finding]:
    """What the rule finds in one process."""
    process, unit = alignment.process, alignment.process.time_unit
    buyer_steps = {step.id: step for step in process.buyer_steps}
    for each in alignment.unwanted:
        if each.buyer_step.id not in Mentions.of(each.step.serves, buyer_steps):
            yield RULE.at(
                each.step.at,
                "delivers",
                problem(each, unit),
                index=each.step.delivers.index(each.need.id),
                hint=mended(each.mends, unit),
                related=[
                    Related(
                        each.need.at.element(),
                        worded("it is needed here, at “{buyer_step}”", buyer_step=each.buyer_step.name),
                    )
                ],
            )
