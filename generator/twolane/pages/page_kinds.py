"""All page kinds, in the order of the navigation: one import and one line here per kind."""

from __future__ import annotations

from twolane.pages import (
    action_plan_page,
    alignment_page,
    all_releases_page,
    buyer_journey_page,
    compared_versions_page,
    deal_help_page,
    differentiators_page,
    format_reference_pages,
    glossary_page,
    health_page,
    home_page,
    in_a_call_page,
    kinds_of_change_page,
    measuring_page,
    metrics_page,
    moved_page,
    old_version_page,
    preview_page,
    process_page,
    raci_page,
    role_page,
    rule_page,
    stage_page,
    start_page,
    strategy_page,
    versions_page,
    where_is_my_buyer_page,
)
from twolane.pages.draft import PageKind, ReadingKind

PAGE_KINDS: tuple[PageKind, ...] = (
    home_page,
    preview_page,
    in_a_call_page,
    process_page,
    where_is_my_buyer_page,
    buyer_journey_page,
    alignment_page,
    stage_page,
    raci_page,
    action_plan_page,
    versions_page,
    old_version_page,
    compared_versions_page,
    role_page,
    strategy_page,
    differentiators_page,
    metrics_page,
    glossary_page,
    deal_help_page,
    all_releases_page,
    health_page,
    measuring_page,
    format_reference_pages,
    kinds_of_change_page,
    rule_page,
    moved_page,
)
"""Every page kind; the pages of one section stand in the order in which their kinds come."""

READING_KINDS: tuple[ReadingKind, ...] = (start_page,)
"""Kinds whose pages say something of the finished others; they stand right after home."""

HOUSE_KINDS: tuple[PageKind, ...] = (
    *(preview_page, versions_page, old_version_page, compared_versions_page, all_releases_page, moved_page),
    *(alignment_page, health_page, measuring_page, format_reference_pages, kinds_of_change_page, rule_page),
)
"""What only the house sees: what it was, how well the playbook does, and how it is written."""
