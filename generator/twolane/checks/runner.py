"""Runs the rules over a playbook."""

from __future__ import annotations

from collections.abc import Iterable

from twolane.checks.context import Context, RuleModule
from twolane.checks.registry import RULES
from twolane.findings import Finding, in_reading_order
from twolane.model.playbook import Playbook


def run(playbook: Playbook, context: Context, rules: Iterable[RuleModule] = RULES) -> list[Finding]:
    """What the rules find in ``playbook``, in reading order."""
    return in_reading_order(finding for rule in rules for finding in rule.check(playbook, context))
