"""This repository's own playbook as a built site."""

from __future__ import annotations

from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.support.playbooks import AS_OF

ROOT = Path(__file__).resolve().parents[2]


def example_site(folder: Path, **options: object) -> Path:
    """The example as MkDocs builds it, as of the day of its cases."""
    config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(folder / "site"))
    config.plugins["twolane"].config.update({"as_of": AS_OF, **options})
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return folder / "site"
