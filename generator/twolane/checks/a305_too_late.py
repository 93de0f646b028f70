"""Finds a delivery that comes after the buyer needed it, and says by how much.

The time of a need is its own `from` and `until` or, where it gives none, that of its buyer step; the time of a step
of ours is its own or that of its stage. What begins in the very moment in which the need is over is not late.

Why:
    A buyer does not wait for what they need: they find it elsewhere, or decide without it. Selling mirrors buying only
    where it keeps the same time (P1, P2; Gooze, "Are You Creating Customers Or Just Selling?", 2017).

Mend:
    Do the step earlier, or let a step deliver it that is there in time. Where the times are only estimates, ask a few
    buyers when they needed it.

Wrong when:
    The need may outlive the step that it belongs to. A reference visit a week after the meeting still counts for a
    buyer who talks to the board only the week after that.

    Say so on the need: `until: 6`, the latest time at which it still helps them.

Fails:
    stages:
      - id: prospecting
        name: Prospecting
        serves: [notice]
        steps:
          - id: share-benchmark
            name: Share the benchmark
            from: 6
            until: 7
            serves: [notice]
            delivers: [benchmark]

Passes:
    stages:
      - id: prospecting
        name: Prospecting
        serves: [notice]
        steps:
          - id: share-benchmark
            name: Share the benchmark
            from: 3
            until: 7
            serves: [notice]
            delivers: [benchmark]
"""

from __future__ import annotations

from collections.abc import Iterator

from twolane.alignment.results import Alignment
from twolane.checks.aligned import alignments
from twolane.checks.context import Context
from twolane.checks.deliveries import mistimed
from twolane.findings import Finding, Rule, Severity
from twolane.model.playbook import Playbook

RULE = Rule("A305", "too-late", Severity.WARNING, ("P1", "P2"))


def check(playbook: Playbook, context: Context) -> Iterator[Finding]:
    for alignment in alignments(playbook):
        yield from found(alignment)


def found(alignment: Alignment) -> Iterator[Finding]:
    """What the rule finds in one process."""
    unit = alignment.process.time_unit
    return (mistimed(RULE, each, "from", "until", unit) for each in alignment.timing.failing if each.late > 0)
