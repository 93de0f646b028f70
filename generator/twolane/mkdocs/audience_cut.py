"""Takes out of a site what is not for its audience: files, the way to the repository, and links to both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property, partial
from pathlib import Path
from urllib.parse import quote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from twolane.links import cut_html, cut_markdown
from twolane.links.finished_page import Page
from twolane.links.leading import Destinations, Leads, LeftOut
from twolane.site.audience_links import LinkCutting, cut_html_of


class AudienceCut:
    """The cut of one build; ``left_out`` are hand-written pages and files. A site for the house has it all."""

    def __init__(self, left_out: frozenset[str] = frozenset(), for_house: bool = True) -> None:
        self.left_out, self.for_house = left_out, for_house
        self._gone: Mapping[str, str] = {}
        self._files: Iterable[File] = ()
        self._bodies: Mapping[str, str] = {}
        self._at_hand: File | None = None

    def begin(self, files: Files, config: MkDocsConfig) -> None:
        """Takes out the files, and the way to the repository, where all of it is."""
        gone = [file for file in files if file.src_uri in self.left_out]
        self._gone = {file.src_uri: file.url for file in gone}
        for file in gone:
            files.remove(file)
        if not self.for_house:
            config["markdown_extensions"] = [*config.markdown_extensions, LinkCutting(self._leads_for)]
            config.repo_url = config.edit_uri = config.edit_uri_template = None

    def know(self, files: Files, added: Iterable[Page]) -> None:
        """Takes in what there is; of the pages ``added`` the anchors are known."""
        self._files, self._bodies = files, {f"{each.path}.md": each.body for each in added}

    @cached_property
    def _destinations(self) -> Destinations:
        """What can be linked to, when the first page is read: until then, other plugins add files and move them."""
        there = [file for file in self._files if not file.inclusion.is_excluded()]
        shown = {file.url: file.src_uri for file in there}
        return Destinations(frozenset(shown.values()), self._bodies, shown)

    def markdown(self, text: str, file: File) -> str:
        """The Markdown of a page, for whoever reads it again once the page has been made of it."""
        return text if self.for_house else cut_markdown.without_dead_links(text, self._leads_on(file))

    def content(self, html: str, file: File) -> str:
        """The content of a page, in which a link to what is not for the audience is its words alone."""
        return html if self.for_house else cut_html_of(html, self._leads_on(file))

    def turn_to(self, file: File) -> None:
        """Says which page is at hand, for converters that do not know it themselves."""
        self._at_hand = file

    def _leads_for(self, rewriting: object) -> Leads:
        """What leads anywhere on the page of a converter, which whatever rewrites addresses in it knows."""
        file = getattr(rewriting, "file", self._at_hand)
        return self._leads_on(file) if isinstance(file, File) else _anywhere

    def _leads_on(self, file: File) -> Leads:
        return self._destinations.seen_from(file.src_uri, file.url) if self._files else _anywhere

    def finish(self, config: MkDocsConfig) -> None:
        """Looks over all that has been written, by others too: no address leads to what has been left out."""
        names = self._gone.keys() - self._destinations.names
        urls = frozenset(self._gone.values()) - self._destinations.shown.keys()
        left_out = LeftOut.of(names, urls, config.site_url or "")
        sources = {file.dest_uri: file.src_uri for file in self._files}
        for page in sorted(Path(config.site_dir).rglob("*.html")) if left_out.places else ():
            name = page.relative_to(config.site_dir).as_posix()
            _look_over(page, left_out, left_out.seen_from(quote(name), sources.get(name, name)))


def _look_over(page: Path, left_out: LeftOut, leads: Leads) -> None:
    in_comment = partial(cut_html.without_dead_links, leads=leads)
    # What is no UTF-8 stays as it is.
    html = page.read_bytes().decode("utf-8", "surrogateescape")
    cut = cut_html.without_dead_links(html, leads, in_comment) if left_out.is_near(html) else html
    if cut != html:
        page.write_bytes(cut.encode("utf-8", "surrogateescape"))


def _anywhere(_address: str) -> bool:
    return True
