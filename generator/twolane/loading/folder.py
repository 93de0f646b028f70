"""Reads the folders of a playbook from the disk: the definitions' files, and the names of the hand-written pages."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from twolane.loading.playbook_files import Loaded, load

_ENDINGS = (".yml", ".yaml", ".csv")
_MOST_BYTES = 2 * 1024 * 1024 + 1


def load_folder(root: Path, definitions: str = "process", pages: str = "playbook") -> Loaded:
    """The playbook whose definitions and hand-written pages are in these folders below ``root``.

    Raises ``OSError`` where a file cannot be read.
    """
    files = dict(read_definitions(root / definitions))
    return load(files, definitions, list_pages(root / pages))


def read_definitions(folder: Path) -> Iterator[tuple[str, bytes]]:
    """The files of a definitions folder, by path below it; folders whose name begins with a dot are left out."""
    for path in sorted(_below(folder, levels=2)):
        if path.endswith(_ENDINGS):
            with (folder / path).open("rb") as file:
                yield path, file.read(_MOST_BYTES)


def list_pages(folder: Path) -> frozenset[str]:
    """The paths of all files below the folder of hand-written pages."""
    return frozenset(_below(folder, levels=20))


def _below(folder: Path, levels: int, prefix: str = "") -> Iterator[str]:
    if not folder.is_dir():
        return
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if not entry.is_dir():
                yield prefix + entry.name
            elif levels > 1:
                yield from _below(Path(entry.path), levels - 1, f"{prefix}{entry.name}/")
