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
    kinds_of_change,
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
from twolane.pages.versions import all_releases, compared, moved, old, preview
from twolane.pages.versions import page as versions

PAGE_KINDS: tuple[PageKind, ...] = (
    home,
    preview,
    in_a_call,
    process,
    where_is_my_buyer,
    buyer_journey,
    alignment,
    stage,
    raci_matrix,
    action_plan,
    versions,
    old,
    compared,
    role,
    strategy,
    differentiators,
    metrics,
    glossary,
    deal_help,
    all_releases,
    health,
    measuring,
    format_reference,
    kinds_of_change,
    rule,
    moved,
)
"""Every page kind; the pages of one section stand in the order in which their kinds come."""

READING_KINDS: tuple[ReadingKind, ...] = (start,)
"""Kinds whose pages say something of the finished others; they stand right after home."""

HOUSE_KINDS: tuple[PageKind, ...] = (
    *(preview, versions, old, compared, all_releases, moved),
    *(alignment, health, measuring, format_reference, kinds_of_change, rule),
)
"""What only the house sees: what it was, how well the playbook does, and how it is written."""
