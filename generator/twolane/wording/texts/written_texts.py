"""The words that pages written by hand get from their front matter, and on the page to print."""

from __future__ import annotations

from collections.abc import Mapping

WRITTEN_TEXTS: Mapping[str, str] = {
    "written_retired": "Retired.",
    "written_retired_more": "Nobody goes by this page any more.",
    "written_overdue": "This page should have been looked at again by {day}.",
    "written_ask": "Before you rely on it, ask:",
    "written_sign_draft": "Draft",
    "written_sign_retired": "Retired",
    "owned_pages": "Pages",
    "print_left": "What is not on these sheets",
    "print_left_home": "The cards of the home page, which only lead to other pages.",
    "print_left_start": "Start here: the path into each role prints on a sheet of its own.",
    "print_left_plan": "Action plans: each prints by itself, since it goes to the buyer.",
    "print_left_call": "In a call, and Where is my buyer?: what they say stands with the stages, the buyer journey and "
    "the differentiators, and is only put in another order there.",
    "print_left_health": "Alignment, health and rules: they are about how good the playbook is, not about how to sell.",
    "print_left_versions": "Versions, and what differs between them: here is what holds now.",
    "print_left_reference": "The reference: how definitions are written, and how deals are kept.",
    "print_left_written": "Pages written by hand: they are not made here. Print each by itself.",
    "print_left_scripts": "what a script draws on it. Print the page by itself.",
    "print_left_other": "another plugin makes what it shows. Print the page by itself.",
    "print_left_locked": "it is locked by a password.",
}
"""Merged into ``twolane.pages.texts.TEXTS``, which is what pages use."""
