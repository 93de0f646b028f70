"""The page that stands in for a missing one, in words for readers."""

from __future__ import annotations

from twolane.wording.tables import Table


class NotFoundTexts(Table):
    """The page that stands in for a missing one."""

    not_found_title: str = "This page is not here"
    not_found_says: str = "The address may be old, or mistyped. What you are looking for may have another one now."
    not_found_search: str = "Look for it"
    not_found_go: str = "Search"
    not_found_links: str = "Or begin here"
    not_found_by_hand: str = "Where these links lead nowhere, shorten the address to where the playbook begins."
