"""What an engine tells the building of pages: where things are, for which day, and in which form."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path

from twolane.configuration.engine import USUAL, Engine
from twolane.links.link_styles import LinkStyle
from twolane.loading.ignores import PathIgnore
from twolane.site.template_folders import TemplateFolder, template_folders


class DiagramStyle(Enum):
    """How a Mermaid diagram stands in a page's body."""

    OURS = "ours"
    """For the loader that the site itself serves: `<pre class="tl-diagram">`."""
    MERMAID2 = "mermaid2"
    """For the plugin mermaid2, which finds `<div class="mermaid">` in finished pages."""
    MERMAID2_FENCE = "mermaid2-fence"
    """For the plugin mermaid2 with its own fence and loader: `<pre class="mermaid"><code>`."""
    FENCED = "fenced"
    """A fenced block of Markdown, as repositories and other engines draw it."""


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """The wishes of one build; folders are absolute, `as_of` is the day from which reviews are overdue.

    `pages` is the folder of the hand-written pages and of the files that definitions may link to. `ignore`
    says which findings are left out. `edit_root` is the address below which the
    repository's files are edited, for `pages.links.edit_link`; empty where there is no such address.
    `audience` is the one that the site is for, empty for the house itself. `compare_releases` is how many releases
    of a process can be read and compared, `site_url` the address of the site, empty where nobody has said it.
    `engine` is what `mkdocs.yml` says of addresses.
    """

    definitions: Path
    pages: Path
    templates: Path
    as_of: date
    links: LinkStyle = LinkStyle.FILES
    diagrams: DiagramStyle = DiagramStyle.OURS
    ignore: tuple[PathIgnore, ...] = ()
    edit_root: str = ""
    audience: str = ""
    compare_releases: int = 5
    site_url: str = ""
    engine: Engine = USUAL
    root: Path | None = None
    """The playbook's own folder, which no link among its templates leaves; ``None``: they stay in their own."""

    @property
    def template_folders(self) -> tuple[TemplateFolder, ...]:
        """The folders of templates and assets, the playbook's own first."""
        return template_folders(self.templates, self.root)
