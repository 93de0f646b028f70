"""The facts below a title, and where a page comes from, in words for readers."""

from __future__ import annotations

from twolane.wording.tables import Table


class TitleFactsTexts(Table):
    """The facts below a title, and where a page comes from."""

    process: str = "Process"
    version: str = "Version"
    status: str = "Status"
    owner: str = "Owner"
    owners: str = "Owners"
    effective: str = "In force since"
    review: str = "Next review"
    overdue: str = "overdue"
    review_overdue: str = "review overdue"
    holds_for: str = "Holds for"
    and_more: str = "and {number} more"
    source: str = "Source"
    edit: str = "Edit this"
