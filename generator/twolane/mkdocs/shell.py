"""Dresses finished pages as pages of MkDocs, or puts them into hand-written ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from itertools import count

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from twolane.links.finished_page import TITLE_ID, Heading, Page
from twolane.links.html_elements import elements
from twolane.links.link_styles import edit_link
from twolane.links.lowered_headings import has_title, lowered

MARKER = "<!-- twolane -->"
"""Where a hand-written page has this line, the generated page of the same address is put."""

_LAST_LEVEL = 6
_TITLE = re.compile(rf'(?<!\s)\s*+<h1 id="{TITLE_ID}".*?</h1>\s*', re.DOTALL)


class Escaped(str):
    """Text that is HTML already: templates that escape it again leave it as it is."""

    __slots__ = ()

    @classmethod
    def of(cls, text: str) -> Escaped:
        """Plain text, made safe for elements and attributes."""
        return cls(escape(text))

    def __html__(self) -> str:
        return str(self)


class GeneratedPage(MkDocsPage):
    """A page of MkDocs whose content and table of contents come from a finished page, without Markdown."""

    def __init__(self, source: Page, edit_root: str, file: File, config: MkDocsConfig) -> None:
        super().__init__(Escaped.of(source.nav_title), file, config)
        self.source = source
        self.edit_url = None
        if source.source is not None:
            self.edit_url = edit_link(edit_root, source.source.path, source.source.line) or None

    def read_source(self, config: MkDocsConfig) -> None:
        """Sets what front matter would say; search need not look, since the page brings its entries."""
        self.markdown = ""
        self.meta = {"description": escape(self.source.description), "search": {"exclude": True}}
        if not self.is_homepage:
            self.meta["title"] = Escaped.of(self.source.title)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Takes body and headings as they are."""
        self.content = self.source.body
        top = AnchorLink(Escaped.of(self.source.title), TITLE_ID, 1)
        top.children = list(_anchors(self.source.headings))
        self.toc = TableOfContents([top])
        self.present_anchor_ids = set(_ids(self.toc))


def generated_file(page: Page, edit_root: str, config: MkDocsConfig) -> File:
    """The file of a generated page; hand-written pages link to it by its path with `.md`."""
    level = InclusionLevel.INCLUDED if page.listed else InclusionLevel.NOT_IN_NAV
    file = File.generated(config, f"{page.path}.md", content="", inclusion=level)
    GeneratedPage(page, edit_root, file, config)
    return file


def address(file: File) -> str:
    """The address of a page below the root of the site; empty for a home page that is a folder."""
    return "" if file.url in (".", "./") else file.url


def put_into(html: str, shell: MkDocsPage, page: Page) -> str:
    """The content of a hand-written page with the generated body at its marker, else at its end.

    A page keeps the name that its definition gives it, above everything: what is written by hand goes below that, its
    headings one level down. Only the home page is called as the hand-written title says. The generated headings join
    the table of contents at the same place.
    """
    if shell.is_homepage:
        title = "" if has_title(html) else _title_of(page)
    else:
        # Material would take the title's escapes away again. What front matter calls the page is not its name either.
        shell.meta["title"] = Escaped.of(page.title)
        title = _title_of(page)
        html = _below_title(html, shell, page)
    at = html.find(MARKER)
    start = at if at >= 0 else len(html)
    _join(shell.toc, list(_anchors(page.headings)), html[:start])
    return title + html[:start] + _TITLE.sub("", page.body, count=1) + html[start:].replace(MARKER, "", 1)


def with_own_anchors(html: str, shell: MkDocsPage, page: Page) -> str:
    """The content of a hand-written page, none of whose anchors is one of the generated page: links lead to those."""
    taken = {each.attributes["id"] for each in elements(page.body) if each.attributes.get("id")}
    there = {each.attributes["id"] for each in elements(html) if each.attributes.get("id")}
    if not taken & there:
        return html
    free = {id: next(new for at in count(1) if (new := f"{id}_{at}") not in taken | there) for id in taken & there}
    _rename(shell.toc, free)
    return "".join(_renamed(html, free))


def _renamed(html: str, free: Mapping[str, str]) -> Iterator[str]:
    at = 0
    for each in elements(html):
        id, leads = each.attributes.get("id", ""), each.attributes.get("href", "")
        tag = html[each.start : each.inner]
        if id in free:
            named = rf"""(\sid=["']?){re.escape(id)}(?=["'\s>])"""
            tag = re.sub(named, rf"\g<1>{free[id]}", tag, count=1)
        if leads.startswith("#") and leads[1:] in free:
            tag = tag.replace(f'"{leads}"', f'"#{free[leads[1:]]}"', 1)
        yield html[at : each.start] + tag
        at = each.inner
    yield html[at:]


def _rename(links: Iterable[AnchorLink], free: Mapping[str, str]) -> None:
    for link in links:
        link.id = free.get(link.id, link.id)
        _rename(link.children, free)


def _title_of(page: Page) -> str:
    found = _TITLE.match(page.body)
    return found[0] if found else ""


def _below_title(html: str, shell: MkDocsPage, page: Page) -> str:
    """The hand-written content below a title that is not its own; its headings go down where it has one."""
    top = AnchorLink(Escaped.of(page.title), TITLE_ID, 1)
    top.children = list(shell.toc)
    shell.toc.items[:] = [top]
    if has_title(html):
        _lower(top.children)
    return lowered(html)


def _lower(links: Iterable[AnchorLink]) -> None:
    for link in links:
        link.level = min(_LAST_LEVEL, link.level + 1)
        _lower(link.children)


def _join(toc: TableOfContents, added: list[AnchorLink], before: str) -> None:
    """Puts headings into the table of contents behind those that stand ``before`` them."""
    first = next(iter(toc), None)
    items = first.children if first is not None and first.level == 1 else toc.items
    number = sum(f'id="{item.id}"' in before for item in items)
    items[number:number] = added


def _anchors(headings: Iterable[Heading]) -> Iterator[AnchorLink]:
    for heading in headings:
        link = AnchorLink(Escaped.of(heading.title), heading.id, heading.level)
        link.children = list(_anchors(heading.children))
        yield link


def _ids(links: Iterable[AnchorLink]) -> Iterator[str]:
    for link in links:
        yield link.id
        yield from _ids(link.children)
