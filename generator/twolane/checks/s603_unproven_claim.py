"""Finds a differentiator without proof, or with a proof that nobody has looked at for a year.

Why:
    A claim that cannot be shown is what every competitor says as well, and then price decides. Old proof is worse: a
    buyer looks it up, and it is gone (P11; "On not competing on price", 2016).

Mend:
    Add what shows that the claim is true: a study, a customer who can be called, a figure. Then look at it once a
    year and write the day as `verified`. If nothing proves the claim, drop it.

Wrong when:
    Some proof does not age: a patent, a founding year, a record that was set. And some can't be written down, such as
    the customer who tells you everything and wants to be named nowhere.

    Say so above `verified` or the claim: `# twolane: ignore[S603] the patent runs until 2034`

Fails:
    # differentiators.yml
    differentiators:
      - id: plant-knowledge
        claim: We have run plants ourselves
        proof:
          - what: Study of 14 plants
            verified: 2025-03-01

Passes:
    # differentiators.yml
    differentiators:
      - id: plant-knowledge
        claim: We have run plants ourselves
        proof:
          - what: Study of 14 plants
            verified: 2026-09-01
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from twolane.checks.context import Context
from twolane.checks.gaps import gap, not_given
from twolane.findings import Finding, Rule, Severity
from twolane.model.market import Differentiator, Proof
from twolane.model.playbook import Playbook
from twolane.wording.quoting import short
from twolane.wording.spoken_language import worded

RULE = Rule("S603", "unproven-claim", Severity.WARNING, ("P11",))

A_YEAR = timedelta(days=365)
"""How long a proof counts as looked at."""


def check(playbook: Playbook, context: Context) -> Iterator[Finding]:
    for differentiator in playbook.differentiators:
        if differentiator.proof:
            yield from _stale(differentiator, context.as_of)
        elif not_given(differentiator, "proof"):
            yield gap(
                RULE,
                differentiator,
                "proof",
                worded("nothing proves the claim “{differentiator}”", differentiator=short(differentiator.claim)),
                hint="add `proof:` with what can be shown, where, and when somebody last looked",
            )


def _stale(differentiator: Differentiator, today: date) -> Iterator[Finding]:
    newest = max(differentiator.proof, key=lambda proof: proof.verified or date.min)
    if not not_given(newest, "verified") and newest.verified is None:
        return
    if newest.verified is None:
        yield _unverified(newest, differentiator)
    elif today - newest.verified > A_YEAR:
        yield RULE.at(
            newest.at,
            "verified",
            worded(
                "the proof of “{differentiator}” was last verified on {verified}, over a year ago",
                differentiator=short(differentiator.claim),
                verified=newest.verified,
            ),
            hint="look whether it still holds and can be opened, then write today's date",
        )


def _unverified(proof: Proof, differentiator: Differentiator) -> Finding:
    return gap(
        RULE,
        proof,
        "verified",
        worded("nobody has verified the proof of “{differentiator}”", differentiator=short(differentiator.claim)),
        hint="look whether it holds and can be opened, then add the day: `verified: 2026-10-01`",
    )
