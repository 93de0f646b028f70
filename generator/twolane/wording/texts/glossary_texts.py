"""The glossary, in words for readers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class GlossaryTexts:
    """The glossary."""

    also: str = "Also"
    see: str = "See"
