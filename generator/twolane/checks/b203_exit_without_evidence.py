"""Finds an exit criterion that nobody could verify.

Why:
    A stage is over when the buyer has done something, and the seller's hope is no sign of it. Evidence that a
    colleague could look at keeps wishful deals out of later stages (P16; Webb, "Are Your Business Problems
    Rooted in Your Sales Process?", 2006).

Mend:
    Say what a colleague could look at: an accepted invitation, a signed page, an e-mail, a figure in their system.

Fails:
    stages:
      - id: prospecting
        name: Prospecting
        exit:
          - id: meeting-agreed
            buyer: Agrees to a visit

Passes:
    stages:
      - id: prospecting
        name: Prospecting
        exit:
          - id: meeting-agreed
            buyer: Agrees to a visit
            evidence: Accepted invitation with the plant manager on it
"""

from __future__ import annotations

from collections.abc import Iterator

from twolane.checks.context import Context
from twolane.findings import Finding, Rule, Severity
from twolane.model.playbook import Playbook

RULE = Rule("B203", "exit-without-evidence", Severity.WARNING, ("P16",))


def check(playbook: Playbook, context: Context) -> Iterator[Finding]:
    for process in playbook.processes:
        for stage in process.stages:
            for criterion in stage.exit:
                if not criterion.evidence:
                    yield RULE.at(
                        criterion.at,
                        None,
                        f"nobody could verify that the buyer “{criterion.buyer}”",
                        hint="say what a colleague could look at: `evidence: Accepted invitation`",
                    )
