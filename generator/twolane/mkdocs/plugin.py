"""The plugin itself: translates the events of MkDocs, nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from mkdocs.config.base import LegacyConfig
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import get_relative_url
from mkdocs.utils.templates import TemplateContext

from twolane.build import Checked, Site, UnknownAudience, build_site, site_of
from twolane.configuration.output_styles import DiagramStyle
from twolane.configuration.settings import Settings
from twolane.findings import Finding
from twolane.links.addresses import Top
from twolane.links.finished_page import Note, Page
from twolane.links.link_styles import page_link
from twolane.mkdocs import material_output, material_repairs, mermaid2, shell, site_nav
from twolane.mkdocs.audience_cut import AudienceCut
from twolane.mkdocs.missing import TEMPLATE, is_own, missing_page
from twolane.mkdocs.outward_links import cut_outward, refuse_endless
from twolane.mkdocs.page_scripts import PageScripts
from twolane.mkdocs.plugin_options import PLUGIN_OPTIONS, build_settings
from twolane.mkdocs.previewing import banner_of, preview_of
from twolane.mkdocs.printed_pages import PrintedPages
from twolane.mkdocs.reported_links import ToldLinks
from twolane.mkdocs.shown_pages import pages_to_show
from twolane.mkdocs.site_folder import refuse_site_folder
from twolane.mkdocs.statics import (
    FONT,
    MERMAID,
    SEARCH_LESSON,
    SEARCH_SHIM,
    adopt_looks,
    asset,
    static_files,
    styles,
)
from twolane.parts.process_history import Preview
from twolane.parts.site_identity import SiteIdentity
from twolane.site.navigation import navigation, placed, without
from twolane.site.template_folders import folders_of
from twolane.wording.spoken_language import texts

_SITEMAP = "sitemap.xml"


class TwolanePlugin(BasePlugin[LegacyConfig]):
    """Makes pages from the definitions and gives them to MkDocs beside the hand-written ones."""

    config_scheme = PLUGIN_OPTIONS
    _settings: Settings
    _wrong: tuple[Finding, ...]
    """What is wrong with the files that the settings come from."""
    _nav: site_nav.SiteNav
    _whole_nav: Navigation
    _inserted: dict[str, Page]
    """Generated pages that go into a hand-written one, by the source of that one."""
    _added: dict[str, Page]
    """Generated pages that stand for themselves, by their address."""
    _addresses: dict[str, str]
    """The addresses of the hand-written pages, by their names."""
    _printed: PrintedPages
    _scripts: PageScripts
    _cards: str
    """The address of the page that one key opens; empty where there is none."""
    _proposal: str
    """The address of the page with all that a proposal changes; empty where the site is no preview."""
    _last: tuple[Page, ...] = ()
    """The pages of the last build that was whole."""
    _audience_cut = AudienceCut()
    _is_preview = False
    _identity = SiteIdentity()
    _notes: Mapping[str, Note] = MappingProxyType({})
    _dead_links: frozenset[tuple[str, str]] = frozenset()
    _feed: str
    """The path of the feed of releases; empty where there is none."""
    _serving = False
    checked: Checked | None = None
    """The playbook, where whoever runs the build has read and judged it already."""
    _shown: Preview | None = None
    """What a proposal changes, in the build at hand."""
    preview: Preview | None = None
    """What a proposal changes, where whoever runs the build has compared already."""

    def __init__(self) -> None:
        self._told = ToldLinks()
        self._repairs = material_repairs.Told()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """While serving, the plugin lives on between builds and keeps the last whole pages."""
        self._serving = command == "serve"

    @event_priority(100)
    def _lend_mermaid(self, config: MkDocsConfig) -> MkDocsConfig:
        """Before mermaid2 looks for a Mermaid outside, it has ours."""
        mermaid2.lend(config, MERMAID)
        return config

    def _configure(self, config: MkDocsConfig) -> MkDocsConfig:
        """Takes in the options, and has pages load what the site itself brings."""
        self._settings, self._wrong = build_settings(self.config, config)
        refuse_endless(self._settings.root, self._settings.pages_folder)
        if self.checked is None:  # else our own command has found the folder fit, and builds beside it
            refuse_site_folder(config, self._settings)
        adopt_looks(config.theme)
        config.extra_css = [*styles(self._settings), *config.extra_css]
        config.extra.setdefault("generator", False)
        signs = dict(texts().written_signs)
        config.extra["status"] = signs | (config.extra.get("status") or {})
        if not config.use_directory_urls:
            config.extra["polyfills"] = [SEARCH_SHIM, *config.extra.get("polyfills", [])]
        return config

    on_config = CombinedEvent(_lend_mermaid, _configure)

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Adds the generated pages and our files, and makes the navigation of both kinds of pages."""
        settings = self._settings
        site = pages_to_show(lambda: self.build(settings), self._wrong, settings.fail_on, self._last, self._serving)
        self._last = site.whole
        self._told.begin(self._dead_links)
        cut_outward(files, settings.root, settings.pages_folder, config)
        self._audience_cut.begin(files, config)
        written = {file.dest_uri: file for file in files.documentation_pages()}
        self._addresses = {file.src_uri: shell.address(file) for file in written.values()}
        self._inserted, self._added, self._cards, self._feed, self._proposal = {}, {}, "", "", ""
        shown = [self._take(page, written, files, config) for page in site.pages]
        self._printed = PrintedPages(self._inserted, self._added)
        self._scripts = PageScripts(settings.diagrams, self._cards, self._identity, self._inserted)
        own = site_nav.own_navigation(config.nav, list(written.values()), self._inserted)
        own = without(own, frozenset(name.removesuffix(".md") for name in self._audience_cut.left_out))
        config.nav = site_nav.nav_config(placed(own, navigation(shown)), files)
        for file in static_files(config, settings):
            files.append(file)
        material_output.cut_outside_addresses(files)
        material_output.teach_search(files, asset(settings, SEARCH_LESSON))
        return files

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        """Keeps the whole navigation until all titles are known."""
        self._whole_nav = nav
        self._audience_cut.know(files, self._added.values())
        return nav

    def on_page_markdown(self, markdown: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """For an audience, a link in a hand-written page to what is not for them will be its words alone."""
        self._audience_cut.turn_to(page.file)
        return markdown

    @event_priority(100)
    def _cut_markdown(self, html: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Whoever reads the Markdown once more, such as for a feed, reads it cut."""
        page.markdown = self._audience_cut.markdown(page.markdown or "", page.file)
        return html

    def _put_generated(self, html: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Puts a generated body into the hand-written page of the same address; has us draw its diagrams."""
        if isinstance(page, shell.GeneratedPage):
            return html
        html = self._audience_cut.content(html, page.file)
        if self._settings.diagrams is DiagramStyle.OURS:
            html = material_output.our_diagrams(html)
        elif self._settings.diagrams is DiagramStyle.MERMAID2:
            html = material_output.mermaid2_diagrams(html)
        generated = self._inserted.get(page.file.src_uri)
        if generated is not None:
            html = shell.with_own_anchors(html, page, generated)
            self._printed.take_above(page.file.src_uri, html)
            html = shell.put_into(html, page, generated)
        note = self._notes.get(page.file.src_uri)
        if note and page.meta.get("status") == "active":
            del page.meta["status"]  # Material would show a sign that explains nothing.
        changed = self._shown.pages if self._shown and self._audience_cut.for_house else ()
        html = banner_of(html, page.file.src_uri, changed, self._settings.links)
        return material_output.with_note(html, note)

    on_page_content = CombinedEvent(_cut_markdown, _put_generated)

    def on_env(self, env: object, config: MkDocsConfig, files: Files) -> None:
        """Now that all pages are read, their titles are known."""
        pages = (file.page for file in files.documentation_pages() if file.page is not None)
        self._nav = site_nav.SiteNav(self._whole_nav, pages)
        self._printed.put(self._whole_nav, config, files)

    def on_page_context(
        self, context: TemplateContext, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Gives the page the navigation that it needs."""
        self._audience_cut.turn_to(page.file)
        context["nav"] = self._nav.around(page)
        return context

    def on_template_context(
        self, context: TemplateContext, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Gives pages without content, such as the one for a missing page, the top of the navigation."""
        context["nav"] = self._nav.around(None)
        if template_name == _SITEMAP:
            context["pages"] = [file for file in context["pages"] if self._is_indexed(file.page)]
        return context

    def on_post_page(self, html: str, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Mends what Material gets wrong; a page also loads the scripts of ours that it needs."""
        html = material_output.repaired(html)
        if not config.theme.get("font"):
            html = material_output.preloading(html, get_relative_url(FONT, page.url))
        html = self._scripts.put(html, page, config)
        if self._proposal not in ("", page.url):
            whole = get_relative_url(self._proposal, page.url)
            html = material_output.announced(html, texts().preview_announced, texts().preview_all, whole)
        return material_output.with_head(html, self._head(page))

    def on_post_template(self, html: str, template_name: str, config: MkDocsConfig) -> str:
        """Mends pages without content too; the one for a missing page is ours, unless the playbook has its own."""
        if template_name == TEMPLATE and not is_own(config):
            return missing_page(self._nav.around(None), config, self._settings)
        return material_output.repaired(html)

    @event_priority(-50)
    def _end(self, config: MkDocsConfig) -> None:
        """Adds our pages to the search index, which the search plugin has written by now."""
        self._told.end()
        retired = {
            self._addresses[name] for name, note in self._notes.items() if note.retired and name in self._addresses
        }
        material_output.write_search(Path(config.site_dir), self._added, retired)
        self._repairs.tell_unfit(config.theme.name)

    @event_priority(-100)
    def _look_over(self, config: MkDocsConfig) -> None:
        """Once all others have written what they write, no address is left that leads to what is left out."""
        self._audience_cut.finish(config)

    on_post_build = CombinedEvent(_end, _look_over)

    def on_build_error(self, error: Exception) -> None:
        """What MkDocs says of another build is news again."""
        self._told.end()

    def on_serve(self, server: LiveReloadServer, config: MkDocsConfig, builder: object) -> LiveReloadServer:
        """Builds again when a definition, a template or an asset changes."""
        templates = (folder.path for folder in folders_of(self._settings))
        for folder in (self._settings.definitions_folder, *templates):
            if folder.is_dir():
                server.watch(str(folder))
        return server

    def build(self, settings: Settings) -> Site:
        """The pages and findings of the playbook."""
        try:
            preview = self._shown = self.preview or preview_of(settings)
            site = site_of(self.checked, settings, preview) if self.checked else build_site(settings, preview)
        except UnknownAudience as unknown:
            raise PluginError(str(unknown)) from unknown
        self._audience_cut, self._is_preview = AudienceCut(site.left_out, site.for_house), site.is_preview
        self._identity = site.identity
        self._dead_links, self._notes = site.dead_links, site.notes
        return site

    def _take(self, page: Page, written: dict[str, File], files: Files, config: MkDocsConfig) -> Page:
        """Adds a page to the files or to its hand-written page; its path is then the one that navigation has."""
        for beside in page.files:
            self._feed = beside.path if beside.path == Top.FEED else self._feed
            files.append(File.generated(config, beside.path, content=beside.text, inclusion=InclusionLevel.INCLUDED))
        file = shell.generated_file(page, self._settings.edit_root, config)
        hand_written = written.get(file.dest_uri)
        if page.path == Top.IN_A_CALL:
            self._cards = file.url
        if page.path == Top.PREVIEW:
            self._proposal = file.url
        if hand_written is None:
            files.append(file)
            self._added[shell.address(file)] = page
            return page
        self._inserted[hand_written.src_uri] = page
        return replace(page, path=hand_written.src_uri.removesuffix(".md"))

    def _head(self, page: MkDocsPage) -> Iterator[str]:
        """What the head of a page says besides what Material puts there."""
        if not self._is_indexed(page):
            yield material_output.not_for_search_engines()
        if isinstance(page, shell.GeneratedPage) and page.source.leads_to:
            yield material_output.leads_to(page_link(page.source.path, page.source.leads_to, self._settings.links))
        if self._feed:
            yield material_output.feed_link(get_relative_url(self._feed, page.url), texts().versions_feed)

    def _is_indexed(self, page: MkDocsPage | None) -> bool:
        return not self._is_preview and (not isinstance(page, shell.GeneratedPage) or page.source.indexed)
