"""The plugin's options in mkdocs.yml, and the settings of one build that follow from them."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path
from urllib.parse import urljoin

from mkdocs.config import config_options as c
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig

from twolane.pages.links import LinkStyle
from twolane.pages.settings import DiagramStyle, SiteSettings

NEVER = "never"


class Options(Config):
    """What a playbook may write below `twolane:` in the list of plugins; folders relative to mkdocs.yml."""

    definitions = c.Type(str, default="process")
    """The folder of the definitions."""
    templates = c.Type(str, default="site_templates")
    """The playbook's own templates and assets, which go before those of Twolane; may be missing."""
    fail_on = c.Choice(("error", "warning", "advice", NEVER), default="error")
    """The least severe finding that stops a build."""
    as_of = c.Optional(c.Type((date, str)))
    """The day from which reviews are overdue, such as 2026-10-01; default today, or SOURCE_DATE_EPOCH."""
    ignore = c.ListOfItems(c.Type(str), default=[])
    """Codes or slugs of rules whose findings are left out."""


def root_of(config: MkDocsConfig) -> Path:
    """The playbook's root: the folder of mkdocs.yml."""
    return Path(config.config_file_path).resolve().parent if config.config_file_path else Path.cwd()


def settings_of(options: Options, config: MkDocsConfig) -> SiteSettings:
    """The settings of a build; raises ValueError where `as_of` is no date."""
    root = root_of(config)
    return SiteSettings(
        definitions=root / options.definitions,
        pages=Path(config.docs_dir),
        templates=root / options.templates,
        as_of=_day(options.as_of),
        links=LinkStyle.DIRECTORIES if config.use_directory_urls else LinkStyle.FILES,
        diagrams=_diagrams(config),
        ignore=tuple(options.ignore),
        edit_root=_edit_root(config),
    )


def _day(given: object) -> date:
    if given is not None:
        return date.fromisoformat(str(given))
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else datetime.now(UTC).astimezone().date()


def _diagrams(config: MkDocsConfig) -> DiagramStyle:
    if "mermaid2" not in config.plugins:
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
