"""Kinds of change of pages written by hand."""

from __future__ import annotations

from twolane.changes.kind import Kind
from twolane.changes.kinds.vocabulary import (
    ADDED,
    CHANGED,
    FIGURE,
    LINKS,
    LOOK,
    MINOR,
    PATCH,
    REMOVED,
    RENAMED,
    REWORDED,
    WORDING,
)

PAGE = "page written by hand"

KINDS = (
    Kind("C005", "page-added", PAGE, ADDED, {WORDING: MINOR},
         "The page “{name}” is new."),
    Kind("C006", "page-removed", PAGE, REMOVED, {LINKS: MINOR},
         "The page “{name}” is gone.",
         why="Links to it from mails and other sites lead nowhere, but no deal, figure or CRM hangs on such a page, "
             "and MkDocs can lead the old address on (its plugin `redirects`)."),
    Kind("C007", "page-renamed", PAGE, RENAMED, {LINKS: MINOR},
         "The page “{name}” has the new address `{new}` (it was `{old}`); links that use the old one must follow."),
    Kind("C008", "page-reworded", PAGE, REWORDED, {WORDING: PATCH},
         "The page “{name}” is worded differently."),
    Kind("C009", "page-figure-changed", PAGE, REWORDED, {WORDING: MINOR},
         "A figure changed in the page “{name}”: {old} → {new}.",
         variant="figure", nothing="none", reading=FIGURE,
         why="Figures, dates, duties and roles are what people act by, whatever the words around them are."),
    Kind("C010", "page-to-read", PAGE, REWORDED, {WORDING: MINOR},
         "The page “{name}” has changed, and was not looked through for figures; read it.",
         variant="look", reading=LOOK,
         why="So much of it differs that its figures were not set side by side; somebody reads it."),
    Kind("C011", "page-owner-changed", PAGE, CHANGED, {WORDING: MINOR},
         "Now {new} answers for the page “{name}” (before: {old}).",
         field="owner", nothing="nobody"),
    Kind("C012", "page-status-changed", PAGE, CHANGED, {WORDING: MINOR},
         "The status of the page “{name}” is {new} now (before: {old}).",
         field="status", nothing="not said"),
)  # fmt: skip
"""By code: the page itself, its words, and what it says of itself."""
