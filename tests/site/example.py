"""This repository's own playbook as a built site."""

from __future__ import annotations

from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.support.playbooks import AS_OF

ROOT = Path(__file__).resolve().parents[2]


_built: list[Path] = []


def example_site(folder: Path) -> Path:
    """The example as MkDocs builds it, as of the day of its cases.

    It is built in ``folder``, and once only in a run: who asks again gets the first one, to be read only.
    """
    if not _built:
        _build(folder)
        _built.append(folder / "site")
    return _built[0]


def _build(folder: Path) -> None:
    config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(folder / "site"))
    config.plugins["twolane"].config.update({"as_of": AS_OF})
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
