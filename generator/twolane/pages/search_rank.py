"""Says how much search favours what: pages for the middle of a call before long ones, and old ones last.

A rank multiplies the score of everything on a page: 1 is the usual one, 0 leaves the page out of search.
"""

from __future__ import annotations

from collections.abc import Mapping

from twolane.links.process_names import is_retired
from twolane.pages.draft import Draft

_RANKS: Mapping[str, float] = {
    "stage.html": 2.0,
    "in_a_call.html": 1.5,
    "glossary.html": 1.3,
    "where_is_my_buyer.html": 1.0,
    "buyer_journey.html": 0.8,
    "start.html": 0.6,
    "process.html": 0.6,
    "strategy.html": 0.6,
    "action_plan.html": 0.4,
    "raci.html": 0.3,
    "alignment.html": 0.3,
    "differentiators.html": 0.5,
    "health.html": 0.2,
    "versions.html": 0.2,
    "all_versions.html": 0.2,
    "rule.html": 0.1,
    "format_overview.html": 0.1,
    "format_file.html": 0.1,
    "format_principles.html": 0.1,
    "kinds_of_change.html": 0.1,
    "measuring.html": 0.1,
    "print.html": 0,
}
"""By the template that shows the page; a template that is not named here has rank 1."""
_SECTIONS: Mapping[str, Mapping[str, float]] = {
    "stage.html": {
        "objections": 1.4,
        "exit": 1.2,
        "buyer": 0.8,
        "differentiators": 0.6,
        "metrics": 0.4,
        "controls": 0.4,
        "roles": 0.3,
        "steps": 0,
    },
    "differentiators.html": {"objections": 0},
    "format_file.html": {"example": 0},
    "health.html": {"rules": 0},
}
"""By the template and the anchor of a heading: what multiplies the rank of what stands below it."""
_TOP_ONLY = frozenset(
    {"action_plan.html", "alignment.html", "all_versions.html", "raci.html", "rule.html", "start.html", "versions.html"}
)
"""Pages of which search knows the title and the first words, since they repeat others, or are not for a call."""
_RETIRED = 0.2
"""What multiplies the rank of the pages of a process that nobody sells by any more; only their tops are found."""


def rank_of(draft: Draft, anchor: str) -> float:
    """How much search favours the part of a page below the heading ``anchor``; empty is the top of the page."""
    if not draft.indexed:
        return 0
    retired = is_retired(draft.process)
    if anchor and (retired or draft.template in _TOP_ONLY):
        return 0
    part = _SECTIONS.get(draft.template, {}).get(anchor, 1)
    return round(_RANKS.get(draft.template, 1) * part * (_RETIRED if retired else 1), 3)
