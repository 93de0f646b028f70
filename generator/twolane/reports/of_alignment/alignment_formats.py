"""The formats of `twolane align`: one import and one line here per format."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Protocol

from twolane.reports.of_alignment import json, markdown, text
from twolane.reports.of_alignment.report import Report


class Format(Protocol):
    """A format is a module with this one function."""

    def render(self, report: Report) -> str:
        """The report as text."""
        ...


FORMATS: Mapping[str, Format] = MappingProxyType({"text": text, "json": json, "markdown": markdown})
"""Every format by the name that ``--format`` takes."""
