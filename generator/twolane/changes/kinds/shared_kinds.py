"""Kinds of change that are the same whatever they happen to."""

from __future__ import annotations

from twolane.changes.kind import Kind
from twolane.changes.kinds.vocabulary import CHANGED, FIGURE, LINKS, MINOR, PATCH, REORDERED, REWORDED, WORDING

KINDS = (
    Kind("C001", "audience-changed", "anything", CHANGED, {LINKS: MINOR},
         "“{name}” is now for {new} (before: {old}).",
         field="audience", nothing="everybody",
         why="Who sees a thing is decided on purpose; for those who still see it nothing changes."),
    Kind("C002", "list-reordered", "anything", REORDERED, {WORDING: PATCH},
         "“{name}” lists the same things in another order: {items}.",
         why="The order of such a list means nothing."),
    Kind("C003", "figure-changed", "anything", REWORDED, {WORDING: MINOR},
         "A figure changed in {where}: {old} → {new}.",
         variant="figure", nothing="none", reading=FIGURE,
         why="Figures, dates, duties and roles are what people act by, whatever the words around them are."),
)  # fmt: skip
"""By entity, then the thing itself before its fields."""
