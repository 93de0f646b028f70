"""Writes several files so that all of them are written or none."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path


def write_together(files: Mapping[Path, bytes]) -> None:
    """Writes each file, making folders where they are missing; where one cannot be written, all are as before.

    Raises ``OSError`` then. Files are first written beside their places and put there at the end.
    """
    # A link stays one: what it leads to is written.
    files = {path.resolve(): data for path, data in files.items()}
    before = {path: path.read_bytes() if path.exists() else None for path in files}
    made: list[Path] = []
    placed: list[Path] = []
    beside = {path: path.with_name(f".{path.name}.{os.getpid()}.new") for path in files}
    try:
        for path, data in files.items():
            made += _folders(path.parent)
            _write(beside[path], data, path)
        for path in files:
            beside[path].replace(path)
            placed.append(path)
    except BaseException:
        for path in reversed(placed):
            _restore(path, before[path])
        for path in beside.values():
            path.unlink(missing_ok=True)
        for folder in reversed(made):
            with suppress(OSError):
                folder.rmdir()
        raise


def _folders(folder: Path) -> list[Path]:
    """The folders that had to be made, the outermost first."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return missing[::-1]


def _write(path: Path, data: bytes, like: Path) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if like.exists():
        path.chmod(like.stat().st_mode & 0o7777)


def _restore(path: Path, data: bytes | None) -> None:
    if data is None:
        path.unlink(missing_ok=True)
    else:
        path.write_bytes(data)
