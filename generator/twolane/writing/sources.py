"""What a playbook is made from: the folders and files that nothing of what is made from them may take the place of."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from twolane.configuration.config_files import MKDOCS_FILES, PYPROJECT, is_root
from twolane.configuration.settings import Settings, read_settings


@dataclass(frozen=True, slots=True)
class Sources:
    """The folders of one playbook, each as a whole path."""

    root: Path
    definitions: Path
    pages: Path
    templates: Path

    @classmethod
    def of(cls, settings: Settings) -> Sources:
        """The sources of a playbook with these settings."""
        return cls(settings.root, settings.definitions_folder, settings.pages_folder, settings.templates_folder)

    def named(self) -> Iterator[tuple[Path, str]]:
        """Each folder where it really is, and each place in the playbook to which a link in it leads, with a name."""
        for folder, name in (
            (self.definitions, "the folder with a playbook's definitions"),
            (self.pages, "the folder with a playbook's hand-written pages"),
            (self.templates, "the folder with a playbook's templates"),
        ):
            yield Path(os.path.realpath(folder)), name
            yield from ((each, f"what a link in {name} leads to") for each in self._linked(folder))

    def configuration(self) -> Iterator[Path]:
        """The files that configure the playbook, whether they are there or not."""
        yield from (self.root / name for name in (*MKDOCS_FILES, PYPROJECT))

    def _linked(self, folder: Path) -> Iterator[Path]:
        root = Path(os.path.realpath(self.root))
        for path, folders, files in os.walk(folder):
            for name in (*folders, *files):
                end = Path(os.path.realpath(Path(path, name)))
                # What lies outside, or around it all, is not read as a part of the playbook.
                if Path(path, name).is_symlink() and end != root and end.is_relative_to(root):
                    yield end


def sources_around(place: Path, own: Sources | None) -> list[Sources]:
    """The sources of the playbook at hand, and of each that ``place`` lies in."""
    found = {} if own is None else {Path(os.path.realpath(own.root)): own}
    for folder in place.parents:
        with suppress(OSError):
            if folder not in found and is_root(folder):
                found[folder] = Sources.of(read_settings(folder, {})[0])
    return list(found.values())
