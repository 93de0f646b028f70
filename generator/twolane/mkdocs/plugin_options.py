"""The plugin's options in mkdocs.yml, and the settings of one build that follow from them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from mkdocs.config import config_options as c
from mkdocs.config.base import BaseConfigOption
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from twolane.build import rule_names
from twolane.changes.kind_explanation import names as kind_names
from twolane.configuration.option_kinds import NoDay, Option
from twolane.configuration.output_styles import DiagramStyle, LinkStyle
from twolane.configuration.settings import OPTIONS, Settings, read_settings
from twolane.findings import Finding
from twolane.mkdocs import mermaid2

_PAGES = "pages"
"""The one option that MkDocs has under another name: `docs_dir`."""


def _checked(option: Option) -> BaseConfigOption[Any]:
    of_type: c.Type[Any] = c.Type(option.types if len(option.types) > 1 else option.types[0])
    if option.listed:
        return c.ListOfItems(of_type, default=[])
    return c.Optional(c.Choice(option.choices) if option.choices else of_type)


PLUGIN_OPTIONS = tuple((name, _checked(option)) for name, option in OPTIONS.items())
"""What a playbook may write below `twolane:` in the list of plugins: the options of its settings.

MkDocs checks the names and resolves its own tags; what the values mean is settled where settings are read.
"""


def root_of(config: MkDocsConfig) -> Path:
    """The playbook's root: the folder of mkdocs.yml."""
    return Path(config.config_file_path).resolve().parent if config.config_file_path else Path.cwd()


def build_settings(options: Mapping[str, Any], config: MkDocsConfig) -> tuple[Settings, tuple[Finding, ...]]:
    """The settings of a build, from mkdocs.yml as MkDocs has read it, then from the files; what is wrong with those.

    Raises PluginError where SOURCE_DATE_EPOCH is no day.
    """
    own = (name for name, option in OPTIONS.items() if name != _PAGES and not (option.listed or option.apart))
    # What a file that is inherited, or the environment, leaves empty says nothing, as in the files themselves.
    given = {name: options[name] for name in own if options[name] != ""}
    try:
        settings, findings, _ = read_settings(root_of(config), rule_names(), given, kind_names())
    except NoDay as wrong:
        raise PluginError(str(wrong)) from wrong
    said = replace(
        settings,
        pages=_pages(config),
        links=LinkStyle.DIRECTORIES if config.use_directory_urls else LinkStyle.FILES,
        diagrams=_diagrams(config),
        edit_root=_edit_root(config),
        site_url=config.site_url or "",
    )
    return said, findings


def _pages(config: MkDocsConfig) -> str:
    """The folder of the hand-written pages, by the name that leads to it from the playbook's root."""
    given, around = Path(config.docs_dir), Path(config.config_file_path or ".").parent
    return (given.relative_to(around) if given.is_relative_to(around) else given).as_posix()


def _diagrams(config: MkDocsConfig) -> DiagramStyle:
    if mermaid2.NAME not in config.plugins:
        return DiagramStyle.OURS
    fences = config.mdx_configs.get("pymdownx.superfences", {}).get("custom_fences", [])
    formats = {getattr(fence.get("format"), "__name__", "") for fence in fences}
    own_loader = "fence_mermaid_custom" in formats
    return DiagramStyle.MERMAID2_FENCE if own_loader else DiagramStyle.MERMAID2


def _edit_root(config: MkDocsConfig) -> str:
    """The address of the playbook's root where files are edited.

    `edit_uri` leads to the folder of the hand-written pages, so the way back from there is added.
    """
    template = config.edit_uri_template
    pages = template.split("{path", 1)[0] if template else config.edit_uri
    if not pages:
        return ""
    base = urljoin(f"{(config.repo_url or '').rstrip('/')}/", pages)
    back = os.path.relpath(root_of(config), config.docs_dir).replace(os.sep, "/")
    return urljoin(base if base.endswith("/") else f"{base}/", f"{back}/")
