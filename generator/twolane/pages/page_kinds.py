"""All page kinds, in the order of the navigation: one import and one line here per kind."""

from __future__ import annotations

from collections.abc import Iterator

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
    print_pages,
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
from twolane.pages.draft import LateKind, PageKind
from twolane.parts.site_paths import PagePath, SiteContents, SitePaths

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
)
"""Every page kind whose pages need no others; the pages of one section stand in the order in which their kinds come."""

HOUSE_KINDS: tuple[PageKind, ...] = (
    *(preview_page, versions_page, old_version_page, compared_versions_page, all_releases_page),
    *(alignment_page, health_page, measuring_page, format_reference_pages, kinds_of_change_page, rule_page),
)
"""What only the house sees: what it was, how well the playbook does, and how it is written."""

_LATE_KINDS: tuple[LateKind, ...] = (start_page, print_pages)
"""Kinds whose pages are made from others; so is that of moved pages, which the house alone sees."""
_OF_HISTORY = (preview_page, old_version_page, compared_versions_page)
"""Kinds of which only the history tells what pages there are, which takes long to read."""


def site_paths(contents: SiteContents) -> SitePaths:
    """The paths of all pages that ``drafts`` of all kinds yield for a playbook."""
    return SitePaths(found_paths(contents))


def kinds_for(audience: str) -> tuple[PageKind, ...]:
    """The kinds whose pages an audience sees; the house sees all."""
    return tuple(kind for kind in PAGE_KINDS if not audience or kind not in HOUSE_KINDS)


def found_paths(contents: SiteContents) -> Iterator[PagePath]:
    """The paths of all pages, those last that only the history tells of."""
    audience, there = contents.playbook.audience, list[str]()
    kinds: tuple[LateKind, ...] = (*kinds_for(audience), *_LATE_KINDS)
    for kind in sorted(kinds, key=lambda kind: kind in _OF_HISTORY):
        for each in kind.paths(contents):
            there.append(each.path)
            yield each
    if not audience:
        yield from moved_page.paths(contents, there)
