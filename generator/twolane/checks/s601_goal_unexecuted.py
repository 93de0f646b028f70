"""Finds a strategic goal that no process advances.

Why:
    A strategy says what is to be reached, a process who does what for it. A goal that nobody's work leads to is a
    wish (P10; "Sales strategy and sales process", 2016).

Mend:
    Add the goal to `advances` of the process or stage that works towards it. Where there is none, map one or drop the
    goal.

Wrong when:
    Not every goal is reached by selling. A certificate, a second production line or a new office stands in the strategy
    for everybody to know, and others work on it.

    Say so above the goal: `# twolane: ignore[S601] the quality team works on it, not sales`

Fails:
    # strategy.yml
    goals:
      - id: win-plants
        name: Win twelve new plants
      - id: enter-spain
        name: Sell to plants in Spain

Passes:
    # strategy.yml
    goals:
      - id: win-plants
        name: Win twelve new plants
"""

from __future__ import annotations

from collections.abc import Iterator

from twolane.checks.context import Context
from twolane.checks.current import current
from twolane.checks.mentions import Mentions
from twolane.findings import Finding, Rule, Severity
from twolane.model.playbook import Playbook
from twolane.wording.quoting import short
from twolane.wording.spoken_language import worded

RULE = Rule("S601", "goal-unexecuted", Severity.WARNING, ("P10",))


def check(playbook: Playbook, context: Context) -> Iterator[Finding]:
    advanced = Mentions.of(_advanced(playbook), playbook.goal)
    for goal in playbook.strategy.goals:
        if goal.id not in advanced:
            yield RULE.at(
                goal.at,
                None,
                worded("no process advances the goal “{goal}”", goal=short(goal.name)),
                hint=worded("add `{id}` to `advances` of the process or stage that works towards it", id=goal.id),
            )


def _advanced(playbook: Playbook) -> Iterator[str]:
    for process in current(playbook):
        yield from process.advances
        for stage in process.stages:
            yield from stage.advances
