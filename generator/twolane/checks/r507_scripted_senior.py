"""Finds a script for somebody senior, or a free hand for a junior.

Why:
    How much a role decides for itself belongs to the process, and it should fit the people: a script helps somebody
    new and ties the hands of somebody with experience, to whom buyers talk because of it (P10; "Sales strategy and
    sales process", 2016). The rule compares a step's `autonomy` with the `level` of the role that is responsible, and
    a role's own `autonomy` with its level. It knows the levels junior, experienced, senior, lead, manager, director
    and executive, and is silent about any other. It is silent too about a script for a step with `required: true`:
    what no deal may leave out, such as a notice in the words of a law, is the same for everybody. And it is silent
    about one for a gate or an internal step, in which nobody speaks with a buyer.

Mend:
    Make it `guided`, or give the step to another role. Where a law or a contract wants the exact words and no deal may
    go on without them, keep the script and make the step `required: true`.

Wrong when:
    A law or a regulator gives the words, for everybody, however long they have been selling: how an insurance is
    explained, that a call is recorded. And a junior may well have a free hand where orders are small, to learn on them.

    Say so on the step: `required: true`; else above `autonomy` with `# twolane: ignore[R507] small orders to learn on`

Fails:
    # roles.yml
    roles:
      - id: rep
        name: Sales representative
        level: senior
        autonomy: scripted

Passes:
    # roles.yml
    roles:
      - id: rep
        name: Sales representative
        level: senior
        autonomy: guided
"""

from __future__ import annotations

from collections.abc import Iterator

from twolane.checks.context import Context
from twolane.checks.current import current
from twolane.findings import Finding, Rule, Severity
from twolane.model.playbook import Playbook
from twolane.model.roles import Autonomy, Role
from twolane.model.selling import Step
from twolane.model.seniority import is_junior, is_senior
from twolane.wording.spoken_language import translated, worded

RULE = Rule("R507", "scripted-senior", Severity.ADVICE, ("P10",))


def check(playbook: Playbook, context: Context) -> Iterator[Finding]:
    for role in playbook.roles:
        if _unfit(role, role.autonomy):
            message = worded(
                "“{role}” is {level} and works {autonomy}",
                role=role.name,
                level=role.level,
                autonomy=_way(role.autonomy),
            )
            yield RULE.at(role.at, "autonomy", message, hint="make it `autonomy: guided`")
    for process in current(playbook):
        for step in process.steps:
            yield from _of_step(playbook, step)


def _of_step(playbook: Playbook, step: Step) -> Iterator[Finding]:
    for role in playbook.named(playbook.role, [step.responsible]):
        if _unfit(role, step.autonomy) and not _is_set_for_all(step):
            yield RULE.at(
                step.at,
                "autonomy",
                worded(
                    "“{step}” is done {autonomy}, and “{role}”, who does it, is {level}",
                    step=step.name,
                    autonomy=_way(step.autonomy),
                    role=role.name,
                    level=role.level,
                ),
                hint=_hint(step),
            )


def _hint(step: Step) -> str:
    if step.autonomy == "scripted":
        return "if everybody has to say it word for word, add `required: true`; else make it `autonomy: guided`"
    return "make it `autonomy: guided`, or give the step to another role"


def _is_set_for_all(step: Step) -> bool:
    """Whether a script is the same for whoever does the step: no deal may leave it out, or it meets no buyer."""
    return step.autonomy == "scripted" and (step.required or step.of_the_house)


def _unfit(role: Role, autonomy: Autonomy | None) -> bool:
    return (autonomy == "scripted" and is_senior(role.level)) or (autonomy == "free" and is_junior(role.level))


def _way(autonomy: Autonomy | None) -> str:
    return translated("by a script" if autonomy == "scripted" else "with a free hand")
