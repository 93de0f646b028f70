"""Finds a delivery that is over before the buyer needs it, and says by how much.

The time of a need is its own `from` and `until` or, where it gives none, that of its buyer step; the time of a step
of ours is its own or that of its stage. What is over in the very moment in which the need begins is not early.

Why:
    A price before the need is agreed is only a cost, and a demonstration before the criteria are known answers
    questions that nobody has. What comes too early is forgotten when its time comes (P1, P2; Gooze, "Are You Creating
    Customers Or Just Selling?", 2017).

Mend:
    Do the step later, or give it again in the buyer's time. Where the buyer does want it early, move the time of the
    need.

Wrong when:
    Some buyers need it long before the step in which it counts: a rough price for next year's budget, a sample that
    their lab tests for two months.

    Say so on the need: `from: 2`, the earliest time at which they can use it.

Fails:
    stages:
      - id: closing
        name: Closing
        serves: [choose]
        steps:
          - id: demonstrate
            name: Demonstrate with their orders
            from: 1
            until: 2
            serves: [choose]
            delivers: [demonstration]

Passes:
    stages:
      - id: closing
        name: Closing
        serves: [choose]
        steps:
          - id: demonstrate
            name: Demonstrate with their orders
            from: 1
            until: 4
            serves: [choose]
            delivers: [demonstration]
"""

from __future__ import annotations

from collections.abc import Iterator

from twolane.alignment.results import Alignment
from twolane.checks.aligned import alignments
from twolane.checks.context import Context
from twolane.checks.deliveries import mistimed
from twolane.findings import Finding, Rule, Severity
from twolane.model.playbook import Playbook

RULE = Rule("A306", "too-early", Severity.WARNING, ("P1", "P2"))


def check(playbook: Playbook, context: Context) -> Iterator[Finding]:
    for alignment in alignments(playbook):
        yield from found(alignment)


def found(alignment: Alignment) -> Iterator[Finding]:
    """What the rule finds in one process."""
    unit = alignment.process.time_unit
    return (mistimed(RULE, each, "until", "from", unit) for each in alignment.timing.failing if each.late < 0)
