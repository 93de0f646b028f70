"""Which pages and files a site has, and where they stand: for the rule that looks for dead links."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from twolane.configuration.output_styles import LinkStyle
from twolane.links.addresses import Top
from twolane.links.link_styles import hand_written, page_url
from twolane.loading.html_addresses import HtmlAddresses
from twolane.model.playbook import Playbook
from twolane.model.written_page import WrittenPage
from twolane.parts.site_paths import SitePaths

_ENGINES = frozenset(("404.html", "sitemap.xml", "sitemap.xml.gz", "objects.inv"))
_THEMES = ("assets/twolane/", "assets/images/", "assets/javascripts/", "assets/stylesheets/", "search/")
"""What the theme, the engine and we bring along."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """The pages that are made from the definitions: their bodies, made when asked for, and files beside them."""

    bodies: Mapping[str, Callable[[], str]]
    files: frozenset[str] = frozenset()


@dataclass(frozen=True)
class WholeSite:
    """A site as a `twolane.checks.site_map.SiteMap`.

    ``draft`` makes the pages of which bodies are asked for. That takes longer than a check of everything else, so it is
    done where a link leads to a part of one. ``own_ids`` says that headings of pages written by hand get
    their ids in another way than the usual one.
    """

    playbook: Playbook
    paths: SitePaths
    style: LinkStyle
    draft: Callable[[], Drafted]
    own_ids: bool = False
    _anchors: dict[str, frozenset[str] | None] = field(default_factory=dict, compare=False, repr=False)

    def has(self, name: str) -> bool:
        """Whether the page or file is there."""
        if name in self.playbook.pages:
            return True
        if not name.endswith(".md"):
            return self._is_brought(name) or name in self._drafted.files
        path = name.removesuffix(".md")
        return path in self.paths

    def url(self, name: str) -> str:
        """The address of a page."""
        return page_url(hand_written(name), self.style)

    def at(self, url: str) -> str:
        """The name of what stands at an address; a folder shows the page that is its index."""
        if url in self.playbook.pages and not url.endswith(".md"):
            return url
        if self._is_brought(url):
            return url
        folder = url.endswith("/") or not url
        if self.style is LinkStyle.FILES:
            path = f"{url}index" if folder else url.removesuffix(".html") if url.endswith(".html") else ""
            return self._page(path)
        stem = url.removesuffix("index.html").rstrip("/") if folder or url.endswith("index.html") else url
        return self._page(stem) or self._page(posixpath.join(stem, "index"))

    def anchors(self, name: str) -> frozenset[str] | None:
        """The ids on a page."""
        if name not in self._anchors:
            self._anchors[name] = self._ids(name)
        return self._anchors[name]

    def names(self) -> Iterable[str]:
        """The names of everything that there is."""
        return sorted({*self.playbook.pages, *(f"{path}.md" for path in self.paths), *self._drafted.files})

    @cached_property
    def _drafted(self) -> Drafted:
        return self.draft()

    @cached_property
    def _written(self) -> Mapping[str, WrittenPage]:
        return {hand_written(page.path): page for page in self.playbook.written}

    @cached_property
    def _by_path(self) -> Mapping[str, str]:
        return {hand_written(name): name for name in sorted(self.playbook.pages) if name.endswith(".md")}

    def _page(self, path: str) -> str:
        """The name of the page at a path; empty where there is none."""
        if not path:
            return ""
        return self._by_path.get(path) or (f"{path}.md" if self.has(f"{path}.md") else "")

    def _ids(self, name: str) -> frozenset[str] | None:
        path = hand_written(name)
        written, made = self._written.get(path), self._drafted.bodies.get(path)
        late = path == Top.HEALTH or (made is None and path in self.paths)
        if late or (written and (self.own_ids or not written.whole)) or (made is None and written is None):
            return None
        of_made = frozenset(HtmlAddresses(made()).ids) if made else frozenset[str]()
        return of_made | (written.anchors if written else frozenset())

    def _is_brought(self, name: str) -> bool:
        return name in _ENGINES or name.startswith(_THEMES)
