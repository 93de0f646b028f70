"""The scripts of ours that a page loads, and what their elements tell them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import get_relative_url

from twolane.configuration.output_styles import DiagramStyle
from twolane.links.finished_page import Page
from twolane.mkdocs import material_output, shell
from twolane.mkdocs.exchanging import exchangeable, exchanges_contents
from twolane.mkdocs.statics import KEYS, LOADER, PAGE, WORDS, script
from twolane.parts.site_identity import SiteIdentity


@dataclass(frozen=True, slots=True)
class PageScripts:
    """What decides which scripts a page loads.

    ``cards`` is the address of the page that one key opens, or empty; ``inserted`` are the generated pages that go into
    a hand-written one, by the source of that one.
    """

    diagrams: DiagramStyle
    cards: str
    identity: SiteIdentity
    inserted: Mapping[str, Page]

    def put(self, html: str, page: MkDocsPage, config: MkDocsConfig) -> str:
        """A page's HTML that loads its scripts, and can be exchanged for another's where the theme does that."""
        scripts = tuple(self._needed(page))
        if exchanges_contents(config):
            scripts = tuple(dict.fromkeys((PAGE, *scripts)))
            html = exchangeable(html, scripts)
        for address in scripts:
            html = material_output.with_script(html, get_relative_url(address, page.url), **self._data(address, page))
        return html

    def _needed(self, page: MkDocsPage) -> Iterator[str]:
        """The addresses of the scripts, each once."""
        generated = page.source if isinstance(page, shell.GeneratedPage) else self.inserted.get(page.file.src_uri)
        drawing = self.diagrams is DiagramStyle.OURS and _has_diagram(page)
        own = map(script, generated.scripts if generated else ())
        keys = (KEYS,) if self.cards else ()
        found = (*((WORDS, LOADER) if drawing else ()), *own, *keys)
        yield from dict.fromkeys((PAGE, *found) if found else ())

    def _data(self, address: str, page: MkDocsPage) -> Mapping[str, str]:
        """What a script is told by its element."""
        if address == KEYS:
            return {"cards": get_relative_url(self.cards, page.url)}
        if address != PAGE:
            return {}
        site = self.identity
        told = {"title": site.title, "processes": " ".join(site.processes), "kind": site.kind}
        return {name: text for name, text in told.items() if text}


def _has_diagram(page: MkDocsPage) -> bool:
    if isinstance(page, shell.GeneratedPage):
        return page.source.diagrams
    return material_output.OUR_DIAGRAM in (page.content or "")
