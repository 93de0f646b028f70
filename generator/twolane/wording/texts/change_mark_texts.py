"""Marks on what has changed, in words for readers."""

from __future__ import annotations

from twolane.wording.tables import Table


class ChangeMarkTexts(Table):
    """Marks on what has changed."""

    mark_changed: str = "changed in {version}"
    mark_new: str = "new in {version}"
    mark_page: str = "Changed on this page in {version}: {changes}"
    mark_all: str = "All of version {version}"
