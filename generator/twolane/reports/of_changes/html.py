"""Changes as one page of HTML that needs nothing beside itself: to send, to read on any screen, to print."""

from __future__ import annotations

from twolane.changes.change import Comparison
from twolane.reports.of_changes.html_view import View, view
from twolane.reports.style import Style, plain


def render(comparison: Comparison, style: Style = plain) -> str:
    """The whole file."""
    # Templates take a tenth of the time to start, which no other format needs.
    from twolane.site.standalone import standalone

    shown: View = view(comparison)
    return standalone("changes.html", "changes.css", {"view": shown})
