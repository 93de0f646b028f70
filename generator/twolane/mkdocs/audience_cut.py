"""Takes out of a site what is not for its audience: files, the way to the repository, and links to both."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as MkDocsPage

from twolane.links.finished_page import Page
from twolane.links.leading import leading
from twolane.site.audience_links import LinkCutting


class AudienceCut:
    """The cut of one build; ``left_out`` are hand-written pages and files. A site for the house has it all."""

    def __init__(self, left_out: frozenset[str] = frozenset(), for_house: bool = True) -> None:
        self.left_out, self.for_house = left_out, for_house
        self._links = LinkCutting()

    def begin(self, files: Files, config: MkDocsConfig) -> None:
        """Takes out the files, and the way to the repository, where all of it is."""
        for file in [file for file in files if file.src_uri in self.left_out]:
            files.remove(file)
        if not self.for_house:
            config["markdown_extensions"] = [*config.markdown_extensions, self._links]
            config.repo_url = config.edit_uri = config.edit_uri_template = None

    def turn_to(self, page: MkDocsPage, files: Files, added: Iterable[Page]) -> None:
        """Cuts, from now on, what leads nowhere on this page; ``added`` are those with anchors that are known."""
        bodies = {f"{each.path}.md": each.body for each in added}
        names = (file.src_uri for file in files if not file.inclusion.is_excluded())
        self._links.leads = leading(page.file.src_uri, names, bodies)

    def content(self, html: str) -> str:
        """The content of the page at hand, in which a link to what is not for the audience is its words alone."""
        return html if self.for_house else self._links.cut(html)
