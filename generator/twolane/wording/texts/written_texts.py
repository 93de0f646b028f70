"""Pages written by hand, in words for readers."""

from __future__ import annotations

from twolane.wording.choices import Choices
from twolane.wording.tables import Table


class WrittenTexts(Table):
    """Pages written by hand."""

    written_retired: str = "Retired."
    written_retired_more: str = "Nobody goes by this page any more."
    written_overdue: str = "This page should have been looked at again by {day}."
    written_ask: str = "Before you rely on it, ask:"
    written_signs: Choices[str] = Choices(draft="Draft", retired="Retired")
    owned_pages: str = "Pages"
