"""The formats of `twolane diff`: one import and one line here per format."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Protocol

from twolane.changes.change import Comparison
from twolane.reports.of_changes import github, gitlab, html, json, markdown, sarif, text
from twolane.reports.style import Style


class Format(Protocol):
    """A format is a module with this one function."""

    def render(self, comparison: Comparison, style: Style = ...) -> str:
        """The report of everything that changed."""
        ...


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "text": text,
        "markdown": markdown,
        "html": html,
        "json": json,
        "github": github,
        "gitlab": gitlab,
        "sarif": sarif,
    }
)
"""Every format by the name that ``--format`` takes."""
