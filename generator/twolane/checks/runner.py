"""Runs the rules over a playbook."""

from __future__ import annotations

from collections.abc import Iterable

from twolane.checks.all_rules import RULES
from twolane.checks.context import Context, RuleModule
from twolane.findings import Finding, in_reading_order
from twolane.model.playbook import Playbook

_ABOUT_THE_WHOLE = frozenset(("D009", "M401", "R502", "S601", "S604", "S607"))
"""Rules that find what nothing refers to; they are silent where what does may be in a file that could not be read."""


def run(playbook: Playbook, context: Context, rules: Iterable[RuleModule] = RULES) -> list[Finding]:
    """What the rules find in ``playbook``, in reading order."""
    silent = _ABOUT_THE_WHOLE if context.incomplete else frozenset()
    judging = (rule for rule in rules if rule.RULE.code not in silent)
    return in_reading_order(finding for rule in judging for finding in rule.check(playbook, context))
