"""What a report of alignment is about, and how it is to look."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from twolane.checks.misaligned import Aligned
from twolane.model.playbook_file import Lanes
from twolane.reports.of_alignment.glyphs import UNICODE, Glyphs
from twolane.reports.style import Style, plain


@dataclass(frozen=True, slots=True)
class Report:
    """The processes to report, each in full where ``whole``, else in a line of a table.

    ``diagrams`` are texts for Mermaid by the id of the process; only formats that show diagrams use them.
    """

    processes: tuple[Aligned, ...]
    lanes: Lanes
    whole: bool = True
    diagrams: Mapping[str, str] = field(default_factory=dict)
    style: Style = plain
    width: int = 80
    glyphs: Glyphs = UNICODE
