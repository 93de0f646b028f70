"""A version as it was released, in words for readers."""

from __future__ import annotations

from twolane.wording.tables import Table


class OldVersionTexts(Table):
    """A version as it was released."""

    old_banner: str = "This is version {version} of {date}, as it was released. It does not hold any more."
    old_banner_newest: str = (
        "This is version {version} of {date}, the latest that was released. The other pages already show "
        "what comes next."
    )
    old_description: str = "{name} as it was in version {version}"
    old_current: str = "Read what holds now"
    old_current_newest: str = "Read what comes next"
    old_since: str = "What has changed since"
    old_all: str = "All versions"
    old_buying: str = "How they bought"
    old_selling: str = "How we sold"
    old_status: str = "Status then"
