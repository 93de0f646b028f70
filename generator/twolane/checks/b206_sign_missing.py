"""Finds a step of the buyer that a rep cannot recognise.

Why:
    Whoever can tell where a buyer is helps with what fits that point, and is more effective for it. That takes
    questions whose answers give the step away (P6; "What is a sales process?").

Mend:
    Add a question to ask, and what a buyer answers who is at this step and at no other. Where buyers may not be asked,
    say what can be seen: a text alone, or `look_for`.

Wrong when:
    Where buyers may not be asked, as in a tender, or need not be, as at a counter, you see where they are: a notice is
    published, somebody stands in front of you with a broken chain.

    Say so under `signs` of the buyer step: `look_for: The award notice is on the portal`

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
          signs:
            - ask: What does a missed schedule cost you?
              tells: They do not know yet
"""

from __future__ import annotations

from collections.abc import Iterator

from twolane.checks.context import Context
from twolane.checks.current import current
from twolane.checks.gaps import gap, not_given
from twolane.findings import Finding, Rule, Severity
from twolane.model.playbook import Playbook
from twolane.wording.spoken_language import worded

RULE = Rule("B206", "sign-missing", Severity.WARNING, ("P6",))


def check(playbook: Playbook, context: Context) -> Iterator[Finding]:
    for process in current(playbook):
        for step in process.buyer_steps:
            if not_given(step, "signs"):
                yield gap(
                    RULE,
                    step,
                    "signs",
                    worded("nothing tells a rep that a buyer is at “{step}”", step=step.name),
                    hint="add `signs:` with a question to `ask` and the answer that `tells`, or what to `look_for`",
                )
