"""Finds the folders of templates, scripts and other assets: the playbook's own before those of the package."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from twolane.configuration.settings import Settings
from twolane.loading.enclosure import Enclosure
from twolane.third_party import MissingFile

_PACKAGE = Path(__file__).resolve().parent.parent
_FOLDER = "site_templates"
BUNDLES = _PACKAGE / "script_bundles"
"""Our scripts as pages load them, made from `generator/scripts/` when the package is built."""


@dataclass(frozen=True, slots=True)
class TemplateFolder:
    """A folder of templates and assets; no link in it leads out of ``enclosure``, where there is one."""

    path: Path
    enclosure: Enclosure | None = None

    def file(self, name: str) -> Path | None:
        """The file of that name; ``None`` where it is not there, or where it lies outside."""
        path = self.path / name
        return path if path.is_file() and (self.enclosure is None or self.enclosure.holds(path)) else None


def template_folders(own: Path | None = None, root: Path | None = None) -> tuple[TemplateFolder, ...]:
    """The folders to look into, first one first.

    ``own`` is the playbook's, and may be missing; no link leads out of it, or of the playbook at ``root`` where that
    is given. An installed package carries its folder inside; in a checkout it stands beside `generator/`. Our scripts
    lie in the package in either case; raises ``third_party.MissingFile`` where they do not.
    """
    found: dict[Path, TemplateFolder] = {}
    enclosure = Enclosure.of(root or own) if own else None
    if own and enclosure and own.is_dir() and enclosure.holds(own):
        found[own.resolve()] = TemplateFolder(own.resolve(), enclosure)
    for place in (_PACKAGE / _FOLDER, _PACKAGE.parent.parent / _FOLDER, _bundles()):
        if place.is_dir():
            found.setdefault(place.resolve(), TemplateFolder(place.resolve()))
    return tuple(found.values())


def _bundles() -> Path:
    """The record is written last: with it, every script is there."""
    if (BUNDLES / "bundles.json").is_file():
        return BUNDLES
    raise MissingFile(
        "twolane-page.js",
        "The scripts that pages load did not come with this installation of Twolane. Install it again while the "
        "network can be reached (in a checkout: python tasks.py scripts).",
    )


def folders_of(settings: Settings) -> tuple[TemplateFolder, ...]:
    """The folders of templates and assets for the site of a playbook, its own first."""
    return template_folders(settings.templates_folder, settings.root)


def is_ours(file: Path) -> bool:
    """Whether a template or an asset comes with the package, and is no playbook's own."""
    return any(file.is_relative_to(folder.path) for folder in template_folders())


def beside(name: str, folders: Iterable[TemplateFolder]) -> Path:
    """A file among the templates, which pages do not load, from the first folder that has it."""
    return next(path for folder in folders if (path := folder.file(name)))


def assets(folders: Iterable[TemplateFolder]) -> Iterator[tuple[str, Path]]:
    """Name and file of each stylesheet, script and picture that pages load; those of the first folders go first."""
    found: dict[str, Path] = {}
    for folder in folders:
        for file in (folder.path / "assets").glob("*.*"):
            if folder.file(f"assets/{file.name}"):
                found.setdefault(file.name, file)
    yield from sorted(found.items())
