"""Finds a differentiator that no stage uses.

Where nothing at all refers to it, D009 tells it.

Why:
    What makes you different works only where a buyer meets it, at a certain stage or as the answer to an objection. On
    a list of its own it is a slogan (P11; "On not competing on price", 2016).

Mend:
    Name it under `differentiators` of the stage where it matters to the buyer, or at the objection that it answers.

Wrong when:
    It may be kept for one rival whom you meet twice a year. Or it stands on the website and in tenders, and nobody
    needs it in a conversation.

    Say so above the differentiator: `# twolane: ignore[S604] only against Gridplan, twice a year`

Fails:
    stages:
      - id: prospecting
        name: Prospecting
        serves: [notice]

Passes:
    stages:
      - id: prospecting
        name: Prospecting
        serves: [notice]
        differentiators: [plant-knowledge]
"""

from __future__ import annotations

from collections.abc import Iterator

from twolane.checks.context import Context
from twolane.checks.current import current
from twolane.checks.mentions import Mentions
from twolane.checks.referred_to import referred_to
from twolane.findings import Finding, Rule, Severity
from twolane.model.playbook import Playbook
from twolane.wording.quoting import short
from twolane.wording.spoken_language import worded

RULE = Rule("S604", "unused-differentiator", Severity.ADVICE, ("P11",))


def check(playbook: Playbook, context: Context) -> Iterator[Finding]:
    if not any(process.stages for process in current(playbook)):
        return
    used = Mentions.of(_used(playbook), playbook.differentiator)
    named = Mentions.of(referred_to(playbook)["differentiator"], playbook.differentiator)
    for differentiator in playbook.differentiators:
        if differentiator.id not in used and differentiator.id in named:
            yield RULE.at(
                differentiator.at,
                None,
                worded("no stage uses “{differentiator}”", differentiator=short(differentiator.claim)),
                hint=worded(
                    "add `{id}` to `differentiators` of a stage, or to an objection that it answers",
                    id=differentiator.id,
                ),
            )


def _used(playbook: Playbook) -> Iterator[str | None]:
    for process in current(playbook):
        for stage in process.stages:
            yield from stage.differentiators
            yield from (objection.differentiator for objection in stage.objections)
