"""Finds a process that ends before the buyer's last step begins.

Buyer steps at which nothing but space is wanted do not count.

Why:
    For the buyer the order is not the end: they still have to start up and to get the value. Who stops at the
    signature drops a customer whom the next purchase could begin with (P2; Gooze, "Are You Creating Customers Or Just
    Selling?", 2017; P9; "Sales process cheat sheet", 2022).

Mend:
    Add a step that helps the buyer to get what they bought, and say who does it. Where another process of ours takes
    over, end the buyer's side of this one there too.

Wrong when:
    Your part ends with the order by agreement: an installer, a dealer or the buyer's own people lead the start-up, and
    the buyer would not want two of you there. It stays in the picture because the buyer thinks of it while choosing.

    Say so above `until` with `# twolane: ignore[A309] the installer leads the start-up, by contract`

Fails:
    stages:
      - id: prospecting
        name: Prospecting
        serves: [notice, choose]
        steps:
          - id: share-benchmark
            name: Share the benchmark
            from: 1
            until: 3
            serves: [notice, choose]

Passes:
    stages:
      - id: prospecting
        name: Prospecting
        serves: [notice, choose]
        steps:
          - id: share-benchmark
            name: Share the benchmark
            from: 1
            until: 5
            serves: [notice, choose]
"""

from __future__ import annotations

from collections.abc import Iterator

from twolane.alignment.results import Alignment
from twolane.alignment.statements import mended, problem
from twolane.checks.aligned import alignments
from twolane.checks.context import Context
from twolane.findings import Finding, Related, Rule, Severity
from twolane.model.playbook import Playbook

RULE = Rule("A309", "early-end", Severity.WARNING, ("P2", "P9"))


def check(playbook: Playbook, context: Context) -> Iterator[Finding]:
    for alignment in alignments(playbook):
        yield from found(alignment)


def found(alignment: Alignment) -> Iterator[Finding]:
    """What the rule finds in one process."""
    unit = alignment.process.time_unit
    for each in alignment.ends.failing:
        if each.which == "end":
            begins = Related(each.buyer_step.at.place("from"), "the buyer's last step begins")
            yield RULE.at(each.step.at, "until", problem(each, unit), hint=mended(each.mends, unit), related=[begins])
