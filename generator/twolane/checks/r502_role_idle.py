"""Finds a seller role that takes part in no step.

Where nothing at all refers to the role, D009 tells it.

Why:
    The process says who does what. Somebody with a role on paper and no part in any step either does things that the
    process does not show, or has a page that says nothing (P10; "Sales strategy and sales process", 2016).

Mend:
    Give the role the steps that it really does, answers for, is asked about or is told of. Or take it out.

Wrong when:
    A role can matter without a step of its own: a managing director who is called in for exceptions, a colleague who
    begins in May, somebody whose work this playbook does not describe.

    Say so above the role: `# twolane: ignore[R502] hired for May; the steps are given out then`

Fails:
    # roles.yml
    roles:
      - {id: rep, name: Sales representative, side: seller, reports_to: event-manager}
      - {id: engineer, name: Sales engineer, side: seller}
      - {id: sales-director, name: Sales director, side: seller}
      - {id: event-manager, name: Event manager, side: seller}

Passes:
    # roles.yml
    roles:
      - {id: rep, name: Sales representative, side: seller}
      - {id: engineer, name: Sales engineer, side: seller}
      - {id: sales-director, name: Sales director, side: seller}
      - {id: planner, name: Plant planner, side: buyer}
"""

from __future__ import annotations

from collections.abc import Iterator

from twolane.checks.context import Context
from twolane.checks.current import current
from twolane.checks.mentions import Mentions
from twolane.checks.referred_to import referred_to
from twolane.findings import Finding, Rule, Severity
from twolane.model.playbook import Playbook
from twolane.model.selling import Step
from twolane.wording.spoken_language import worded

RULE = Rule("R502", "role-idle", Severity.ADVICE, ("P10",))


def check(playbook: Playbook, context: Context) -> Iterator[Finding]:
    steps = tuple(step for process in current(playbook) for step in process.steps)
    if not steps:
        return
    busy = Mentions.of((role for step in steps for role in _taking_part(step)), playbook.role)
    named = Mentions.of(referred_to(playbook)["role"], playbook.role)
    for role in playbook.roles:
        if role.side == "seller" and role.id not in busy and role.id in named:
            yield RULE.at(
                role.at,
                None,
                worded("“{role}” has no part in any step", role=role.name),
                hint="name the role at the steps where it takes part: responsible, accountable, consulted or informed",
            )


def _taking_part(step: Step) -> tuple[str | None, ...]:
    return (step.responsible, step.accountable, *step.consulted, *step.informed)
