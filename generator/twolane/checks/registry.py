"""All rules: one import and one line here per rule."""

from __future__ import annotations

from twolane.checks import (
    b203_exit_without_evidence,
    m401_process_unmeasured,
    m402_metric_vague,
    m403_only_lagging,
    m404_metric_unowned,
    r501_raci_broken,
    r502_role_idle,
    r503_role_overloaded,
    r504_not_mapped_here,
    r505_starter_text,
    r506_review_overdue,
    r507_scripted_senior,
    s601_goal_unexecuted,
    s602_process_adrift,
    s603_unproven_claim,
    s604_unused_differentiator,
    s605_product_only,
    s606_weakness_unanswered,
    s607_segment_unknown,
)
from twolane.checks.context import RuleModule

RULES: tuple[RuleModule, ...] = (
    b203_exit_without_evidence,
    m401_process_unmeasured,
    m402_metric_vague,
    m403_only_lagging,
    m404_metric_unowned,
    r501_raci_broken,
    r502_role_idle,
    r503_role_overloaded,
    r504_not_mapped_here,
    r505_starter_text,
    r506_review_overdue,
    r507_scripted_senior,
    s601_goal_unexecuted,
    s602_process_adrift,
    s603_unproven_claim,
    s604_unused_differentiator,
    s605_product_only,
    s606_weakness_unanswered,
    s607_segment_unknown,
)
"""Every rule, by code."""
