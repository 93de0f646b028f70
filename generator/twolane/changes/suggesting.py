"""Suggests that what went and what came may be the same thing under a new id; only the author can know."""

from __future__ import annotations

from dataclasses import dataclass

from twolane.changes.compared_elements import Node
from twolane.changes.matching import Matching


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What to do, and what to paste for it."""

    hint: str
    replacement: str


def suggestion(gone: Node, matching: Matching, file: str) -> Suggestion | None:
    """What to paste into ``file`` for a thing that went, if something that came is like it."""
    new = matching.alike.get(gone)
    if new is None:
        return None
    hint = (
        f"If `{new.key}` is the same {gone.entity} under a new id, say so in `{file}`: then it counts as renamed, "
        "ticks and links stay, and nothing is gone."
    )
    return Suggestion(hint, f"renamed_from: {{{new.key}: {gone.key}}}")
