"""Finds a process that advances no strategic goal.

Why:
    Work that leads to none of the goals competes for the same hours as the work that does (P10; "Sales strategy and
    sales process", 2016). The rule is silent in a playbook that defines no goals.

Mend:
    Say which goals the process works towards, for all of it or stage by stage. Where there is none, a goal is missing
    from strategy.yml, or the process has had its day.

Wrong when:
    Some work has to be done whatever the goals of the year are: spare parts for old machines, renewals at the same
    price, a duty from a contract of long ago.

    Say so above `advances` or `id`, with `# twolane: ignore[S602] spare parts keep old customers going`

Fails:
    advances: []

Passes:
    advances: [win-plants]
"""

from __future__ import annotations

from collections.abc import Iterator

from twolane.checks.context import Context
from twolane.checks.current import current
from twolane.checks.gaps import gap, not_given
from twolane.findings import Finding, Rule, Severity
from twolane.model.playbook import Playbook
from twolane.wording.spoken_language import worded

RULE = Rule("S602", "process-adrift", Severity.WARNING, ("P10",))


def check(playbook: Playbook, context: Context) -> Iterator[Finding]:
    if not playbook.goal:
        return
    for process in current(playbook):
        if all(not_given(each, "advances") for each in (process, *process.stages)):
            yield gap(
                RULE,
                process,
                "advances",
                worded("“{process}” advances none of the goals in strategy.yml", process=process.name),
                hint=worded("say which it works towards: `advances: [{playbook}]`", playbook=_example(playbook)),
            )


def _example(playbook: Playbook) -> str:
    """The only goal, or a gap to fill: which of several it is, the author must say."""
    return next(iter(playbook.goal)) if len(playbook.goal) == 1 else "…"
