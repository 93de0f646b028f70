"""Finds a process that begins when the buyer's first step is already over.

Buyer steps at which nothing but space is wanted do not count.

Why:
    Who comes when the buyer already compares providers meets a need that others have shaped, and is compared by
    price (P2; Gooze, "Are You Creating Customers Or Just Selling?", 2017).

Mend:
    Ask what the buyer would have been glad to get at the beginning, and begin there. If you cannot be there that early,
    the buyer's first step may belong to another process, such as marketing's.

Wrong when:
    You could not have been there. An authority plans its purchase before anybody outside hears of it, and customers of
    a shop have usually looked around before they come in.

    Say so above `from` with `# twolane: ignore[A308] nobody outside knows of it before the notice is out`

Fails:
    stages:
      - id: closing
        name: Closing
        serves: [notice, choose]
        steps:
          - id: demonstrate
            name: Demonstrate with their orders
            from: 5
            until: 6
            serves: [notice, choose]

Passes:
    stages:
      - id: closing
        name: Closing
        serves: [notice, choose]
        steps:
          - id: demonstrate
            name: Demonstrate with their orders
            from: 4
            until: 6
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

RULE = Rule("A308", "late-start", Severity.WARNING, ("P2",))


def check(playbook: Playbook, context: Context) -> Iterator[Finding]:
    for alignment in alignments(playbook):
        yield from found(alignment)


def found(alignment: Alignment) -> Iterator[Finding]:
    """What the rule finds in one process."""
    unit = alignment.process.time_unit
    for each in alignment.ends.failing:
        if each.which == "start":
            over = Related(each.buyer_step.at.place("until"), "the buyer's first step is over")
            yield RULE.at(each.step.at, "from", problem(each, unit), hint=mended(each.mends, unit), related=[over])
