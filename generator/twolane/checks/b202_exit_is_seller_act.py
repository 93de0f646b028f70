"""Finds an exit criterion that is the seller's act, not the buyer's.

It reads the text under `buyer` as an English sentence and looks for five things: one of us as its subject (“We
present the offer”, “Sales engineer shows the demo”, with the names of the playbook's seller roles), one of our
things to which something was done, without a word of who did it (“Proposal sent”, “Discovery call completed”), an
order to ourselves (“Send contract”, “Follow up”), a buyer who only holds still (“Customer contacted”, “Is shown
a demo”), and what we have found out (“We have a champion”, “Budget confirmed”). A verb without a subject is the
buyer's: “Has sent the proposal to the board” is fine. In doubt the rule is silent.

Why:
    A stage that ends with what we do ends when we are busy, not when the buyer has moved. Deals then run through the
    stages while nobody buys. What a sales process produces are actions of customers, of which an order is only
    one (P16; Webb, "Are Your Business Problems Rooted in Your Sales Process?", 2006).

Mend:
    Ask what a buyer does for whom our act was worth it, and write that down. For “Proposal sent” it may be
    “Presents our offer to the plant manager” or “Tells us what is missing in our offer”.

Wrong when:
    The rule knows people by what they're called, so “Sales team sends us its price list” looks like your act even if
    the sales team is the buyer's. And now and then what you do does end a stage: a bid counts once it is handed in.

    Say so above `buyer` with `# twolane: ignore[B202] the portal closes, and only what was handed in counts`

Fails:
    stages:
      - id: closing
        name: Closing
        exit:
          - id: proposal
            buyer: Proposal sent
            evidence: E-mail in the CRM

Passes:
    stages:
      - id: closing
        name: Closing
        exit:
          - id: proposal
            buyer: Presents our offer to the plant manager
            evidence: Agenda of that meeting
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from twolane.checks.context import Context
from twolane.checks.current import current
from twolane.checks.seller_act_help import example_after, shape_of
from twolane.checks.seller_acts import is_seller_act
from twolane.findings import Finding, Rule, Severity
from twolane.model.playbook import Playbook
from twolane.wording.quoting import short
from twolane.wording.spoken_language import worded

RULE = Rule("B202", "exit-is-seller-act", Severity.WARNING, ("P16",))


def check(playbook: Playbook, context: Context) -> Iterator[Finding]:
    sellers, buyers = _names(playbook, "seller"), _names(playbook, "buyer")
    alone = sum(role.side == "buyer" for role in playbook.roles) == 1
    for process in current(playbook):
        for stage in process.stages:
            for criterion in stage.exit:
                if is_seller_act(criterion.buyer, sellers, buyers):
                    yield RULE.at(
                        criterion.at,
                        "buyer",
                        _message(criterion.buyer),
                        hint=_hint(criterion.buyer, buyers, alone),
                    )


def _message(text: str) -> str:
    shape = shape_of(text)
    if shape is not None and shape.known:
        return worded("“{buyer}” is what we know, not what the buyer does", buyer=short(text))
    return worded("“{buyer}” is what we do, not what the buyer does", buyer=short(text))


def _hint(text: str, buyers: Iterable[str], alone: bool) -> str:
    shape = shape_of(text)
    if shape is None:
        return "ask what a buyer does for whom this was worth it, and write that: who does what, and who can see it?"
    if shape.ours:
        return "move it to `controls` of the stage, and say here what the buyer does"
    example = example_after(text, buyers, alone)
    return worded("say what the buyer does when it was worth it, such as `buyer: {example}`", example=example)


def _names(playbook: Playbook, side: str) -> frozenset[str]:
    """What the roles of a side are called, by name and id."""
    return frozenset(name for role in playbook.roles if role.side == side for name in (role.name, role.id))
