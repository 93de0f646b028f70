"""Finds a step of the buyer with nobody in it.

It is silent where one or two roles sell to buyers of whom at most one role is written down: it is the customer.

Why:
    A company does not decide, people in it do, and each of them has other concerns (P5; "What is a sales process?").
    A step with nobody in it tells a rep neither whom to ask for nor whom they are about to forget.

Mend:
    Name the roles on the buyer's side who take part, under `actors`. They are defined in roles.yml with `side: buyer`.

Wrong when:
    At some steps nobody acts, such as the days in which a coat of paint dries or a period for appeals runs.

    Say so above the buyer step: `# twolane: ignore[B207] the period for appeals runs; nobody does anything`

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
          actors: [planner]
"""

from __future__ import annotations

from collections.abc import Iterator

from twolane.checks.context import Context
from twolane.checks.current import current
from twolane.checks.gaps import gap, not_given
from twolane.checks.team_size import is_one_customer, is_small
from twolane.findings import Finding, Rule, Severity
from twolane.model.playbook import Playbook
from twolane.wording.spoken_language import worded

RULE = Rule("B207", "actor-missing", Severity.WARNING, ("P5",))


def check(playbook: Playbook, context: Context) -> Iterator[Finding]:
    if is_small(playbook) and is_one_customer(playbook):
        return
    for process in current(playbook):
        for step in process.buyer_steps:
            if not_given(step, "actors"):
                yield gap(
                    RULE,
                    step,
                    "actors",
                    worded("nobody on the buyer's side takes part in “{step}”", step=step.name),
                    hint=_hint(playbook),
                )


def _hint(playbook: Playbook) -> str:
    buyer = next((role.id for role in playbook.roles if role.side == "buyer"), "")
    if buyer:
        return worded("name who takes part, such as `actors: [{buyer}]`", buyer=buyer)
    return "add a role with `side: buyer` to roles.yml, and name it under `actors`"
