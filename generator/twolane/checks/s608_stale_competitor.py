"""Finds a competitor of whom nobody has made sure for a year that what is said still holds.

Why:
    Competitors change their product, their price and how they sell. A rep who says in a call what was true two years
    ago is corrected by the buyer, and is not believed in what comes next (P11; "On not competing on price", 2016).

Mend:
    Look at what they say of themselves, ask customers who have left them, and correct what has changed. Then write the
    day as `verified`.

Wrong when:
    About some rivals there is no news: one has left the market, another has sold the same thing at the same price for
    years, and you would hear of a change from the first customer.

    Say so above `verified` with `# twolane: ignore[S608] they have sold no new licence since 2024`

Fails:
    # differentiators.yml
    competitors:
      - id: gridplan
        name: Gridplan
        limitations:
          - No change-over times
        verified: 2025-03-01

Passes:
    # differentiators.yml
    competitors:
      - id: gridplan
        name: Gridplan
        limitations:
          - No change-over times
        verified: 2026-09-01
"""

from __future__ import annotations

from collections.abc import Iterator

from twolane.checks.context import Context
from twolane.checks.s603_unproven_claim import A_YEAR
from twolane.findings import Finding, Rule, Severity
from twolane.model.playbook import Playbook
from twolane.wording.quoting import short
from twolane.wording.spoken_language import worded

RULE = Rule("S608", "stale-competitor", Severity.WARNING, ("P11",))


def check(playbook: Playbook, context: Context) -> Iterator[Finding]:
    for competitor in playbook.competitors:
        if competitor.verified is not None and context.as_of - competitor.verified > A_YEAR:
            yield RULE.at(
                competitor.at,
                "verified",
                worded(
                    "what is said of “{competitor}” was last verified on {verified}, over a year ago",
                    competitor=short(competitor.name),
                    verified=competitor.verified,
                ),
                hint="look whether it still holds, correct what does not, then write today's date",
            )
