"""Finds a step that reaches out in the time for which the buyer wants to be left alone.

A step reaches out when it serves a buyer step or delivers something. One that delivers nothing but the space itself
keeps quiet. What the same buyer step asks for is no disturbance, such as answers to their questions while they assess
an offer; nor is what another one asks for in that very time, such as a trial in a track beside it, nor a step for
other people in such a track, as their `actors` say. A step that only ends when the quiet begins, or begins when it is
over, does not disturb it.

Why:
    To be left alone can be what a buyer needs most, above all while they decide. A call that "only follows up" in that
    time costs the trust that all the steps before have earned (P1, P2; Gooze, "Are You Creating Customers Or Just
    Selling?", 2017).

Mend:
    Move the step out of that time, or agree with everybody that it pauses.

Wrong when:
    Being silent may be forbidden: a recall or another warning about safety can't wait until they have decided, whatever
    was agreed.

    Say so above the step: `# twolane: ignore[A310] we warn at once where a machine may hurt somebody`

Fails:
    buyer:
      steps:
        - id: notice
          name: Notice the problem
          from: 0
          until: 4
        - id: choose
          name: Choose a way
          from: 4
          until: 10
          needs:
            - id: quiet
              kind: space
              what: A week in which nobody calls
              from: 5
              until: 6

Passes:
    buyer:
      steps:
        - id: notice
          name: Notice the problem
          from: 0
          until: 4
        - id: choose
          name: Choose a way
          from: 4
          until: 10
          needs:
            - id: quiet
              kind: space
              what: A week in which nobody calls
              from: 6
              until: 7
"""

from __future__ import annotations

from collections.abc import Iterator

from twolane.alignment.results import Alignment
from twolane.alignment.statements import mended, problem
from twolane.checks.aligned import alignments
from twolane.checks.context import Context
from twolane.findings import Finding, Related, Rule, Severity
from twolane.model.playbook import Playbook
from twolane.wording.spoken_language import worded

RULE = Rule("A310", "no-space", Severity.WARNING, ("P1", "P2"))


def check(playbook: Playbook, context: Context) -> Iterator[Finding]:
    for alignment in alignments(playbook):
        yield from found(alignment)


def found(alignment: Alignment) -> Iterator[Finding]:
    """What the rule finds in one process: a finding for each step that disturbs, since each has its own place."""
    unit = alignment.process.time_unit
    for each in alignment.disturbances:
        message = worded("the buyer wants space here, at “{buyer_step}”", buyer_step=each.buyer_step.name)
        wanted = Related(each.need.at.element(), message)
        yield RULE.at(each.step.at, None, problem(each, unit), hint=mended(each.mends, unit), related=[wanted])
