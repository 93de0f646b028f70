"""Finds an exit criterion that nobody could verify.

It has no evidence, or one that says nothing, such as “TBD”, “n/a” or “gut feeling”. Where one or two roles sell, both
have seen it, and no evidence is missed.

Why:
    A stage is over when the buyer has done something, and the seller's hope is no sign of it. Evidence that a
    colleague could look at keeps wishful deals out of later stages (P16; Webb, "Are Your Business Problems
    Rooted in Your Sales Process?", 2006).

Mend:
    Say what a colleague could look at: an accepted invitation, a signed page, an e-mail, a figure in their system.

Wrong when:
    At a counter, the customer says yes, and everybody who works there hears it. Asking for paper would cost more trust
    than it brings.

    Say so above the criterion: `# twolane: ignore[B203] they say yes at the counter, before all of us`

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
from twolane.checks.current import current
from twolane.checks.gaps import gap, not_given
from twolane.checks.team_size import is_small
from twolane.findings import Finding, Rule, Severity
from twolane.model.playbook import Playbook
from twolane.model.selling import ExitCriterion
from twolane.wording.quoting import short
from twolane.wording.spoken_language import worded

RULE = Rule("B203", "exit-without-evidence", Severity.WARNING, ("P16",))

_HINT = "say what a colleague could look at, such as a message, a signature, a payment or a date: `evidence: …`"
_EMPTY_WORDS = frozenset(
    ("tbd", "tba", "todo", "to do", "open", "none", "nothing", "n/a", "na", "yes", "no", "gut feeling", "feeling")
)


def check(playbook: Playbook, context: Context) -> Iterator[Finding]:
    small = is_small(playbook)
    for process in current(playbook):
        for stage in process.stages:
            for criterion in stage.exit:
                yield from _of_criterion(criterion, small)


def _of_criterion(criterion: ExitCriterion, small: bool) -> Iterator[Finding]:
    if not_given(criterion, "evidence") and not small:
        message = worded("nobody could verify “{buyer}”", buyer=short(criterion.buyer))
        yield gap(RULE, criterion, "evidence", message, hint=_HINT)
    elif criterion.evidence and _says_nothing(criterion.evidence):
        message = worded(
            "“{evidence}” is nothing by which “{buyer}” could be verified",
            evidence=criterion.evidence,
            buyer=short(criterion.buyer),
        )
        yield RULE.at(criterion.at, "evidence", message, hint=_HINT)


def _says_nothing(evidence: str) -> bool:
    return evidence.lower().strip(" .!?-–—…*_") in _EMPTY_WORDS | {""}
