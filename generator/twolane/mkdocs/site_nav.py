"""Translates navigation between our values and MkDocs: mkdocs.yml in and out, and one page's template."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from pathlib import PurePosixPath
from typing import Any, TypeAlias

from mkdocs.structure.files import File, Files, InclusionLevel, file_sort_key
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from twolane.mkdocs.shell import Escaped
from twolane.site.navigation import NavItem, Trail, around, trails

NavConfig: TypeAlias = "list[str | dict[str, Any]]"


class Entry:
    """One line of the navigation as Material's templates read it; much lighter than a page of MkDocs."""

    __slots__ = ("active", "children", "is_index", "meta", "title", "url")

    encrypted = is_page = is_section = pages = typeset = None
    is_link = True

    def __init__(self, title: str, url: str, page: MkDocsPage | None = None) -> None:
        self.title, self.url = title, url
        self.children: list[Any] | None = None
        self.active = False
        self.is_index = page is not None and page.is_index
        self.meta: Mapping[str, Any] = page.meta if page is not None else {}


class SiteNav:
    """The whole navigation of a built site, from which each page gets its small one."""

    def __init__(self, nav: Navigation, pages: Iterable[MkDocsPage]) -> None:
        self._pages = {page.file.src_uri: page for page in pages}
        self._items = tuple(_item(item) for item in nav)
        self._trails = trails(self._items)
        self._homepage = nav.homepage

    def around(self, page: MkDocsPage | None) -> Navigation:
        """The navigation that the template of `page` is given; without a page, the top level alone."""
        trail = self._trails.get(page.file.src_uri, ()) if page is not None else ()
        nav = Navigation(self._entries(around(self._items, trail), trail, page), [])
        nav.homepage = self._homepage
        return nav

    def _entries(self, items: Iterable[NavItem], trail: Trail, page: MkDocsPage | None) -> list[Any]:
        own = trail[0] if trail else -1
        return [self._entry(item, trail[1:] if number == own else None, page) for number, item in enumerate(items)]

    def _entry(self, item: NavItem, trail: Trail | None, page: MkDocsPage | None) -> Any:
        if trail == () and page is not None:
            return page
        known = self._pages.get(item.target)
        entry = Entry(item.title, known.url or "./" if known is not None else item.target, known)
        if item.children:
            entry.children = self._entries(item.children, trail or (), page)
            entry.active = trail is not None
        return entry


def _item(item: Any) -> NavItem:
    if isinstance(item, MkDocsPage):
        return NavItem(item.title or "", item.file.src_uri)
    return NavItem(item.title, getattr(item, "url", ""), tuple(_item(child) for child in item.children or ()))


def own_navigation(configured: Any, files: Iterable[File], generated: Container[str]) -> tuple[NavItem, ...]:
    """The playbook's own navigation: as configured, else its hand-written pages by folder, in order of name.

    Without configuration, pages that hold a generated one (by their source) are left to the generated
    navigation. Targets of pages lose their `.md`, so that they compare with the paths of generated pages.
    """
    if configured is not None:
        return tuple(_configured(configured))
    listed = (file for file in files if file.inclusion is InclusionLevel.INCLUDED)
    pages = (file for file in listed if file.src_uri not in generated)
    return _by_folder(sorted(pages, key=file_sort_key))


def nav_config(items: Iterable[NavItem], files: Files) -> NavConfig:
    """The navigation in the form of mkdocs.yml; titles are HTML from here on."""
    return [_config_item(item, files) for item in items]


def _configured(value: Any) -> list[NavItem]:
    if isinstance(value, str):
        return [NavItem("", _target(value))]
    if isinstance(value, dict):
        return [_titled(str(title), below) for title, below in value.items()]
    return [item for part in value or () for item in _configured(part)]


def _titled(title: str, below: Any) -> NavItem:
    if isinstance(below, str):
        return NavItem(title, _target(below))
    return NavItem(title, "", tuple(_configured(below)))


def _target(written: str) -> str:
    """A page by its path, as MkDocs reads one that begins with `./`; else an address as it is written."""
    is_page = written.endswith(".md") and "://" not in written
    return PurePosixPath(written).as_posix().removesuffix(".md") if is_page else written


def _by_folder(files: Iterable[File], depth: int = 0) -> tuple[NavItem, ...]:
    items: list[NavItem] = []
    folders: dict[str, list[File]] = {}
    for file in files:
        parts = file.src_uri.split("/")[depth:]
        if len(parts) == 1:
            items.append(NavItem("", file.src_uri.removesuffix(".md")))
        else:
            folders.setdefault(parts[0], []).append(file)
    sections = (NavItem(_words(name), "", _by_folder(below, depth + 1)) for name, below in folders.items())
    return (*items, *sections)


def _words(folder: str) -> str:
    return folder.replace("-", " ").replace("_", " ").capitalize()


def _config_item(item: NavItem, files: Files) -> str | dict[str, Any]:
    title = Escaped.of(item.title)
    if item.children:
        return {title: nav_config(item.children, files)}
    page = f"{item.target}.md"
    target = page if files.get_file_from_path(page) is not None else item.target
    return {title: target} if item.title else target
