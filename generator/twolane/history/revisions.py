"""Reads a playbook as it was in a revision of git, wherever it was there."""

from __future__ import annotations

import os
import posixpath
import re
import shlex
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from twolane.configuration.settings import Settings
from twolane.history import git
from twolane.history.commit_links import files_in
from twolane.history.git_trees import at_top
from twolane.history.git_troubles import GitTrouble
from twolane.history.past_commit import joined
from twolane.history.past_place import PastPlace, place_at, place_in, playbooks_in
from twolane.history.version import Version, Written
from twolane.loading.file_names import is_looked_at
from twolane.loading.folder import ENDINGS, PAGE
from twolane.wording.lists import listed
from twolane.wording.version_names import POINT, inside_first

NEWEST = "the newest commit"
PARTED = "..."
_HEAD = "HEAD"
_HASH = re.compile(r"[0-9a-f]{40}([0-9a-f]{24})?")
_IN_A_FOLDER = re.compile(r"((?:[^:{}]|\{[^}]*\})+):(.*)", re.DOTALL)
"""A revision and a folder in it, as git writes them; a colon in braces belongs to the revision."""
_FEW = 5


class NoPlaybookThere(GitTrouble):
    """The folder of a revision that somebody names holds no playbook; the message says which do."""


def at_revision(spec: str, settings: Settings, way: str = "") -> Version:
    """The files as they are in a revision of git, or in a folder of one; raises ``GitTrouble``, ``NoPlaybookThere``.

    A folder is seen from the repository's top, as git sees it, or from the working directory where it begins with a
    dot. Findings name files with ``way`` in front, which leads to the playbook of today.
    """
    repository = git.repository_at(settings.root)
    revision, folder = parted(spec)
    if revision == _HEAD and git.is_empty(repository):
        return Version(NEWEST, MappingProxyType({}), f"{way}{settings.definitions}")
    left, dots, right = revision.partition(PARTED)
    name = f"{POINT} {called(right)} left {called(left)}" if dots else called(revision, NEWEST)
    place = _place(repository, revision, folder, settings, name)
    warnings = [git.warning_about(repository, each) for each in (left, right) if each]
    label = f"{name}, in {place.definitions}" if folder is not None and name else name
    return replace(
        _version(place, label, way, at_top(repository)[1]),
        warning=" ".join(filter(None, (*warnings, place.moved))),
        restored_from=_source(repository, revision),
    )


def _source(repository: git.Repository, revision: str) -> str:
    """What names the revision to git for good, where what is checked out came after it; quoted for a command."""
    commit = commit_named(repository, revision)
    if not git.is_older(repository, commit):
        return ""
    name = revision.partition(PARTED)[0] or _HEAD
    # A branch that has gone on since the two parted is not where they did.
    return shlex.quote(name) if git.commit_of(repository, name) == commit else commit[:12]


def commit_named(repository: git.Repository, revision: str) -> str:
    """The commit of a revision, or where the two sides of ``A...B`` parted; raises ``GitTrouble``."""
    left, dots, right = revision.partition(PARTED)
    if dots:
        return git.merge_base(repository, left or _HEAD, right or _HEAD)
    return git.commit_of(repository, revision)


def parted(spec: str) -> tuple[str, str | None]:
    """A revision, and the folder in it where one is named."""
    found = _IN_A_FOLDER.fullmatch(spec)
    return (found[1], found[2]) if found else (spec, None)


def pages_at(spec: str, settings: Settings) -> Mapping[str, bytes]:
    """The pages written by hand as they are in a revision, by path below their folder; raises as ``at_revision``."""
    repository = git.repository_at(settings.root)
    revision, folder = parted(spec)
    place = _place(repository, revision, folder, settings, revision)
    if not place.tree:
        return MappingProxyType({})
    pages = place.settings.pages
    found = files_in(place.repository, place.tree, (pages,)).files
    wanted = {path: entry for path, entry in found.items() if path.endswith(PAGE)}
    read = git.read(place.repository, place.tree, wanted)
    return MappingProxyType({_below(path, pages): data for path, data in read.items()})


def called(revision: str, head: str = "this branch") -> str:
    """What to call a revision; of a whole hash nobody reads more than the beginning."""
    if revision in ("", _HEAD):
        return head
    return revision[:8] if _HASH.fullmatch(revision) else revision


def _place(repository: git.Repository, revision: str, folder: str | None, settings: Settings, name: str) -> PastPlace:
    commit = commit_named(repository, revision)
    if folder is None:
        return place_at(repository, commit, settings, (name, revision))
    place = place_in(repository, commit, settings, _from_top(repository, folder))
    if place is None:
        there = playbooks_in(repository, commit)[:_FEW]
        ways = listed((f"{revision}:{each}" for each in there), "or")
        raise NoPlaybookThere(
            f"{inside_first(name)}, the folder “{folder}” holds no playbook and no definitions. "
            + (f"There are some in {ways}." if there else "No other folder does.")
        )
    return place


def _from_top(repository: git.Repository, folder: str) -> str:
    """The folder as seen from the repository's top."""
    if not folder.startswith("."):
        return posixpath.normpath(folder).strip("/") if folder.strip("/") else ""
    top = at_top(repository)[0].folder.resolve()
    path = os.path.relpath(os.path.normpath(Path.cwd().resolve() / folder), top).replace(os.sep, "/")
    return "" if path == "." else path


def _version(place: PastPlace, label: str, way: str, today: str) -> Version:
    definitions, pages = place.settings.definitions, place.settings.pages
    elsewhere = {each.path: each.data for each in place.processes}
    if not place.tree:
        return Version(label, MappingProxyType(elsewhere), f"{way}{definitions}", unknown=place.unknown)
    found = files_in(place.repository, place.tree, (definitions, pages))
    wanted = {path: found.files[path] for path in found.files if _is_read(_below(path, definitions))}
    by_hand = {path: found.files[path] for path in found.files if _below(path, pages) and path.endswith(PAGE)}
    read = git.read(place.repository, place.tree, wanted | by_hand)
    unread = {
        _below(path, definitions): reason
        for path, reason in found.refused.items()
        if path == definitions or _is_missed(_below(path, definitions))
    }
    return Version(
        label,
        MappingProxyType(
            {_below(path, definitions): data for path, data in read.items() if path in wanted} | elsewhere
        ),
        _seen(place.definitions, way, today),
        frozenset(below for path in found.files if (below := _below(path, pages))),
        MappingProxyType(unread),
        levels=place.settings.changes,
        written=Written(
            _seen(joined(place.root, pages), way, today),
            MappingProxyType({_below(path, pages): read[path] for path in by_hand if path in read}),
        ),
    )


def _seen(folder: str, way: str, today: str) -> str:
    """What findings put in front of files in a folder, which is seen from the repository's top."""
    return posixpath.normpath(posixpath.join(way, posixpath.relpath(f"/{folder}", f"/{today}")))


def _below(path: str, folder: str) -> str:
    """The path as seen from ``folder``; empty where it is not below it."""
    return path if folder == "." else path.removeprefix(f"{folder}/") if path.startswith(f"{folder}/") else ""


def _is_read(path: str) -> bool:
    """Whether a file is a definition or a frozen copy, and not hidden."""
    hidden = any(part.startswith(".") for part in path.split("/"))
    return bool(path) and is_looked_at(path) and path.endswith(ENDINGS) and not hidden


def _is_missed(path: str) -> bool:
    """Whether a link that is not followed might have led to a definition, or to a folder of some."""
    hidden = any(part.startswith(".") for part in path.split("/"))
    return _is_read(path) or (bool(path) and not hidden and path.count("/") < 2)
