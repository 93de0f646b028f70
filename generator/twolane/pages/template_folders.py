"""Finds the folders of templates and assets: the playbook's own before those that come with the package."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
_FOLDER = "site_templates"


def template_folders(own: Path | None = None) -> tuple[Path, ...]:
    """The folders to look into, first one first; `own` is the playbook's, and may be missing.

    An installed package carries its folder inside; in a checkout it stands beside `generator/`.
    """
    places = (own, _PACKAGE / _FOLDER, _PACKAGE.parent.parent / _FOLDER)
    return tuple(dict.fromkeys(place.resolve() for place in places if place is not None and place.is_dir()))


def is_ours(file: Path) -> bool:
    """Whether a template or an asset comes with the package, and is no playbook's own."""
    return any(file.is_relative_to(folder) for folder in template_folders())


def beside(name: str, own: Path | None = None) -> Path:
    """A file among the templates, which pages do not load: the playbook's own before ours."""
    return next(path for folder in template_folders(own) if (path := folder / name).is_file())


def assets(own: Path | None = None) -> Iterator[tuple[str, Path]]:
    """Name and file of each stylesheet, script and picture that pages load; a playbook's own first."""
    found: dict[str, Path] = {}
    for folder in reversed(template_folders(own)):
        found |= {file.name: file for file in (folder / "assets").glob("*.*") if file.is_file()}
    yield from sorted(found.items())
