"""Finds a process that is measured by lagging metrics alone.

Why:
    A lagging metric, such as orders or revenue, moves when the quarter is over. A leading one, such as visits agreed,
    moves while something can still be done, and shows at which stage (P14, P16; Webb, "Are Your Business Problems
    Rooted in Your Sales Process?", 2006).

Mend:
    Give at least one of the earlier stages a metric that moves before the result does, and mark it `kind: leading`.

Wrong when:
    Where deals are few and long, nothing that you could count early tells you how they will end, and people who are
    measured by visits make visits.

    Say so above the process's `id` with `# twolane: ignore[M403] three tenders a year; early figures are noise`

Fails:
    # metrics.yml
    metrics:
      - id: meeting-rate
        name: Plants that became customers
        kind: lagging
      - id: new-plants
        name: New plants
        kind: lagging

Passes:
    # metrics.yml
    metrics:
      - id: meeting-rate
        name: Visits agreed
        kind: leading
      - id: new-plants
        name: New plants
        kind: lagging
"""

from __future__ import annotations

from collections.abc import Iterator

from twolane.checks.context import Context
from twolane.checks.current import current
from twolane.findings import Finding, Rule, Severity
from twolane.model.playbook import Playbook
from twolane.model.process import Process
from twolane.wording.lists import listed
from twolane.wording.spoken_language import worded

RULE = Rule("M403", "only-lagging", Severity.ADVICE, ("P14", "P16"))


def check(playbook: Playbook, context: Context) -> Iterator[Finding]:
    for process in current(playbook):
        ids = _metric_ids(playbook, process)
        known = playbook.named(playbook.metric, ids)
        if not known or len(known) < len(ids) or any(metric.kind != "lagging" for metric in known):
            continue
        names = listed([f"“{metric.name}”" for metric in known])
        yield RULE.at(
            process.at,
            None,
            worded("“{process}” is measured only after the fact, by {names}", process=process.name, names=names),
            hint="add a metric that moves earlier to one of the first stages, with `kind: leading`",
        )


def _metric_ids(playbook: Playbook, process: Process) -> list[str]:
    """The metrics at the stages of the process, then those of the goals that it advances; each once."""
    goals = [*process.advances, *(goal for stage in process.stages for goal in stage.advances)]
    found = [metric for stage in process.stages for metric in stage.metrics]
    found += [goal.metric for goal in playbook.named(playbook.goal, goals) if goal.metric]
    found += [metric.id for metric in playbook.metrics if metric.goal in goals]
    return list(dict.fromkeys(found))
