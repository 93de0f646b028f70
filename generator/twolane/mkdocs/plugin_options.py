"""The plugin's options in mkdocs.yml, and the settings of one build that follow from them."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from urllib.parse import urljoin

from mkdocs.config import config_options as c
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig

from twolane.build import rule_names
from twolane.configuration.settings import FAIL_ON, Settings, parse_day, parse_number, read_settings
from twolane.findings import Finding
from twolane.links.link_styles import LinkStyle
from twolane.mkdocs import mermaid2
from twolane.site.site_settings import DiagramStyle, SiteSettings


class Options(Config):
    """What a playbook may write below `twolane:` in the list of plugins.

    MkDocs checks the names and resolves its own tags; what the values mean is settled in `loading.settings`.
    """

    definitions = c.Optional(c.Type(str))
    """The folder of the definitions, relative to mkdocs.yml; default `process`."""
    pages = c.Optional(c.Type(str))
    """Not needed here: `docs_dir` says which folder holds the hand-written pages."""
    templates = c.Optional(c.Type(str))
    """The playbook's own templates and assets, which go before those of Twolane; default `site_templates`."""
    fail_on = c.Optional(c.Choice(FAIL_ON))
    """The least severe finding that stops a build; default `error`."""
    as_of = c.Optional(c.Type((date, str)))
    """The day from which reviews are overdue, such as 2026-10-01; default today, or SOURCE_DATE_EPOCH."""
    audience = c.Optional(c.Type(str))
    """Whom the site is for: one of the `audiences` in playbook.yml; default the first one, who see everything."""
    compare_releases = c.Optional(c.Type((int, str)))
    """How many releases of a process can be read and compared on the site, 0 to 20; default 5."""
    compare = c.Optional(c.Type(str))
    """The version that a preview marks its changes against, such as main or origin/main...; default none."""
    ignore = c.ListOfItems(c.Type(dict), default=[])
    """Entries of `rule`, `reason` and perhaps `path`: findings that are left out."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What one build is to do: the settings of the pages, when to stop, and what is wrong with the wishes."""

    site: SiteSettings
    fail_on: str
    findings: tuple[Finding, ...]
    settings: Settings
    compare: str = ""
    """The version that a preview is compared with; empty where the site is none."""


def root_of(config: MkDocsConfig) -> Path:
    """The playbook's root: the folder of mkdocs.yml."""
    return Path(config.config_file_path).resolve().parent if config.config_file_path else Path.cwd()


def wishes_of(options: Options, config: MkDocsConfig) -> Wishes:
    """The wishes of a playbook: from mkdocs.yml as MkDocs has read it, then from the other files."""
    root = root_of(config)
    configured = read_settings(root, rule_names())
    settings = configured.settings
    site = SiteSettings(
        definitions=root / (options.definitions or settings.definitions),
        pages=_pages(config),
        templates=root / (options.templates or settings.templates),
        as_of=parse_day(options.as_of) or settings.as_of or _today(),
        links=LinkStyle.DIRECTORIES if config.use_directory_urls else LinkStyle.FILES,
        diagrams=_diagrams(config),
        ignore=settings.ignore,
        edit_root=_edit_root(config),
        audience=options.audience or settings.audience,
        compare_releases=_releases(options, settings.compare_releases),
        site_url=config.site_url or "",
        engine=settings.engine,
        root=root,
    )
    compare = settings.compare if options.compare is None else options.compare
    return Wishes(site, options.fail_on or settings.fail_on, configured.findings, settings, compare)


def _pages(config: MkDocsConfig) -> Path:
    """The folder of the hand-written pages, by the name that leads to it from the playbook's root."""
    given, around = Path(config.docs_dir), Path(config.config_file_path or ".").parent
    return root_of(config) / given.relative_to(around) if given.is_relative_to(around) else given


def _releases(options: Options, configured: int) -> int:
    given = parse_number(options.compare_releases)
    return configured if given is None else given


def _today() -> date:
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else datetime.now(UTC).astimezone().date()


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
