"""Makes the page for a missing one from what MkDocs knows of the site."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation

from twolane.configuration.settings import Settings
from twolane.links.finished_page import HOME
from twolane.links.link_styles import page_url
from twolane.site.not_found import Link, View, not_found

TEMPLATE = "404.html"
"""What MkDocs calls the page."""
_SEARCHES = ("search", "material/search")


def missing_page(nav: Navigation, config: MkDocsConfig, settings: Settings) -> str:
    """The whole file; ``nav`` is the top of the navigation."""
    home = page_url(HOME, settings.links)
    links = tuple(Link(item.title or "", _below_root(item.url)) for item in nav if _is_here(item.url))
    has_search = any(name in config.plugins for name in _SEARCHES)
    language = str(config.theme.get("language") or "en")
    view = View(config.site_name, language, _root(config), links, home if has_search else None)
    return not_found(view, settings)


def is_own(config: MkDocsConfig) -> bool:
    """Whether the playbook brings a page of its own."""
    custom = config.theme.custom_dir
    return custom is not None and (Path(custom) / TEMPLATE).is_file()


def _root(config: MkDocsConfig) -> str:
    path = urlsplit(config.site_url or "").path
    return f"{path.rstrip('/')}/" if config.site_url else ""


def _is_here(url: str) -> bool:
    return bool(url) and not urlsplit(url).scheme and not url.startswith("/")


def _below_root(url: str) -> str:
    return "" if url in (".", "./") else url
