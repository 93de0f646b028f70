"""The manifest in a site, which says what Twolane put there; what it does not name belongs to somebody else."""

from __future__ import annotations

import hashlib
import json
import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path

from twolane.writing.workshop import is_workshop, plain_file

MANIFEST = ".twolane-manifest.json"
_OF_THE_DISK = "lost+found"


class Foreign(Exception):
    """The target holds files that are not of the last build; ``files`` are some of them."""

    def __init__(self, target: Path, files: list[str]) -> None:
        super().__init__(target, files)
        self.target, self.files = target, files


def refuse_foreign(target: Path) -> None:
    """Raises Foreign where ``target`` is a file, or a folder with files that no build put there, or not so."""
    if not os.path.lexists(target):
        return
    if not target.is_dir():
        raise Foreign(target, [target.name])
    known = recorded(target)
    foreign = [name for name in files_in(target) if name != MANIFEST and not _ours(target / name, known.get(name))]
    if foreign:
        raise Foreign(target, foreign)


def unrecorded(target: Path) -> list[str]:
    """The files in ``target`` that its manifest does not name."""
    known = recorded(target)
    return [name for name in files_in(target) if name != MANIFEST and name not in known]


def recorded(folder: Path) -> Mapping[str, str]:
    """The checksums of what Twolane put into ``folder``, by path; empty where it has no manifest."""
    try:
        found = json.loads(plain_file(folder / MANIFEST))
    except (OSError, ValueError):
        return {}
    files = found.get("files") if isinstance(found, dict) else None
    return files if isinstance(files, dict) else {}


def record(folder: Path) -> None:
    """Writes the manifest of everything in ``folder``."""
    text = json.dumps({"version": 1, "files": checksums(folder)}, indent=0, sort_keys=True)
    (folder / MANIFEST).write_text(text + "\n", "utf-8")


def checksums(folder: Path) -> dict[str, str]:
    """The checksum of each file in ``folder`` but its manifest, by path."""
    return {name: checksum(folder / name) for name in files_in(folder) if name != MANIFEST}


def files_in(folder: Path) -> list[str]:
    """The paths of everything in ``folder`` that is no folder: links are not followed, our workshop is left out."""
    return sorted(_below(folder, ""))


def traces(folder: Path) -> list[tuple[str, int, int]]:
    """What tells a folder from what it was before, without reading its files."""
    if not folder.is_dir():
        return []
    found = ((name, os.lstat(folder / name)) for name in files_in(folder))
    return [(name, status.st_size, status.st_mtime_ns) for name, status in found]


def checksum(file: Path) -> str:
    """The checksum of a file; one that no file has for a link, a pipe and whatever else is no file."""
    if not stat.S_ISREG(os.lstat(file).st_mode):
        return ""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _below(folder: Path, prefix: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if not entry.is_dir(follow_symlinks=False):
                yield prefix + entry.name
            elif prefix or not (_is_of_the_disk(Path(entry.path)) or is_workshop(Path(entry.path))):
                yield from _below(Path(entry.path), f"{prefix}{entry.name}/")


def _is_of_the_disk(folder: Path) -> bool:
    """Whether a folder is where a disk that is mounted here keeps what it has mended."""
    return folder.name == _OF_THE_DISK and folder.parent.is_mount()


def _ours(file: Path, recorded_checksum: str | None) -> bool:
    return bool(recorded_checksum) and checksum(file) == recorded_checksum
