"""Finds steps of ours in another order than the buyer steps that they serve.

Two steps are compared where all that one of them serves is known to come before all that the other serves: one buyer
step comes before another where it is over when the other begins, or where the `go` of its decision leads there. Buyer
steps that run at once, or that say neither, have no order; nor has what a buyer wants at a time of its own before the
step that needs it, such as comments on a contract that are read after the offer is in. Of two steps that are the wrong
way round the first is reported; of several, the fewest whose move mends the order. The order of ours is that in which
they are written; when they happen is for A305 and A306. What we do for ourselves (`kind: internal` or `gate`) has no
place in it.

Why:
    Buyers agree on the need first, then on the way, and only then on the provider. Who presents before the need is
    agreed runs ahead of the buyer and comes back alone (P2; Gooze, "Are You Creating Customers Or Just Selling?",
    2017; P5; "What is a sales process?").

Mend:
    Move the step to where the buyer is at the step that it serves. Where both steps help at the same step of the buyer,
    say so under `serves`.

Wrong when:
    Strands of one purchase run side by side: their engineers try the product while their lawyers read the contract.
    Which of the two you have written down first says nothing about which comes first.

    Say so on both buyer steps: `from` and `until`, so that their times overlap.

Fails:
    stages:
      - id: selling
        name: Selling
        serves: [notice, choose]
        steps:
          - id: demonstrate
            name: Demonstrate with their orders
            serves: [choose]
          - id: share-benchmark
            name: Share the benchmark
            serves: [notice]

Passes:
    stages:
      - id: selling
        name: Selling
        serves: [notice, choose]
        steps:
          - id: demonstrate
            name: Demonstrate with their orders
            serves: [notice, choose]
          - id: share-benchmark
            name: Share the benchmark
            serves: [notice]
"""

from __future__ import annotations

from collections.abc import Iterator

from twolane.alignment.results import Alignment, Misplaced
from twolane.alignment.statements import mended, problem
from twolane.checks.aligned import alignments
from twolane.checks.context import Context
from twolane.findings import Finding, Related, Rule, Severity
from twolane.model.playbook import Playbook
from twolane.model.process import Process
from twolane.model.selling import Step
from twolane.wording.spoken_language import worded

RULE = Rule("A307", "out-of-order", Severity.WARNING, ("P2", "P5"))


def check(playbook: Playbook, context: Context) -> Iterator[Finding]:
    for alignment in alignments(playbook):
        yield from found(alignment)


def found(alignment: Alignment) -> Iterator[Finding]:
    """What the rule finds in one process."""
    process, unit = alignment.process, alignment.process.time_unit
    for each in alignment.misplaced:
        yield RULE.at(
            each.step.at,
            None,
            problem(each, unit),
            hint=mended(each.mends, unit),
            related=_related(process, each),
        )


def _related(process: Process, misplaced: Misplaced) -> Iterator[Related]:
    other = misplaced.others[-1]
    yield Related(other.at.element(), worded("“{other}” stands here", other=other.name))
    yield from _served(process, misplaced.step)
    yield from _served(process, other)


def _served(process: Process, step: Step) -> Iterator[Related]:
    """The first buyer step that a step serves."""
    buyer_steps = [each for each in process.buyer_steps if each.id in step.serves]
    yield from (Related(each.at.element(), worded("“{step}” serves this", step=step.name)) for each in buyer_steps[:1])
