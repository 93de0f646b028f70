"""Puts a finished site in the place of the old one: built beside it, under a lock, exchanged only when it is whole.

A manifest in the site says which files Twolane put there. Files that it does not name belong to somebody else,
and a site with such files, or a folder that is no site at all, is left alone.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

MANIFEST = ".twolane-manifest.json"


class Foreign(Exception):
    """The target holds files that are not of the last build; ``files`` are some of them."""

    def __init__(self, target: Path, files: list[str]) -> None:
        super().__init__(target, files)
        self.target, self.files = target, files


class Busy(Exception):
    """Another build into the same folder is under way."""


@contextmanager
def building_beside(target: Path, replace: bool = False) -> Iterator[Path]:
    """An empty folder beside ``target`` to build into; its files take the place of ``target`` at the end.

    Where the block raises, ``target`` stays as it was. Raises Busy, Foreign (unless ``replace``) and OSError.
    """
    target = target.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    with _locked(target):
        if not replace:
            _refuse_foreign(target)
        work = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
        try:
            yield work
            _write_manifest(work)
            work.chmod(0o755)
            _exchange(work, target)
        finally:
            shutil.rmtree(work, ignore_errors=True)


@contextmanager
def _locked(target: Path) -> Iterator[None]:
    lock = FileLock(target.parent / f".{target.name}.lock", timeout=0)
    try:
        lock.acquire()
    except Timeout:
        raise Busy(target) from None
    try:
        yield
    finally:
        lock.release()


def _refuse_foreign(target: Path) -> None:
    if not target.exists():
        return
    if not target.is_dir():
        raise Foreign(target, [target.name])
    known = _manifest(target)
    foreign = [name for name in _files(target) if name != MANIFEST and not _ours(target / name, known.get(name))]
    if foreign:
        raise Foreign(target, foreign)


def _ours(file: Path, checksum: str | None) -> bool:
    return checksum is not None and _checksum(file) == checksum


def _manifest(folder: Path) -> Mapping[str, str]:
    try:
        found = json.loads((folder / MANIFEST).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    files = found.get("files") if isinstance(found, dict) else None
    return files if isinstance(files, dict) else {}


def _write_manifest(folder: Path) -> None:
    files = {name: _checksum(folder / name) for name in _files(folder)}
    text = json.dumps({"version": 1, "files": files}, indent=0, sort_keys=True)
    (folder / MANIFEST).write_text(text + "\n", "utf-8")


def _files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir())


def _checksum(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _exchange(work: Path, target: Path) -> None:
    """Two renames; where the old site cannot be moved (it is a mount of its own), file by file instead."""
    old = target.with_name(f".{target.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        try:
            target.rename(old)
        except OSError:
            _copy_over(work, target)
            return
    try:
        work.rename(target)
    except OSError:
        if old.exists():
            old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _copy_over(work: Path, target: Path) -> None:
    """Each file is whole at every moment; files of the old site that the new one does not have go last."""
    fresh = _files(work)
    for name in fresh:
        place = target / name
        place.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(dir=place.parent)
        os.close(handle)
        shutil.copyfile(work / name, beside)
        Path(beside).chmod(0o644)
        Path(beside).replace(place)
    for name in set(_files(target)) - set(fresh):
        (target / name).unlink()
