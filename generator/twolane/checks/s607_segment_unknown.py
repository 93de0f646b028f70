"""Finds a segment without requirements, or a requirement that no differentiator meets.

Why:
    Knowing the key business requirements of a segment is what sets a seller apart who knows the business (P11; "On
    not competing on price", 2016), and it tells where effort creates most value (P7; "What is a sales process?"). A
    requirement that nothing of yours meets is one that a competitor will ask the buyer about. The second part is
    silent in a playbook without differentiators, and about a requirement with `kind: duty`, which the customers must
    keep themselves.

Mend:
    Write down what the customers of the segment must have, in their words. Then name each requirement under `meets` of
    what meets it. Where nothing does, take that to whoever decides about the offer. Where nothing of yours could, such
    as a law that these customers must keep, say so: `kind: duty`.

Wrong when:
    The buyer may owe it to a regulator, whoever supplies them: a bank keeps its records for ten years. Suppliers have
    to know it, and none of them wins by it.

    Say so on the requirement: `kind: duty`

Fails:
    # segments.yml
    segments:
      - id: mid-size
        name: Mid-size plants

Passes:
    # segments.yml
    segments:
      - id: mid-size
        name: Mid-size plants
        requirements:
          - id: change-over
            text: Schedules respect change-over times
"""

from __future__ import annotations

from collections.abc import Iterator

from twolane.checks.context import Context
from twolane.checks.gaps import gap, not_given
from twolane.checks.mentions import Mentions
from twolane.findings import Finding, Rule, Severity
from twolane.model.market import Segment
from twolane.model.playbook import Playbook
from twolane.wording.quoting import short
from twolane.wording.spoken_language import worded

RULE = Rule("S607", "segment-unknown", Severity.WARNING, ("P7", "P11"))

_HINT = (
    "add `{id}` to `meets` of what meets it in differentiators.yml; "
    "if it is for the customer to keep, such as a law, add `kind: duty`"
)


def check(playbook: Playbook, context: Context) -> Iterator[Finding]:
    met = Mentions.of((id for each in playbook.differentiators for id in each.meets), playbook.requirement)
    for segment in playbook.segments:
        if not_given(segment, "requirements"):
            yield gap(
                RULE,
                segment,
                "requirements",
                worded("nothing is known about what “{segment}” must have", segment=segment.name),
                hint="add `requirements:`, two or three things without which these customers would not buy",
            )
        elif playbook.differentiators:
            yield from _unmet(segment, met)


def _unmet(segment: Segment, met: Mentions) -> Iterator[Finding]:
    for requirement in segment.requirements:
        if requirement.kind != "duty" and requirement.id not in met:
            yield RULE.at(
                requirement.at,
                None,
                worded("no differentiator meets the requirement “{requirement}”", requirement=short(requirement.text)),
                hint=worded(_HINT, id=requirement.id),
            )
