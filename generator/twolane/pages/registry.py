"""All page kinds, in the order of the navigation: one import and one line here per kind."""

from __future__ import annotations

from twolane.pages import (
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
    role,
    rule,
    stage,
    strategy,
)
from twolane.pages.draft import PageKind

PAGE_KINDS: tuple[PageKind, ...] = (
    home,
    in_a_call,
    process,
    buyer_journey,
    stage,
    role,
    strategy,
    differentiators,
    metrics,
    glossary,
    deal_help,
    health,
    format_reference,
    rule,
)
"""Every page kind; the pages of one section stand in the order in which their kinds come."""
