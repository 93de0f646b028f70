"""All page kinds, in the order of the navigation: one import and one line here per kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from twolane.model.playbook import Playbook
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
    poster_page,
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
from twolane.parts.process_history import History
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
    poster_page,
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
    poster_page,
)
"""What only the house sees: what it was, how well the playbook does, and how it is written."""

_LATE_KINDS: tuple[LateKind, ...] = (start_page, print_pages)
"""Kinds whose pages are made from others; so is that of moved pages, which the house alone sees."""
_OF_HISTORY: tuple[LateKind, ...] = (preview_page, old_version_page, compared_versions_page)
"""Kinds of which only the history tells what pages there are, which takes long to read."""


def site_paths(contents: SiteContents) -> SitePaths:
    """The paths of all pages that ``drafts`` of all kinds yield for a playbook."""
    return SitePaths(found_paths(contents.playbook, lambda: contents.history))


def kinds_for(audience: str) -> tuple[PageKind, ...]:
    """The kinds whose pages an audience sees; the house sees all."""
    return tuple(kind for kind in PAGE_KINDS if not audience or kind not in HOUSE_KINDS)


def found_paths(playbook: Playbook, read_history: Callable[[], History]) -> Iterator[PagePath]:
    """The paths of all pages, those last that only the history tells of, so that it is read where somebody asks."""
    audience, there = playbook.audience, list[str]()
    kinds: tuple[LateKind, ...] = (*kinds_for(audience), *_LATE_KINDS)
    contents = SiteContents(playbook, History(playbook, {}))
    for each in _paths(contents, (kind for kind in kinds if kind not in _OF_HISTORY)):
        there.append(each.path)
        yield each
    if audience:
        return
    contents = SiteContents(playbook, read_history())
    for each in _paths(contents, _OF_HISTORY):
        there.append(each.path)
        yield each
    yield from moved_page.paths(contents, there)


def _paths(contents: SiteContents, kinds: Iterable[LateKind]) -> Iterator[PagePath]:
    return (each for kind in kinds for each in kind.paths(contents))
