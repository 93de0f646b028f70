"""Decides where an address that an author wrote may lead: to http, https, mailto or into the playbook."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from urllib.parse import unquote, urlsplit

from twolane.configuration.output_styles import LinkStyle
from twolane.links.addresses import Address
from twolane.links.link_styles import file_link, hand_written, page_link

_OUTSIDE = re.compile(r"https?://[^/?#\s]|mailto:[^\s]", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//|\\", re.IGNORECASE)
_UNSEEN = re.compile(r"[\x00-\x20\x7f-\x9f]")


class AuthorLinks:
    """Resolves addresses; ``files`` are the hand-written pages and assets, ``generated`` the paths of our pages."""

    def __init__(self, files: Iterable[str], generated: Container[str], style: LinkStyle) -> None:
        self._files, self._generated, self._style = frozenset(files), generated, style

    def __call__(self, address: str, here: str) -> str:
        """The ``href`` on the page ``here``; empty where the address is refused."""
        if _UNSEEN.search(address):
            return ""
        if _OUTSIDE.match(address):
            return address
        inside = None if _SCHEME.match(address) else self._inside(address)
        if inside is None:
            return ""
        if isinstance(inside, str):
            return file_link(here, inside, self._style)
        return page_link(here, inside.page, self._style, inside.anchor)

    def page(self, address: str) -> Address | None:
        """The page of the playbook that an address means: ``welcome.md``, ``new-business/prospecting``."""
        found = None if _SCHEME.match(address) else self._inside(address)
        return found if isinstance(found, Address) else None

    def leads(self, address: str) -> bool:
        """Whether an address names a page or a file of the playbook."""
        return not _SCHEME.match(address) and self._inside(address) is not None

    def _inside(self, address: str) -> Address | str | None:
        """A page, or the path of a file; a leading ``/`` means the root of the hand-written pages."""
        parts = urlsplit(address)
        path = unquote(parts.path).strip("/")
        stem = path.removesuffix(".md")
        if path in self._files:
            return Address(hand_written(path), unquote(parts.fragment)) if path != stem else path
        for known in (stem, f"{stem}/index"):
            if known in self._generated:
                return Address(known, unquote(parts.fragment))
        return None
