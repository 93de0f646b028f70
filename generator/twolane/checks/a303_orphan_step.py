"""Finds a step of ours that serves no step of the buyer.

It is silent about a stage that serves nobody either, as long as no step says whom it serves: that is B201. Steps that
say `kind: internal` (work for ourselves) or `kind: gate` (a decision of our own, such as bid or no bid) need not serve
anybody.

Why:
    What serves no buyer serves us, and takes the time of those who sell. A list of activities is no process
    (P2, P3; Gooze, "Are You Creating Customers Or Just Selling?", 2017).

Mend:
    Ask who gains by this step. Where it is a buyer, name their step under `serves`. Where it is a decision of ours that
    a deal waits for, such as a bid or no bid, say `kind: gate`; where it is work for ourselves that the process cannot
    do without, `kind: internal`. What is mere administration goes to `controls` of its stage, or goes.

Wrong when:
    A bid or no bid, a credit check, the approval of a discount: these are decisions of your own that no buyer sees, and
    no deal goes on without them. Other work, such as booking the fitters, has to be done for yourselves.

    Say so on the step: `kind: gate` where you decide, `kind: internal` where you work for yourselves.

Fails:
    stages:
      - id: prospecting
        name: Prospecting
        serves: [notice]
        steps:
          - id: enter-lead
            name: Enter the lead

Passes:
    stages:
      - id: prospecting
        name: Prospecting
        serves: [notice]
        steps:
          - id: share-benchmark
            name: Share the benchmark
            serves: [notice]
        controls:
          - Enter the lead
"""

from __future__ import annotations

from collections.abc import Iterator

from twolane.alignment.mends import Serve
from twolane.alignment.results import Alignment, Focus
from twolane.alignment.statements import mended, problem
from twolane.checks.aligned import alignments
from twolane.checks.context import Context
from twolane.checks.gaps import gap, not_given
from twolane.findings import Finding, Related, Rule, Severity
from twolane.model.playbook import Playbook

RULE = Rule("A303", "orphan-step", Severity.WARNING, ("P2", "P3"))


def check(playbook: Playbook, context: Context) -> Iterator[Finding]:
    for alignment in alignments(playbook):
        yield from found(alignment)


def found(alignment: Alignment) -> Iterator[Finding]:
    """What the rule finds in one process; nothing where the buyer's steps are not written down."""
    process, unit = alignment.process, alignment.process.time_unit
    any_serves = any(step.serves for step in process.steps)
    for each in alignment.focus.failing if process.buyer_steps else ():
        stage = process.stage_of[each.step.id]
        if not_given(each.step, "serves") and (any_serves or not not_given(stage, "serves")):
            hint = mended(each.mends, unit)
            yield gap(RULE, each.step, "serves", problem(each, unit), hint=hint, related=_related(each))


def _related(focus: Focus) -> Iterator[Related]:
    for mend in focus.mends:
        if isinstance(mend, Serve):
            yield Related(mend.buyer_step.at.element(), "the buyer step that it could serve")
