"""Runs MkDocs from Python: one build into a folder, or a server that builds again on each change."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeAlias

from mkdocs.commands.build import build as build_with_mkdocs
from mkdocs.commands.serve import serve as serve_with_mkdocs
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from twolane.build import Checked
from twolane.configuration.option_kinds import NEVER
from twolane.configuration.settings import Settings
from twolane.mkdocs.blame import Blame, blame_for, others_named
from twolane.mkdocs.plugin import TwolanePlugin
from twolane.parts.process_history import Preview

CONFIG = "mkdocs.yml"
PLUGIN = "twolane"
OnPage: TypeAlias = Callable[[int, int], None]
"""Told after each page how many are done, and of how many."""


class BuildFailed(Exception):
    """The site was not built; the message says why, as far as the log has not said it.

    ``missing`` tells that it is for want of a library that something of others needs.
    """

    def __init__(self, message: str, missing: bool = False) -> None:
        super().__init__(message)
        self.missing = missing


def site_folder(settings: Settings, default: str) -> Path:
    """The folder that the configuration wants the site in; ``default`` is its text where a playbook has none.

    Raises BuildFailed where the configuration cannot be used, OSError where it cannot be read.
    """
    with _failures(settings.root), _config(settings, default) as config:
        return Path(config.site_dir)


def build(
    settings: Settings,
    default: str,
    target: Path,
    checked: Checked,
    preview: Preview | None = None,
    on_page: OnPage | None = None,
) -> None:
    """Build the site into ``target``, whatever was there; ``default`` and errors as in ``site_folder``.

    ``checked`` is the playbook as it was judged already, so that it is neither read nor judged again; ``preview``
    what a proposal changes, for a site that marks that.
    """
    with _failures(settings.root), _config(settings, default, site_dir=str(target)) as config:
        plugin = config.plugins[PLUGIN]
        plugin.config.update({"as_of": settings.as_of, "fail_on": NEVER, "audience": settings.audience})
        if isinstance(plugin, TwolanePlugin):
            plugin.checked = checked
            plugin.preview = preview
        if on_page:
            config.plugins["twolane-progress"] = _Progress(on_page)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build_with_mkdocs(config)
        except Exception as error:
            error.add_note(others_named(config))
            raise
        finally:
            config.plugins.on_shutdown()
            if isinstance(plugin, TwolanePlugin):
                # MkDocs keeps one plugin for all builds of a process; the next one may be of another playbook.
                plugin.checked = plugin.preview = None


def serve(root: Path, address: str | None, open_browser: bool) -> None:
    """Serve the site until interrupted, and build again on each change; errors as ``site_folder``."""
    with _failures(root):
        serve_with_mkdocs(str(root / CONFIG), dev_addr=address, open_in_browser=open_browser)


@contextmanager
def _config(settings: Settings, default: str, **options: Any) -> Iterator[MkDocsConfig]:
    path = settings.root / CONFIG
    if path.is_file():
        yield _with_plugin(load_config(str(path), **options))
        return
    with TemporaryDirectory() as nothing:
        pages = settings.pages_folder
        options["docs_dir"] = str(pages) if pages.is_dir() else nothing
        yield load_config(io.BytesIO(default.encode()), config_file_path=str(path), **options)


def _with_plugin(config: MkDocsConfig) -> MkDocsConfig:
    if PLUGIN not in config.plugins:
        raise BuildFailed(f"{CONFIG} does not list the plugin: write `- {PLUGIN}` below `plugins:`.")
    return config


@contextmanager
def _failures(root: Path) -> Iterator[None]:
    """Failures of MkDocs and of what mkdocs.yml names in words; what these print is no answer of ours."""
    try:
        with redirect_stdout(sys.stderr):
            yield
    except (KeyboardInterrupt, BuildFailed):
        raise
    except BaseException as error:
        blame = blame_for(error, root)
        if blame is None and isinstance(error, MkDocsException):
            blame = Blame(str(error).strip(), False)
        if blame is None:
            raise
        raise BuildFailed(blame.message, blame.missing) from error


class _NoOptions(Config):
    """The counting plugin takes no options."""


class _Progress(BasePlugin[_NoOptions]):
    """Counts the pages as they are written."""

    def __init__(self, on_page: OnPage) -> None:
        self._on_page, self._done, self._all = on_page, 0, 0

    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> Navigation:
        """All pages are known now."""
        self._all = len(files.documentation_pages())
        return nav

    def on_post_page(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:
        """One page more."""
        self._done += 1
        self._on_page(self._done, self._all)
        return output
