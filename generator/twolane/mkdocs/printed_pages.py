"""Finds the pages written by hand that go onto the page to print, once MkDocs has made HTML of all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from twolane.links.addresses import Top
from twolane.links.finished_page import HOME, Page
from twolane.links.html_elements import Element, elements, text_of, without
from twolane.links.link_styles import hand_written
from twolane.mkdocs import shell
from twolane.site.printed_written import Sheets, Written, above, with_written
from twolane.wording.spoken_language import texts

_LOCKS = ("encryptcontent",)
"""Plugins that lock a page only when it is finished: its words would stand on the page to print for all to read."""
_PRINTS = '<div class="tl-print">'


class PrintedPages:
    """Collects the pages of one build."""

    def __init__(self, inserted: Mapping[str, Page], added: Mapping[str, Page]) -> None:
        self._inserted, self._added = inserted, added
        self._above: dict[str, str] = {}
        self._missing: list[tuple[str, str]] = []

    def take_above(self, name: str, html: str) -> None:
        """Takes what is written by hand above a generated page."""
        self._above[name] = html

    def put(self, nav: Navigation, config: MkDocsConfig, files: Files) -> None:
        """Puts the pages onto the page to print, and onto those of a process what stands above its own pages."""
        sign = str((config.mdx_configs.get("toc") or {}).get("permalink_class") or "headerlink")
        locked = any(name.rpartition("/")[2] in _LOCKS for name in config.plugins)
        sheets = self._sheets(nav, files, locked, sign)
        for file in files:
            page = file.page
            if isinstance(page, shell.GeneratedPage) and _PRINTS in page.source.body:
                found = sheets if page.source.path == Top.PRINT else above(sheets, page.source)
                page.source = with_written(page.source, file.url, found)
                page.render(config, files)

    def _sheets(self, nav: Navigation, files: Files, locked: bool, sign: str) -> Sheets:
        listed = list(nav.pages)
        others = [file.page for file in files.documentation_pages() if file.page and file.page not in listed]
        before: list[Written] = []
        behind: list[Written] = []
        into = before
        for page in (*listed, *others):
            if isinstance(page, shell.GeneratedPage) and page.source.path != HOME:
                into = behind
            into += self._written(page, locked, sign)
        printed = {address: page.path for address, page in self._added.items()}
        printed |= {
            shell.address(file): self._inserted[file.src_uri].path for file in files if file.src_uri in self._inserted
        }
        return Sheets(tuple(before), tuple(behind), tuple(self._missing), printed)

    def _written(self, page: MkDocsPage, locked: bool, sign: str) -> Iterator[Written]:
        if isinstance(page, shell.GeneratedPage):
            return
        name = page.file.src_uri
        generated = self._inserted.get(name)
        html = self._above.get(name, "") if generated else page.content or ""
        html = without(_banner().sub("", html), lambda each: _leads_to_itself(each, sign))
        heading = next((html[each.inner : each.inner_end] for each in elements(html) if each.name == "h1"), "")
        title = text_of(heading or str(page.title or name)).strip()
        if locked or "password" in page.meta:
            self._missing.append((title, texts().print_left_locked))
        elif html.strip():
            path = hand_written(name)
            within = generated.path if generated and generated.path != HOME else ""
            yield Written(path, shell.address(page.file), title, html, within)
        elif not generated and (page.markdown or "").strip():
            self._missing.append((title, texts().print_left_other))


def _leads_to_itself(element: Element, sign: str) -> bool:
    """Whether an element is the sign behind a heading that leads to it: no part of a title, and nothing on paper."""
    return element.name == "a" and set(sign.split()) <= set(element.attributes.get("class", "").split())


def _banner() -> re.Pattern[str]:
    """What a preview puts above a page that is different in it."""
    return re.compile(rf'<div class="tl-banner"><p><strong>{escape(texts().preview_hand_here)}.*?</p></div>', re.DOTALL)
