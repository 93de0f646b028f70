"""Playbooks for tests: the base one, and what is reported of any set of files."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from twolane.build import Checked, check, context_of
from twolane.configuration.engine import USUAL, engine_of
from twolane.configuration.output_styles import LinkStyle
from twolane.configuration.settings import Settings
from twolane.loading.playbook_files import Loaded, load
from twolane.loading.written_pages import read_pages
from twolane.model.playbook import Playbook
from twolane.reports import text
from twolane.yaml_text.strict_yaml import read_document

CASES = Path(__file__).parent.parent / "cases"
BASE = CASES / "base"
EXAMPLE = CASES.parent.parent
"""This repository, whose own playbook is the example."""
FOREIGN = CASES / "foreign"
"""A playbook that was written from the description of the format alone, by somebody who had not seen the others."""
DEFINITIONS = "process/"
PAGES = "playbook/"
NOWHERE = Path("/nowhere")
AS_OF = date(2026, 11, 22)


def base_files(base: Path = BASE) -> dict[str, bytes]:
    """The files of the playbook in ``base``, by path below its root."""
    return dict(_files_of(base))


def example_files() -> dict[str, bytes]:
    """The definitions and hand-written pages of the example playbook, by path below the repository's root."""
    return {
        f"{name}/{path}": data
        for name in (DEFINITIONS.rstrip("/"), PAGES.rstrip("/"))
        for path, data in _files_of(EXAMPLE / name).items()
    }


@cache
def _files_of(base: Path) -> dict[str, bytes]:
    return {path.relative_to(base).as_posix(): path.read_bytes() for path in base.rglob("*") if path.is_file()}


def loaded(files: dict[str, bytes]) -> Loaded:
    """What loading says of a playbook whose files are given by path below its root."""
    definitions = {name.removeprefix(DEFINITIONS): data for name, data in files.items() if name.startswith(DEFINITIONS)}
    pages = {name.removeprefix(PAGES): data for name, data in files.items() if name.startswith(PAGES)}
    written = read_pages({name: data for name, data in pages.items() if name.endswith(".md")}, PAGES.rstrip("/"))
    return load(definitions, DEFINITIONS.rstrip("/"), pages, written=written)


def checked(files: dict[str, bytes], as_of: date = AS_OF) -> Checked:
    """What loading and checking say of a playbook whose files are given by path below its root."""
    found = loaded(files)
    config = files.get("mkdocs.yml")
    engine = engine_of(read_document("mkdocs.yml", config)) if config else USUAL
    links = LinkStyle.DIRECTORIES if engine.directory_urls else LinkStyle.FILES
    site = Settings(NOWHERE, as_of=as_of, links=links, engine=engine)
    return check(found, context_of(found, site))


def playbook(files: dict[str, bytes]) -> Playbook:
    """The playbook in ``files``; there must be one."""
    found = checked(files).playbook
    assert found is not None
    return found


def report(files: dict[str, bytes]) -> str:
    """The text report of everything found in ``files``, without colour."""
    found = checked(files)
    return text.render(found.findings, found.texts)
