"""Finds a playbook whose differentiators are all about the product.

Why:
    Buyers often cannot tell products apart, and then price decides. What a company knows of the customer's business,
    how it sells, and how it helps afterwards are harder to copy (P11; "On not competing on price", 2016). One
    differentiator alone is no pattern yet: the rule begins with two.

Mend:
    Ask customers why they stayed. Add what they say about knowledge, process, support, terms or how you talk to them.

Wrong when:
    In some markets nothing else may count. Where sealed bids are compared by data sheet and price, the product is all
    the difference that may count.

    Say so above the first of them: `# twolane: ignore[S605] in auctions only the data sheet counts`

Fails:
    # differentiators.yml
    differentiators:
      - id: plant-knowledge
        claim: Change-over times by colour
        kind: product
      - id: open-interface
        claim: Reads from every ERP
        kind: product

Passes:
    # differentiators.yml
    differentiators:
      - id: plant-knowledge
        claim: We have run plants ourselves
        kind: knowledge
      - id: open-interface
        claim: Reads from every ERP
        kind: product
"""

from __future__ import annotations

from collections.abc import Iterator

from twolane.checks.context import Context
from twolane.findings import Finding, Rule, Severity
from twolane.model.playbook import Playbook
from twolane.wording.spoken_language import translated, worded

RULE = Rule("S605", "product-only", Severity.WARNING, ("P11",))

_A_PATTERN = 2


def check(playbook: Playbook, context: Context) -> Iterator[Finding]:
    ours = playbook.differentiators
    if len(ours) >= _A_PATTERN and all(each.kind == "product" for each in ours):
        number = translated("both") if len(ours) == _A_PATTERN else worded("all {ours}", ours=len(ours))
        yield RULE.at(
            ours[0].at,
            None,
            worded(
                "{number} differentiators are about the product, so that price decides where products look alike",
                number=number,
            ),
            hint="add one of another kind: knowledge, process, support, commercial or communication",
        )
