"""All rules: one import and one line here per rule."""

from __future__ import annotations

from twolane.checks import b203_exit_without_evidence
from twolane.checks.context import RuleModule

RULES: tuple[RuleModule, ...] = (
    b203_exit_without_evidence,
)
"""Every rule, by code."""
