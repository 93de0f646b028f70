"""Runs MkDocs from Python: one build into a folder, or a server that builds again on each change."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeAlias

from mkdocs.commands.build import build as build_with_mkdocs
from mkdocs.commands.serve import serve as serve_with_mkdocs
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

CONFIG = "mkdocs.yml"
OnPage: TypeAlias = Callable[[int, int], None]
"""Told after each page how many are done, and of how many."""


class BuildFailed(Exception):
    """MkDocs did not build the site; the message says why, as far as the log has not said it."""


def site_folder(root: Path, default: str) -> Path:
    """The folder that the configuration of the playbook at ``root`` wants the site in.

    ``default`` is the text of the configuration where the playbook has none. Raises BuildFailed where the
    configuration cannot be used, OSError where it cannot be read.
    """
    with _failures():
        return Path(_config(root, default).site_dir)


def build(root: Path, default: str, target: Path, on_page: OnPage | None = None) -> None:
    """Build the site of the playbook at ``root`` into ``target``, whatever was there; errors as ``site_folder``."""
    with _failures():
        config = _config(root, default, site_dir=str(target))
        if on_page:
            config.plugins["twolane-progress"] = _Progress(on_page)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build_with_mkdocs(config)
        finally:
            config.plugins.on_shutdown()


def serve(root: Path, address: str | None, open_browser: bool) -> None:
    """Serve the site until interrupted, and build again on each change; errors as ``site_folder``."""
    with _failures():
        serve_with_mkdocs(str(root / CONFIG), dev_addr=address, open_in_browser=open_browser)


def _config(root: Path, default: str, **options: Any) -> MkDocsConfig:
    path = root / CONFIG
    if path.is_file():
        return load_config(str(path), **options)
    text = io.BytesIO(default.encode())
    return load_config(text, config_file_path=str(path), **options)


@contextmanager
def _failures() -> Iterator[None]:
    try:
        yield
    except MkDocsException as error:
        raise BuildFailed(str(error).strip()) from error


class _Progress(BasePlugin[Any]):
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
