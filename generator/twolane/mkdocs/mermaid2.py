"""Gives the plugin mermaid2 the site's own Mermaid, where its configuration names no other."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin

NAME = "mermaid2"
_LIBRARY = "javascript"
_VERSION = "version"
_FOUND = "_javascript"
"""Where the plugin keeps the library once it has looked for it, among hand-written pages or at an address outside."""


def lend(config: MkDocsConfig, script: str) -> None:
    """Has the plugin load ``script``, an address of the site, instead of one outside; before the plugin looks there."""
    plugin = config.plugins.get(NAME)
    if plugin is None or plugin.config.get(_LIBRARY) or _names_a_version(plugin) or _in_pages(config):
        return
    plugin.config[_LIBRARY] = script
    vars(plugin)[_FOUND] = script


def borrows(config: MkDocsConfig, script: str) -> bool:
    """Whether the plugin loads ``script``."""
    plugin = config.plugins.get(NAME)
    return plugin is not None and plugin.config.get(_LIBRARY) == script


def _names_a_version(plugin: BasePlugin[Any]) -> bool:
    """Whether somebody has chosen a Mermaid by its version, which is one outside."""
    default = next((option.default for name, option in plugin.config_scheme if name == _VERSION), None)
    return bool(plugin.config.get(_VERSION) != default)


def _in_pages(config: MkDocsConfig) -> bool:
    """Whether every page loads a Mermaid already, which the plugin then uses."""
    return any("mermaid" in PurePosixPath(str(each)).stem.lower() for each in config.extra_javascript)
