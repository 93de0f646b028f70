"""Reads the folders of a playbook from the disk: the definitions' files, and the names of the hand-written pages."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from twolane.findings import Finding, in_reading_order
from twolane.loading import file_names
from twolane.loading.playbook_files import Loaded, load
from twolane.loading.rules import UNREADABLE
from twolane.loading.written_pages import read_pages
from twolane.source import Place

ENDINGS = file_names.ENDINGS
"""How the names of definition files end, and of those that are meant to be some."""
PAGE = ".md"
"""How the names of pages end that are written by hand."""
_MOST_BYTES = 2 * 1024 * 1024 + 1


def load_folder(root: Path, definitions: str = "process", pages: str = "playbook") -> Loaded:
    """The playbook whose definitions and hand-written pages are in these folders below ``root``.

    A file that cannot be read is a finding. Raises ``OSError`` where a folder cannot be read.
    """
    files, unreadable = read_definitions(root / definitions)
    listed = list_pages(root / pages)
    written, unread = read_written(root / pages, listed)
    loaded = load(files, definitions, listed, unreadable.keys(), read_pages(written, pages))
    told = [_unreadable(f"{definitions}/{path}", reason) for path, reason in unreadable.items()]
    told += [_unreadable(f"{pages}/{path}", reason) for path, reason in unread.items()]
    return replace(loaded, findings=tuple(in_reading_order((*loaded.findings, *told))))


def read_definitions(folder: Path) -> tuple[dict[str, bytes], dict[str, str]]:
    """The files of a definitions folder by path below it, and why others there could not be read.

    Files and folders whose name begins with a dot are left out; of what lies deeper than a process's own folder, all
    but its frozen copies, and processes that lie too deep.
    """
    files: dict[str, bytes] = {}
    unreadable: dict[str, str] = {}
    for path in sorted(filter(file_names.is_looked_at, _below(folder, levels=3, endings=ENDINGS))):
        try:
            files[path] = _content(folder / path)
        except OSError as error:
            unreadable[path] = (error.strerror or str(error)).lower()
    return files, unreadable


def list_pages(folder: Path) -> frozenset[str]:
    """The paths of all files below the folder of hand-written pages."""
    return frozenset(_below(folder, levels=20))


def read_written(folder: Path, listed: Iterable[str]) -> tuple[dict[str, bytes], dict[str, str]]:
    """The pages written by hand among ``listed`` by path, and why others could not be read."""
    files: dict[str, bytes] = {}
    unreadable: dict[str, str] = {}
    for path in sorted(name for name in listed if name.endswith(PAGE)):
        try:
            data = _content(folder / path)
        except OSError as error:
            unreadable[path] = (error.strerror or str(error)).lower()
        else:
            # Half a page would be misread; a longer one is shown all the same.
            files |= {path: data} if len(data) < _MOST_BYTES else {}
    return files, unreadable


def _content(path: Path) -> bytes:
    # A pipe would be waited for without end.
    mode = path.stat().st_mode
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        raise OSError(errno.EINVAL, "this is no file but a pipe or a device")
    with path.open("rb") as file:
        return file.read(_MOST_BYTES)


def _unreadable(file: str, reason: str) -> Finding:
    hint = "see that it is a file, and that you may read it"
    return UNREADABLE.on(Place(file), file, f"this file cannot be read: {reason}", hint=hint)


def _below(folder: Path, levels: int, prefix: str = "", endings: tuple[str, ...] = ()) -> Iterator[str]:
    """The paths of the files so many levels deep, or of those with certain endings.

    A folder that is called like a wanted file is taken for one, so that somebody hears of it.
    """
    if not folder.is_dir():
        return
    with os.scandir(folder) as entries:
        for entry in entries:
            wanted = not endings or entry.name.endswith(endings)
            if entry.name.startswith("."):
                continue
            if not _is_folder(entry) or (endings and wanted):
                yield from (prefix + entry.name,) if wanted else ()
            elif levels > 1:
                yield from _below(Path(entry.path), levels - 1, f"{prefix}{entry.name}/", endings)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Whether there is a folder to look into; a link back to where it stands would be followed without end."""
    try:
        return entry.is_dir() and not (
            entry.is_symlink() and Path(entry.path).parent.resolve().is_relative_to(Path(entry.path).resolve())
        )
    except OSError:
        return False
