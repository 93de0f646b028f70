"""Keeps MkDocs from emptying a folder that the site is made from."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from twolane.configuration.settings import Settings
from twolane.writing.sources import Sources
from twolane.writing.targets import Refused, refuse_folder


def refuse_site_folder(config: MkDocsConfig, settings: Settings) -> None:
    """Raises PluginError where `site_dir` is, holds or lies in what must not be lost."""
    try:
        refuse_folder(Path(config.site_dir), Sources.of(settings))
    except Refused as refused:
        raise PluginError(f"site_dir: {refused}") from refused
