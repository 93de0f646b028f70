"""Finds a decision of the buyer that forgets *no go* or *no decision*.

Why:
    Most purchases do not end with a yes. Who has no answer to a no goes on pushing, and who has none to silence keeps
    dead deals alive. Both are normal outcomes, and each has something that follows from it (P4, P7; "What
    is a sales process?").

Mend:
    Say in a sentence what we do when they say no, and what we do when they do not decide. To close politely is
    an answer too.

Wrong when:
    Not every question has three answers. A contract that renews itself takes silence for a yes, and an authority must
    either award or cancel by a date that it has published.

    Say so above its `question` with `# twolane: ignore[B205] silence renews the contract, so it is a yes`

Fails:
    buyer:
      steps:
        - id: notice
          name: Notice the problem
          decision:
            question: Is this worth solving now?
            no_go: They live with it. Close politely.

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
from twolane.model.buying import Decision
from twolane.model.playbook import Playbook
from twolane.wording.quoting import short
from twolane.wording.spoken_language import worded

RULE = Rule("B205", "no-decision-missing", Severity.WARNING, ("P4", "P7"))


def check(playbook: Playbook, context: Context) -> Iterator[Finding]:
    for process in current(playbook):
        for step in process.buyer_steps:
            if step.decision is not None:
                yield from _of_decision(step.decision)


def _of_decision(decision: Decision) -> Iterator[Finding]:
    question = f"“{short(decision.question)}”"
    no_go, no_decision = not_given(decision, "no_go"), not_given(decision, "no_decision")
    if no_go and no_decision:
        message = worded("nothing follows when the buyer answers {question} with no, or not at all", question=question)
        yield gap(RULE, decision, "no_go", message, hint="say what we do then, under `no_go` and `no_decision`")
    elif no_go:
        message = worded("nothing follows when the buyer answers {question} with no", question=question)
        yield gap(RULE, decision, "no_go", message, hint="say what we do then: `no_go: Close politely.`")
    elif no_decision:
        message = worded("nothing follows when the buyer does not decide {question}", question=question)
        hint = "say what we do then: `no_decision: Agree on a date to ask again.`"
        yield gap(RULE, decision, "no_decision", message, hint=hint)
