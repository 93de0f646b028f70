"""The words that pages written by hand get from their front matter, and on the page to print."""

from __future__ import annotations

from collections.abc import Mapping

WRITTEN_TEXTS: Mapping[str, str] = {
    "written_retired": "Retired.",
    "written_retired_more": "Nobody goes by this page any more.",
    "written_overdue": "This page should have been looked at again by {day}.",
    "written_ask": "Before you rely on it, ask:",
    "owned_pages": "Pages",
}
"""Merged into ``twolane.pages.texts.TEXTS``, which is what pages use."""
