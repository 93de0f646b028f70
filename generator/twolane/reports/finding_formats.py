"""All report formats: one import and one line here per format."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Protocol

from twolane.findings import Finding
from twolane.reports import github, json, sarif, text
from twolane.reports.style import Style


class Format(Protocol):
    """A format is a module with this one function."""

    def render(self, findings: Iterable[Finding], texts: Mapping[str, str], style: Style = ...) -> str:
        """The report of ``findings``; ``texts`` are the files that they name, by path."""
        ...


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "text": text,
        "json": json,
        "github": github,
        "sarif": sarif,
    }
)
"""Every format by the name that ``--format`` takes."""
