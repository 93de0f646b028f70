"""Finds a metric that nobody answers for.

Why:
    A figure without an owner is looked at when it is too late, and nobody says what follows from it (P14; "How can we
    create a sales process that gets results?", 2003, mistake 3).

Mend:
    Name the role that explains the figure and does something about it. It need not be the role that produces it.

Wrong when:
    Two partners who go through all figures together every Friday both act on them. To name one of the two would be for
    the form's sake.

    Say so above the metric: `# twolane: ignore[M404] both partners go through it on Fridays`

Fails:
    # metrics.yml
    metrics:
      - id: meeting-rate
        name: Meeting rate

Passes:
    # metrics.yml
    metrics:
      - id: meeting-rate
        name: Meeting rate
        owner: sales-director
"""

from __future__ import annotations

from collections.abc import Iterator

from twolane.checks.context import Context
from twolane.checks.gaps import gap, not_given
from twolane.findings import Finding, Rule, Severity
from twolane.model.playbook import Playbook
from twolane.wording.spoken_language import worded

RULE = Rule("M404", "metric-unowned", Severity.WARNING, ("P14",))


def check(playbook: Playbook, context: Context) -> Iterator[Finding]:
    for metric in playbook.metrics:
        if not_given(metric, "owner"):
            yield gap(
                RULE,
                metric,
                "owner",
                worded("nobody answers for the metric “{metric}”", metric=metric.name),
                hint="name the role that explains the figure and acts on it: `owner: sales-director`",
            )
