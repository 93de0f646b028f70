"""What an engine tells the building of pages: where things are, for which day, and in which form."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from pathlib import Path

from twolane.pages.links import LinkStyle


class DiagramStyle(Enum):
    """How a Mermaid diagram stands in a page's body."""

    OURS = "ours"
    """For the loader that the site itself serves: `<pre class="tl-diagram"><code>…`."""
    MERMAID2 = "mermaid2"
    """For the plugin mermaid2, which finds `<pre class="mermaid"><code>…` in finished pages."""
    FENCED = "fenced"
    """A fenced block of Markdown, as repositories and other engines draw it."""


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """The wishes of one build; folders are absolute, `as_of` is the day from which reviews are overdue."""

    definitions: Path
    templates: Path
    as_of: date
    links: LinkStyle = LinkStyle.FILES
    diagrams: DiagramStyle = DiagramStyle.OURS
    ignore: tuple[str, ...] = field(default=())
