"""Suggests that what went and what came may be the same thing under a new id; only the author can know."""

from __future__ import annotations

from dataclasses import dataclass

from twolane.changes.compared_elements import Node
from twolane.changes.matching import Matching
from twolane.wording.spoken_language import texts, translated


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
    hint = texts().renamed_hint.format(new=new.key, kind=translated(gone.entity), file=file)
    return Suggestion(hint, f"renamed_from: {{{new.key}: {gone.key}}}")
