"""Reads the folders of a playbook from the disk: the definitions' files, and the names of the hand-written pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from twolane.findings import Finding, in_reading_order
from twolane.loading import file_names
from twolane.loading.enclosure import Enclosure, FoundFile, Wanted, files_below, readable, unreadable
from twolane.loading.playbook_files import Loaded, load
from twolane.loading.written_pages import read_pages

ENDINGS = file_names.ENDINGS
"""How the names of definition files end, and of those that are meant to be some."""
PAGE = ".md"
"""How the names of pages end that are written by hand."""
_MOST_BYTES = 2 * 1024 * 1024 + 1
_DEFINITIONS = Wanted(levels=3, endings=ENDINGS)


def load_folder(
    root: Path, definitions: str = "process", pages: str = "playbook", templates: str = "site_templates"
) -> Loaded:
    """The playbook whose definitions, hand-written pages and templates are in these folders below ``root``.

    A file that cannot be read is a finding, and so is a link in any of them that leads out of the playbook. Raises
    ``OSError`` where a folder cannot be read.
    """
    enclosure = Enclosure.of(root)
    files, unread = read_definitions(root / definitions, enclosure)
    listed = tuple(files_below(root / pages, enclosure))
    names = readable(listed)
    written, unread_pages = read_written(root / pages, names)
    loaded = load(files, definitions, names, unread.keys(), read_pages(written, pages))
    own = files_below(root / templates, enclosure)
    told = {
        *(unreadable(_name(definitions, path), reason) for path, reason in unread.items()),
        *(unreadable(_name(pages, path), reason) for path, reason in unread_pages.items()),
        *_refused(pages, listed),
        *_refused(templates, own),
    }
    return replace(loaded, findings=tuple(in_reading_order((*loaded.findings, *told))))


def read_definitions(folder: Path, enclosure: Enclosure) -> tuple[dict[str, bytes], dict[str, str]]:
    """The files of a definitions folder by path below it, and why others there could not be read.

    Files and folders whose name begins with a dot are left out; of what lies deeper than a process's own folder, all
    but its frozen copies, and processes that lie too deep. What lies outside of the enclosure is not read.
    """
    files: dict[str, bytes] = {}
    unread: dict[str, str] = {}
    for entry in files_below(folder, enclosure, _DEFINITIONS):
        if entry.path.endswith(ENDINGS) and not file_names.is_looked_at(entry.path):
            continue
        if entry.refusal:
            unread[entry.path] = entry.refusal
        else:
            try:
                files[entry.path] = _content(folder / entry.path)
            except OSError as error:
                unread[entry.path] = (error.strerror or str(error)).lower()
    return files, unread


def list_pages(folder: Path, enclosure: Enclosure) -> frozenset[str]:
    """The paths of all files below the folder of hand-written pages that may be read."""
    return readable(files_below(folder, enclosure))


def read_written(folder: Path, listed: Iterable[str]) -> tuple[dict[str, bytes], dict[str, str]]:
    """The pages written by hand among ``listed`` by path, and why others could not be read."""
    files, unreadable = _pages(folder, listed, _content)
    # Half a page would be misread; a longer one is shown all the same.
    return {path: data for path, data in files.items() if len(data) < _MOST_BYTES}, unreadable


def read_whole(folder: Path, listed: Iterable[str]) -> tuple[dict[str, bytes], dict[str, str]]:
    """The same, with pages of any length: what is left out could not be told from what is gone."""
    return _pages(folder, listed, Path.read_bytes)


def _pages(
    folder: Path, listed: Iterable[str], read: Callable[[Path], bytes]
) -> tuple[dict[str, bytes], dict[str, str]]:
    files: dict[str, bytes] = {}
    unreadable: dict[str, str] = {}
    for path in sorted(name for name in listed if name.endswith(PAGE)):
        try:
            files[path] = read(folder / path)
        except OSError as error:
            unreadable[path] = (error.strerror or str(error)).lower()
    return files, unreadable


def _content(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_MOST_BYTES)


def _refused(folder: str, entries: Iterable[FoundFile]) -> Iterator[Finding]:
    return (unreadable(_name(folder, each.path), each.refusal) for each in entries if each.refusal)


def _name(folder: str, path: str) -> str:
    return f"{folder}/{path}".rstrip("/")
