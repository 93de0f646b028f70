"""Follows the links in a commit as those on the disk are followed: inside the playbook, and no further."""

from __future__ import annotations

import os
import posixpath
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from twolane.history import git
from twolane.loading.enclosure import (
    IN_A_CIRCLE,
    LEADS_NOWHERE,
    LEADS_OUT,
    MOST_LEVELS,
    MOST_LINKS,
    TOO_MANY_LINKS,
)

_MOST_HOPS, _LONGEST = 40, 4096
"""The most links on the way to one file, and the longest way that a link can name, as systems count them."""
_NO_NAME = "\0"
"""Nothing has this name."""


@dataclass(frozen=True, slots=True)
class Listed:
    """The files of a commit by path, and why other paths there are not read."""

    files: Mapping[str, git.Entry]
    refused: Mapping[str, str]


def files_in(repository: git.Repository, commit: str, folders: Iterable[str]) -> Listed:
    """What a commit holds below ``folders``, links among it; the repository's ``folder`` is that of the playbook.

    Raises ``GitTrouble``.
    """
    folders = tuple(dict.fromkeys(folders))
    found = git.entries(repository, commit, folders)
    # The folder itself may be a link, below which git lists nothing.
    bare = [folder for folder in folders if folder != "." and not any(_is_below(path, folder) for path in found)]
    if not bare and not any(each.link for each in found.values()):
        return Listed({path: each for path, each in found.items() if _is_near(path, folders)}, {})
    whole = git.entries(repository, commit, (".",))
    links = {path: git.Entry(each.object) for path, each in whole.items() if each.link}
    read = git.read(repository, commit, links)
    targets = {path: os.fsdecode(data) if len(data) < _LONGEST else _NO_NAME for path, data in read.items()}
    tree = _Tree(whole, targets, sorted(whole), _folders(whole))
    files: dict[str, git.Entry] = {}
    refused: dict[str, str] = {}
    for folder in folders:
        for path, led in tree.below(folder):
            if isinstance(led, str):
                refused[path] = led
            else:
                files[path] = led
    return Listed(files, refused)


@dataclass(frozen=True, slots=True)
class _Tree:
    """All files of the playbook in a commit, and where its links lead."""

    entries: Mapping[str, git.Entry]
    targets: Mapping[str, str]
    paths: Sequence[str]
    folders: frozenset[str]
    links: Counter[str] = field(default_factory=Counter)
    """How many links have led to each folder so far."""

    def below(self, folder: str) -> Iterator[tuple[str, git.Entry | str]]:
        """The files below a folder: each with its entry, or with why it is not read."""
        real, refusal, hops = self._real(folder)
        if refusal == LEADS_NOWHERE and folder not in self.targets:
            return
        if refusal:
            yield folder, refusal
        else:
            yield from self._files(real, folder, _Way((real,), _levels(folder) + MOST_LEVELS, hops))

    def _files(self, real: str, shown: str, way: _Way) -> Iterator[tuple[str, git.Entry | str]]:
        prefix = f"{real}/" if real else ""
        for number in range(bisect_left(self.paths, prefix), len(self.paths)):
            path = self.paths[number]
            if not path.startswith(prefix):
                return
            here = posixpath.normpath(posixpath.join(shown, path.removeprefix(prefix)))
            if here.count("/") >= way.deepest:
                continue
            if self.entries[path].link:
                yield from self._linked(path, here, way.through(posixpath.dirname(path), way.hops))
            else:
                yield here, self.entries[path]

    def _linked(self, path: str, shown: str, way: _Way) -> Iterator[tuple[str, git.Entry | str]]:
        real, refusal, hops = self._real(path, way.hops)
        if refusal:
            yield shown, refusal
        elif real in self.entries:
            yield shown, self.entries[real]
        elif any(each == real or _is_below(each, real) for each in way.folders):
            yield shown, IN_A_CIRCLE
        elif self.links[real] >= MOST_LINKS:
            yield shown, TOO_MANY_LINKS
        else:
            self.links[real] += 1
            if shown.count("/") + 1 < way.deepest:
                yield from self._files(real, shown, way.through(real, hops))

    def _real(self, path: str, hops: int = 0) -> tuple[str, str, int]:
        """Where a path leads, part by part, why nowhere, and through how many links, ``hops`` before it among them."""
        parts, here = path.split("/")[::-1], ""
        while parts:
            part = parts.pop()
            ahead = posixpath.join(here, part)
            if part in ("", "."):
                continue
            if part == "..":
                if not here:
                    return "", LEADS_OUT, hops
                here = posixpath.dirname(here)
            elif ahead in self.targets:
                hops += 1
                if self.targets[ahead].startswith("/"):
                    return "", LEADS_OUT, hops
                if hops > _MOST_HOPS:
                    return "", IN_A_CIRCLE, hops
                parts += self.targets[ahead].split("/")[::-1]
            else:
                here = ahead
        there = not here or here in self.entries or here in self.folders
        return (here, "", hops) if there else ("", LEADS_NOWHERE, hops)


@dataclass(frozen=True, slots=True)
class _Way:
    """The real folders on the way to a file, the levels down to which files are listed, and the links that led here."""

    folders: tuple[str, ...]
    deepest: int
    hops: int

    def through(self, folder: str, hops: int) -> _Way:
        """The way on through a further folder."""
        return _Way((*self.folders, folder), self.deepest, hops)


def _folders(paths: Iterable[str]) -> frozenset[str]:
    """Every folder in which a file lies, more or less deep."""
    found: set[str] = set()
    for path in paths:
        while (path := posixpath.dirname(path)) and path not in found:
            found.add(path)
    return frozenset(found)


def _is_near(path: str, folders: Iterable[str]) -> bool:
    """Whether a path lies below one of the folders, and not so deep there that none is listed on the disk either."""
    return any(_is_below(path, each) and path.count("/") < _levels(each) + MOST_LEVELS for each in folders)


def _levels(folder: str) -> int:
    """How many folders lead to a file that is right in ``folder``."""
    return 0 if folder in ("", ".") else folder.count("/") + 1


def _is_below(path: str, folder: str) -> bool:
    return folder in ("", ".") or path.startswith(f"{folder}/")
