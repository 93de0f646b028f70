"""Tells which of the playbooks that a commit holds has become the one of today, by what their files say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from twolane.history import git
from twolane.history.git_trees import Listing
from twolane.loading.enclosure import Enclosure
from twolane.loading.file_names import SHARED
from twolane.loading.folder import read_definitions

_PROCESS, _PLAYBOOK = "process.yml", "playbook.yml"
ALIKE = 0.5
"""The share of lines that are the same from which on one playbook, or process, is the other."""
_WITH_AN_ID = 0.2
"""The share that is enough where both have a process of the same id."""
_AHEAD = 0.1
"""By how much one playbook must be more alike than the next."""


@dataclass(frozen=True, slots=True)
class Search:
    """The folders that hold definitions, each with its files by path below it and what names their contents."""

    folders: Mapping[str, Mapping[str, str]]

    @classmethod
    def of(cls, found: Listing) -> Search:
        """The folders that hold a process, or more than one of the files that all processes share."""
        folders: dict[str, dict[str, str]] = {}
        for path, name in found.files.items():
            parts = path.split("/")
            if any(part.startswith(".") for part in parts):
                continue
            if parts[-1] == _PROCESS and len(parts) > 1:
                folders.setdefault("/".join(parts[:-2]), {})["/".join(parts[-2:])] = name
            elif parts[-1] in SHARED:
                folders.setdefault("/".join(parts[:-1]), {})[parts[-1]] = name
        return cls({folder: files for folder, files in folders.items() if _is_playbook(files)})

    def gone(self, top: Path, today: str) -> Search:
        """Those that are not on the disk any more: what is still there has not become something else."""
        return Search({each: files for each, files in self.folders.items() if _is_gone(top, each, today)})


def likely(search: Search, repository: git.Repository, definitions: Path, root: Path) -> list[str]:
    """The folder that has become the playbook of today; several where none is ahead, none where none is alike."""
    files, _ = read_definitions(definitions, Enclosure.of(root)) if search.folders else ({}, {})
    now = {path: data for path, data in files.items() if path in SHARED or _is_process(path)}
    alike: dict[str, float] = {}
    for folder, named in search.folders.items():
        was = git.read(repository, "HEAD", {path: git.Entry(name) for path, name in named.items()})
        alike_by = share(was.values(), now.values())
        known = any(_is_process(path) for path in was.keys() & now.keys())
        if alike_by >= (_WITH_AN_ID if known else ALIKE):
            alike[folder] = alike_by
    best = max(alike.values(), default=0.0)
    return [folder for folder, alike_by in alike.items() if alike_by > best - _AHEAD]


def share(one: Iterable[bytes], other: Iterable[bytes]) -> float:
    """How much of two playbooks is the same, line by line, from 0 to 1."""
    first, second = _lines(one), _lines(other)
    both = first.total() + second.total()
    return 2 * (first & second).total() / both if both else 0.0


def _lines(texts: Iterable[bytes]) -> Counter[bytes]:
    return Counter(stripped for text in texts for line in text.splitlines() if (stripped := line.strip()))


def _is_playbook(files: Mapping[str, str]) -> bool:
    return any(map(_is_process, files)) or (_PLAYBOOK in files and len(files) > 1)


def _is_process(path: str) -> bool:
    return path.endswith(f"/{_PROCESS}") and path.count("/") == 1


def _is_gone(top: Path, folder: str, today: str) -> bool:
    if folder.startswith(f"{today}/"):
        # It lies too deep in the very playbook, which is told where that is read.
        return False
    there = top / folder
    if not (there / _PLAYBOOK).is_file() and not any(there.glob(f"*/{_PROCESS}")):
        return True
    # Where a disk takes small and large letters for the same, what was renamed so is found under both names.
    now = top / today
    return folder != today and now.exists() and there.samefile(now)
