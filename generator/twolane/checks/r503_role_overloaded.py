"""Finds a role that does most of the steps of a stage or of a whole process.

Why:
    Where nearly everything waits for the same people, they are the limit of the process, whatever the targets say.
    Quotas come from shown capacity (P16; Webb, "Are Your Business Problems Rooted in Your Sales Process?", 2006). The
    rule looks at stages with four or more steps and processes with eight or more. It is silent where a team has
    fewer than three seller roles to share the work, and about a role with `full_cycle: true`.

Mend:
    Look at which steps another role could do as well, or leave out what no buyer asked for. Where one role does a
    whole process by design, such as an account executive from the first call to the order, say so: `full_cycle: true`
    in roles.yml.

Wrong when:
    Some roles do a whole process by design, and buyers like it that way: the owner of a small business, a rep who sells
    and looks after the account, a bid manager who holds everything together.

    Say so on the role: `full_cycle: true`

Fails:
    stages:
      - id: prospecting
        name: Prospecting
        steps:
          - {id: call, name: Call the planner, responsible: rep}
          - {id: send, name: Send the benchmark, responsible: rep}
          - {id: visit, name: Visit the plant, responsible: rep}
          - {id: report, name: Write the report, responsible: engineer}

Passes:
    stages:
      - id: prospecting
        name: Prospecting
        steps:
          - {id: call, name: Call the planner, responsible: rep}
          - {id: send, name: Send the benchmark, responsible: rep}
          - {id: visit, name: Visit the plant, responsible: engineer}
          - {id: report, name: Write the report, responsible: engineer}
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from twolane.checks.context import Context
from twolane.checks.current import current
from twolane.checks.team_size import SMALL, sellers
from twolane.findings import Finding, Rule, Severity
from twolane.model.playbook import Playbook
from twolane.model.process import Process
from twolane.model.selling import Stage, Step
from twolane.wording.spoken_language import worded

RULE = Rule("R503", "role-overloaded", Severity.ADVICE, ("P16",))

_HINT = (
    "see which of them another role could do, or which no buyer asked for; "
    "if it is meant to do them all, add `full_cycle: true` to the role"
)
_STEPS_OF_A_STAGE = 4
_STEPS_OF_A_PROCESS = 8


def check(playbook: Playbook, context: Context) -> Iterator[Finding]:
    if sellers(playbook) <= SMALL:
        return
    for process in current(playbook):
        everywhere = _busiest(process.steps, _STEPS_OF_A_PROCESS)
        if _is_bound(playbook, everywhere):
            yield _overloaded(playbook, process, everywhere)
        for stage in process.stages:
            here = _busiest(stage.steps, _STEPS_OF_A_STAGE)
            if here != everywhere and _is_bound(playbook, here):
                yield _overloaded(playbook, stage, here)


def _is_bound(playbook: Playbook, id: str) -> bool:
    """Whether there is such a role, and it is not meant to do all of it."""
    return id in playbook.role and not playbook.role[id].full_cycle


def _busiest(steps: Sequence[Step], fewest: int) -> str:
    """The role that is responsible for more than half of the steps, if there are enough of them; else empty."""
    done = Counter(step.responsible for step in steps if step.responsible)
    if len(steps) < fewest or not done:
        return ""
    role, count = done.most_common(1)[0]
    return role if 2 * count > len(steps) else ""


def _overloaded(playbook: Playbook, where: Process | Stage, role: str) -> Finding:
    count = sum(step.responsible == role for step in where.steps)
    return RULE.at(
        where.at,
        None,
        worded(
            "“{role}” does {count} of the {steps} steps of “{where}”",
            role=playbook.role[role].name,
            count=count,
            steps=len(where.steps),
            where=where.name,
        ),
        hint=_HINT,
    )
