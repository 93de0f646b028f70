"""Says of a change whose level the playbook's own settings have set that they have, and what Twolane's own level is."""

from __future__ import annotations

from twolane.changes.change import Change


def set_level(change: Change) -> str:
    """Which level was set instead of which; empty where it is Twolane's own."""
    if change.usual is None:
        return ""
    return f"set to {change.level.word} by this playbook; Twolane's own level is {change.usual.word}"
