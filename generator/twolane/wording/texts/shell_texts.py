"""What is around every page and the engine does not say, in words for readers."""

from __future__ import annotations

from twolane.wording.tables import Table


class ShellTexts(Table):
    """What is around every page and the engine does not say."""

    shell_search: str = "Search"
    shell_edit: str = "Edit this page"
    shell_navigation: str = "Navigation"
    shell_path: str = "Path: "
    """Stands before what the engine calls the way to a page."""
    shell_contents: str = "Page: "
    """Stands before what the engine calls the contents of a page."""
