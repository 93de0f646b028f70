"""Follows the links in a commit as those on the disk are followed: inside the playbook, and no further."""

from __future__ import annotations

import os
import posixpath
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from twolane.loading import git
from twolane.loading.enclosure import IN_A_CIRCLE, LEADS_NOWHERE, LEADS_OUT, MOST_LINKS, TOO_MANY_LINKS

_MOST_HOPS = 40
"""The most links on the way to one file, as systems count them."""


@dataclass(frozen=True, slots=True)
class Listed:
    """The files of a commit by path, and why other paths there are not read."""

    files: Mapping[str, git.Entry]
    refused: Mapping[str, str]


def listed(repository: git.Repository, commit: str, folders: Iterable[str]) -> Listed:
    """What a commit holds below ``folders``, links among it; the repository's ``folder`` is that of the playbook.

    Raises ``GitTrouble``.
    """
    folders = tuple(dict.fromkeys(folders))
    found = git.entries(repository, commit, folders)
    # The folder itself may be a link, below which git lists nothing.
    bare = [
        folder
        for folder in folders
        if folder[:2] not in (".", "..") and not any(_is_below(path, folder) for path in found)
    ]
    if not bare and not any(each.link for each in found.values()):
        return Listed(found, {})
    whole = git.entries(repository, commit, (".",))
    links = {path: git.Entry(each.object) for path, each in whole.items() if each.link}
    targets = {path: os.fsdecode(data) for path, data in git.read(repository, commit, links).items()}
    tree = _Tree(whole, targets, sorted(whole), frozenset(_folders(whole)))
    files: dict[str, git.Entry] = {}
    refused: dict[str, str] = {}
    files |= {path: each for path, each in found.items() if path.startswith("../") and not each.link}
    for folder in (each for each in folders if not each.startswith("..")):
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
        real, refusal = self._real(folder)
        if refusal == LEADS_NOWHERE and folder not in self.targets:
            return
        if refusal:
            yield folder, refusal
        else:
            yield from self._files(real, folder, (real,))

    def _files(self, real: str, shown: str, way: tuple[str, ...]) -> Iterator[tuple[str, git.Entry | str]]:
        prefix = f"{real}/" if real else ""
        for number in range(bisect_left(self.paths, prefix), len(self.paths)):
            path = self.paths[number]
            if not path.startswith(prefix):
                return
            here = posixpath.normpath(posixpath.join(shown, path.removeprefix(prefix)))
            if self.entries[path].link:
                yield from self._linked(path, here, (*way, posixpath.dirname(path)))
            else:
                yield here, self.entries[path]

    def _linked(self, path: str, shown: str, way: tuple[str, ...]) -> Iterator[tuple[str, git.Entry | str]]:
        real, refusal = self._real(path)
        if refusal:
            yield shown, refusal
        elif real in self.entries:
            yield shown, self.entries[real]
        elif any(each == real or _is_below(each, real) for each in way):
            yield shown, IN_A_CIRCLE
        elif self.links[real] >= MOST_LINKS:
            yield shown, TOO_MANY_LINKS
        else:
            self.links[real] += 1
            yield from self._files(real, shown, (*way, real))

    def _real(self, path: str) -> tuple[str, str]:
        """Where a path leads, part by part, and why nowhere."""
        parts, here, hops = path.split("/")[::-1], "", 0
        while parts:
            part = parts.pop()
            ahead = posixpath.join(here, part)
            if part in ("", "."):
                continue
            if part == "..":
                if not here:
                    return "", LEADS_OUT
                here = posixpath.dirname(here)
            elif ahead in self.targets:
                hops += 1
                if self.targets[ahead].startswith("/"):
                    return "", LEADS_OUT
                if hops > _MOST_HOPS:
                    return "", IN_A_CIRCLE
                parts += self.targets[ahead].split("/")[::-1]
            else:
                here = ahead
        there = not here or here in self.entries or here in self.folders
        return (here, "") if there else ("", LEADS_NOWHERE)


def _folders(paths: Iterable[str]) -> Iterator[str]:
    """Every folder in which a file lies, more or less deep."""
    for path in paths:
        while path := posixpath.dirname(path):
            yield path


def _is_below(path: str, folder: str) -> bool:
    return folder in ("", ".") or path.startswith(f"{folder}/")
