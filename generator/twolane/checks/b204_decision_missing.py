"""Finds a step of the buyer that ends without a decision.

Why:
    What moves a purchase on is a decision of the buyer: go, no go, or none for now. A process that does not
    show these decisions cannot see why deals stand still (P4; "What is a sales process?").

Mend:
    Write down the question that the buyer answers at the end of the step, in their words, and what follows from
    each answer.

Wrong when:
    Some steps end because the time is up, not because anybody decides: a notice period, the standstill between an award
    and the contract, the weeks until a harvest.

    Say so above the buyer step: `# twolane: ignore[B204] the standstill of ten days ends by law`

Fails:
    buyer:
      steps:
        - id: notice
          name: Notice the problem

Passes:
    buyer:
      steps:
        - id: notice
          name: Notice the problem
          decision:
            question: Is this worth solving now?
            no_go: They live with it. Close politely.
            no_decision: Come back next quarter.
"""

from __future__ import annotations

from collections.abc import Iterator

from twolane.checks.context import Context
from twolane.checks.current import current
from twolane.checks.gaps import gap, not_given
from twolane.findings import Finding, Rule, Severity
from twolane.model.playbook import Playbook
from twolane.wording.spoken_language import worded

RULE = Rule("B204", "decision-missing", Severity.WARNING, ("P4",))


def check(playbook: Playbook, context: Context) -> Iterator[Finding]:
    for process in current(playbook):
        for step in process.buyer_steps:
            if not_given(step, "decision"):
                yield gap(
                    RULE,
                    step,
                    "decision",
                    worded("nothing says what the buyer decides at the end of “{step}”", step=step.name),
                    hint="add `decision:` with their `question`, and what follows from `no_go` and `no_decision`",
                )
