"""Finds a metric that two people would calculate or judge differently.

Why:
    A figure helps only where everybody makes it in the same way and knows which figure is good. That takes a
    definition, a unit, a target and the place that it comes from (P14; "How can we create a sales process that gets
    results?", 2003, mistake 3).

Mend:
    Write down what is divided by what, in which unit, what you want to reach, and the report that shows it. A first
    target may be last year's figure.

Wrong when:
    Some figures are there to be watched and not to be reached, such as how many others bid. A target would be made up,
    and somebody would start to work towards it.

    Say so above the metric: `# twolane: ignore[M402] we watch how many bid; no number is a target`

Fails:
    # metrics.yml
    metrics:
      - id: meeting-rate
        name: Meeting rate
        unit: percent
        owner: sales-director

Passes:
    # metrics.yml
    metrics:
      - id: meeting-rate
        name: Meeting rate
        definition: Visits agreed ÷ plants contacted
        unit: percent
        target: 35
        source: CRM, report Meetings
        owner: sales-director
"""

from __future__ import annotations

from collections.abc import Iterator

from twolane.checks.context import Context
from twolane.checks.gaps import gap, not_given
from twolane.findings import Finding, Rule, Severity
from twolane.model.metrics import Metric
from twolane.model.playbook import Playbook
from twolane.wording.lists import listed
from twolane.wording.spoken_language import translated, worded

RULE = Rule("M402", "metric-vague", Severity.WARNING, ("P14",))

_WANTED = {
    "definition": "how the figure is made",
    "unit": "percent, days, count or money",
    "target": "the figure to reach",
    "source": "the report that it comes from",
}


def check(playbook: Playbook, context: Context) -> Iterator[Finding]:
    for metric in playbook.metrics:
        missing = [key for key in _WANTED if not_given(metric, key)]
        if missing:
            yield _vague(metric, missing)


def _vague(metric: Metric, missing: list[str]) -> Finding:
    lacks = listed([worded("no {key}", key=key) for key in missing])
    hint = worded("add {keys}", keys=listed([f"`{key}:` ({translated(_WANTED[key])})" for key in missing]))
    message = worded("the metric “{metric}” has {lacks}", metric=metric.name, lacks=lacks)
    if len(missing) == 1:
        return gap(RULE, metric, missing[0], message, hint=hint)
    return RULE.at(metric.at, None, message, hint=hint)
