"""What a rule may know of the finished site: which pages and files there are, and where they stand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol


class SiteMap(Protocol):
    """The site by the names of its files before it is built: `guide.md`, `new-business/prospecting.md`, `img/a.png`."""

    def has(self, name: str) -> bool:
        """Whether the page or file is there, written by hand or made from the definitions."""
        ...

    def url(self, name: str) -> str:
        """The address of a page below the root of the site."""
        ...

    def at(self, url: str) -> str:
        """The name of what stands at an address below the root of the site; empty where nothing does."""
        ...

    def anchors(self, name: str) -> frozenset[str] | None:
        """The ids on a page; ``None`` where nobody knows them before it is built."""
        ...

    def names(self) -> Iterable[str]:
        """The names of everything that there is."""
        ...
