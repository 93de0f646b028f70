"""Finds a process or a strategy goal that no metric measures.

Why:
    What is not measured can be neither steered nor improved, and nobody notices where it gets stuck. Measurement
    belongs to the goals of the process, not to each small activity (P14; "How can we create a sales process that
    gets results?", 2003, mistake 3). A process counts as measured where one of its stages names a metric, or a goal
    that it advances has one. Where one or two people sell, and they have written down neither metrics nor goals, the
    rule is silent: they see themselves where it gets stuck.

Mend:
    Name one or two metrics at the stages where a deal most often gets stuck, and one for each goal.

Wrong when:
    With four deals a year a rate says nothing: you know each of them by name and talk about each of them. And you need
    no figure to see whether a licence has been granted.

    Say so above the process's `id` or the goal: `# twolane: ignore[M401] four bids a year; we discuss each`

Fails:
    # strategy.yml
    goals:
      - id: win-plants
        name: Win twelve new plants
      - id: keep-plants
        name: Keep the plants we have

Passes:
    # strategy.yml
    goals:
      - id: win-plants
        name: Win twelve new plants
        metric: new-plants
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from twolane.checks.context import Context
from twolane.checks.current import current
from twolane.checks.gaps import gap, not_given
from twolane.checks.mentions import Mentions
from twolane.checks.team_size import is_small
from twolane.findings import Finding, Rule, Severity
from twolane.model.playbook import Playbook
from twolane.model.process import Process
from twolane.wording.quoting import short
from twolane.wording.spoken_language import worded

RULE = Rule("M401", "process-unmeasured", Severity.WARNING, ("P14",))


def check(playbook: Playbook, context: Context) -> Iterator[Finding]:
    by_metrics = Mentions.of((metric.goal for metric in playbook.metrics), playbook.goal)
    unmeasured = {
        goal.id: goal for goal in playbook.strategy.goals if not_given(goal, "metric") and goal.id not in by_metrics
    }
    for goal in unmeasured.values():
        yield gap(
            RULE,
            goal,
            "metric",
            worded("no metric measures the goal “{goal}”", goal=short(goal.name)),
            hint=worded("add `metric:` to the goal, or `goal: {id}` to a metric in metrics.yml", id=goal.id),
        )
    for process in current(playbook) if not _measures_nothing(playbook) else ():
        if process.stages and not _is_measured(process, unmeasured.keys()):
            yield RULE.at(
                process.at,
                None,
                worded(
                    "no metric measures the process “{process}”, neither at a stage nor through a goal",
                    process=process.name,
                ),
                hint=_hint(playbook),
            )


def _measures_nothing(playbook: Playbook) -> bool:
    """Whether one or two people sell, and have written down nothing to measure."""
    return is_small(playbook) and not playbook.metrics and not playbook.strategy.goals


def _hint(playbook: Playbook) -> str:
    if not playbook.metrics:
        return "write one into metrics.yml, then name it under `metrics` of the stage where deals get stuck"
    id = playbook.metrics[0].id
    return worded("name one at a stage where deals get stuck, such as `metrics: [{id}]`", id=id)


def _is_measured(process: Process, unmeasured: Iterable[str]) -> bool:
    if any(not not_given(stage, "metrics") for stage in process.stages):
        return True
    advanced = {*process.advances, *(goal for stage in process.stages for goal in stage.advances)}
    return not advanced <= set(unmeasured)
