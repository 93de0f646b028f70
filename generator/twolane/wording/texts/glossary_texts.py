"""The glossary, in words for readers."""

from __future__ import annotations

from twolane.wording.tables import Table


class GlossaryTexts(Table):
    """The glossary."""

    also: str = "Also"
    see: str = "See"
