"""Keeps MkDocs from emptying a folder that the site is made from."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from twolane.mkdocs.plugin_options import root_of
from twolane.site.site_settings import SiteSettings
from twolane.writing.sources import Sources
from twolane.writing.targets import Refused, refuse_folder


def refuse_site_folder(config: MkDocsConfig, settings: SiteSettings) -> None:
    """Raises PluginError where `site_dir` is, holds or lies in what must not be lost."""
    sources = Sources(root_of(config), settings.definitions, settings.pages, settings.templates)
    try:
        refuse_folder(Path(config.site_dir), sources)
    except Refused as refused:
        raise PluginError(f"site_dir: {refused}") from refused
