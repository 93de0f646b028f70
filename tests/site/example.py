"""This repository's own playbook as a built site."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.support.once import made_once
from tests.support.playbooks import AS_OF

ROOT = Path(__file__).resolve().parents[2]


def example_site(factory: pytest.TempPathFactory) -> Path:
    """The example as MkDocs builds it, as of the day of its cases: built once in a run, to be read only."""
    return made_once(factory, "example", _build) / "site"


def _build(folder: Path) -> None:
    config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(folder / "site"))
    config.plugins["twolane"].config.update({"as_of": AS_OF})
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
