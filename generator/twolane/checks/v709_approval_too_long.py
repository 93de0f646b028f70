"""Finds an approval that holds for more than a year from now.

Why:
    An approval is for the deals that a change stops today. In a year there are others, people have moved on, and the
    entry goes on accepting a break that nobody remembers (P15; "How can we create a sales process that gets results?",
    2003, mistake 4).

Mend:
    Write a day on which the deals in question will have ended. Whoever still needs it then decides anew. What a release
    accepts stays accepted in its frozen copy, whatever day stood there.

Wrong when:
    Deals of yours are under way for years: a framework contract, a public tender with several lots. Then a year is no
    time at all.

    Say so above `until` with `# twolane: ignore[V709] the tender runs until summer 2029`

Fails:
    # approvals.yml
    approvals:
      - fingerprint: 9f86d081884c7d659a2feaa0c55ad015
        change: required-exit-criterion-added
        path: new-business/stages/prospecting/exit/price-known
        reason: The four deals that it stops are led by hand.
        by: sales-director
        until: 2099-12-31

Passes:
    # approvals.yml
    approvals:
      - fingerprint: 9f86d081884c7d659a2feaa0c55ad015
        change: required-exit-criterion-added
        path: new-business/stages/prospecting/exit/price-known
        reason: The four deals that it stops are led by hand.
        by: sales-director
        until: 2027-01-31
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from twolane.checks.context import Context
from twolane.findings import Finding, Rule, Severity
from twolane.model.playbook import Playbook
from twolane.wording.spoken_language import worded

RULE = Rule("V709", "approval-too-long", Severity.WARNING, ("P15",))
_LONGEST = timedelta(days=366)


def check(playbook: Playbook, context: Context) -> Iterator[Finding]:
    for approval in playbook.approvals:
        if approval.until - context.as_of > _LONGEST:
            yield RULE.at(
                approval.at,
                "until",
                worded("this approval holds until {until}, more than a year from now", until=approval.until),
                hint="choose a nearer day, by which the deals that it is about will have ended, and decide anew then",
            )
