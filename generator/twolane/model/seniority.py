"""The words for seniority that the product knows, in their order; any other word is accepted and says nothing."""

from __future__ import annotations

LEVELS = ("junior", "experienced", "senior", "lead", "manager", "director", "executive")
"""From the newest to the most senior."""


def is_junior(level: str) -> bool:
    """Whether the level's word says that somebody is new to the work."""
    return level.strip().lower() == LEVELS[0]


def is_senior(level: str) -> bool:
    """Whether the level's word is ``senior`` or one above it."""
    return level.strip().lower() in LEVELS[LEVELS.index("senior") :]
