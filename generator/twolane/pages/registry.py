"""All page kinds, in the order of the navigation: one import and one line here per kind."""

from __future__ import annotations

from twolane.pages import (
    action_plan,
    buyer_journey,
    deal_help,
    differentiators,
    format_reference,
    glossary,
    health,
    home,
    in_a_call,
    metrics,
    process,
    raci_matrix,
    role,
    rule,
    stage,
    strategy,
    where_is_my_buyer,
)
from twolane.pages.alignment import measuring
from twolane.pages.alignment import page as alignment
from twolane.pages.draft import PageKind, ReadingKind
from twolane.pages.start import page as start

PAGE_KINDS: tuple[PageKind, ...] = (
    home,
    in_a_call,
    process,
    where_is_my_buyer,
    buyer_journey,
    alignment,
    stage,
    raci_matrix,
    action_plan,
    role,
    strategy,
    differentiators,
    metrics,
    glossary,
    deal_help,
    health,
    measuring,
    format_reference,
    rule,
)
"""Every page kind; the pages of one section stand in the order in which their kinds come."""

READING_KINDS: tuple[ReadingKind, ...] = (start,)
"""Kinds whose pages say something of the finished others; they stand right after home."""

HOUSE_KINDS: tuple[PageKind, ...] = (alignment, health, measuring, format_reference, rule)
"""What only the house sees: how well the playbook does, and how it is written."""
