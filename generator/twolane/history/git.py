"""The only door to git: revisions, and the files that they hold, read without a checkout."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from twolane.history.git_calls import Repository, complaint, lines, run
from twolane.history.git_environment import named_repository, program, variables
from twolane.history.git_names import fetch, full_names, is_shallow, main_remote, resolved, unknown, warning_about
from twolane.history.git_troubles import (
    EmbeddedRepository,
    GitFailed,
    GitTrouble,
    HistoryMissing,
    NotARepository,
    NotTrusted,
    Unrelated,
)

__all__ = (
    "Entry",
    "Repository",
    "address",
    "commit_of",
    "entries",
    "full_names",
    "is_empty",
    "is_older",
    "is_shallow",
    "merge_base",
    "read",
    "repository_at",
    "warning_about",
)

_FILE, _PROGRAM, _LINK = "100644", "100755", "120000"
_GIT, _NO_FILES_HERE = ".git", "its files are not those of a working copy"
_GITFILE = re.compile(r"gitdir: (.+)")
_PROMISED = r"^(remote\..*\.(promisor|partialclonefilter)|extensions\.partialclone)$"
"""Where git keeps that a clone leaves out contents, to be fetched when they are needed."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of a commit: what names its content, and whether that is only the way to another file."""

    object: str
    link: bool = False


def repository_at(folder: Path, environment: Mapping[str, str] = os.environ) -> Repository:
    """The repository that ``folder`` is in.

    Raises ``GitMissing``, ``NotARepository``, ``NotTrusted`` where git refuses to read what somebody else owns, and
    ``EmbeddedRepository`` where git would read one that lies among other files.
    """
    found = Repository(folder, program(environment), variables(environment))
    apart = named_repository(environment)
    try:
        _refuse_others(found)
    except GitTrouble:
        if not apart:
            raise
        # A repository that is kept apart from its files is known by these variables alone.
        found = replace(found, environment=MappingProxyType({**found.environment, **apart}))
        answer = run(found, "rev-parse", "--git-dir")
        if answer.returncode:
            raise _no_repository(folder, complaint(answer.stderr)) from None
    return found


def _refuse_others(repository: Repository) -> None:
    """Raises where git finds no repository whose files are here, or one that nobody made here."""
    answer = run(repository, "rev-parse", "--is-inside-work-tree", "--absolute-git-dir")
    if answer.returncode:
        raise _no_repository(repository.folder, complaint(answer.stderr))
    inside, _, place = os.fsdecode(answer.stdout).partition("\n")
    found = Path(place.rstrip("\n"))
    if not any(_is_same(each, found) for each in _git_folders(repository.folder)):
        raise EmbeddedRepository(found)
    if inside != "true":
        raise NotARepository(repository.folder, _NO_FILES_HERE)


def _is_same(place: Path, found: Path) -> bool:
    with suppress(OSError):
        return place.samefile(found)
    return False


def _git_folders(folder: Path) -> Iterator[Path]:
    """The folders in which git may keep what belongs to ``folder``: below the name .git, or where such a file leads."""
    here = folder.resolve()
    for each in (here, *here.parents):
        place = each / _GIT
        led = _GITFILE.match(place.read_text("utf-8", "surrogateescape")) if place.is_file() else None
        yield each / led[1].rstrip() if led else place


def _no_repository(folder: Path, reason: str) -> GitTrouble:
    bare = re.search(r"cannot use bare repository '(.*)' \(", reason)
    if bare and Path(bare[1]).name != _GIT:
        return EmbeddedRepository(Path(bare[1]))
    if bare:
        return NotARepository(folder, _NO_FILES_HERE)
    foreign = re.search(r"dubious ownership in repository at '(.*)'", reason)
    return NotTrusted(foreign[1]) if foreign else NotARepository(folder, reason)


def address(repository: Repository) -> str:
    """The address of the remote from which the rest of a clone comes; empty where there is none."""
    remote = main_remote(repository)
    return next(iter(lines(repository, "config", "--get", f"remote.{remote}.url")), "") if remote else ""


def commit_of(repository: Repository, revision: str) -> str:
    """The hash of the commit that ``revision`` names, as git reads names.

    Raises ``UnknownRevision`` with the nearest name, or ``HistoryMissing`` where a part of the history that may
    hold it was not fetched.
    """
    found = resolved(repository, revision)
    if not found:
        raise unknown(repository, revision)
    return found


def merge_base(repository: Repository, revision: str, other: str = "HEAD") -> str:
    """The hash of the commit where both revisions parted; raises as ``commit_of``, and ``Unrelated``."""
    commits = commit_of(repository, revision), commit_of(repository, other)
    answer = run(repository, "merge-base", *commits)
    if answer.returncode == 0:
        return answer.stdout.decode().strip()
    if not is_shallow(repository):
        raise Unrelated(revision, other)
    message = f"This clone's history is cut off before “{revision}” and “{other}” parted."
    raise HistoryMissing(message, fetch(repository))


def is_older(repository: Repository, commit: str) -> bool:
    """Whether what is checked out has come after the commit, or is that."""
    return run(repository, "merge-base", "--is-ancestor", commit, "HEAD").returncode == 0


def is_empty(repository: Repository) -> bool:
    """Whether nothing has been committed yet."""
    return not lines(repository, "rev-list", "--all", "--max-count=1")


def entries(repository: Repository, commit: str, folders: Iterable[str]) -> dict[str, Entry]:
    """The files of a commit below ``folders``; folders and files by path below the repository's ``folder``."""
    answer = run(repository, "ls-tree", "-r", "-z", commit, "--", *(f"{folder}/" for folder in folders))
    if answer.returncode:
        raise _unreadable(repository, complaint(answer.stderr))
    found = {}
    for line in os.fsdecode(answer.stdout).split("\0"):
        head, _, path = line.partition("\t")
        mode, _, name = head.split(" ") if head else ("", "", "")
        if mode in (_FILE, _PROGRAM, _LINK):
            found[path] = Entry(name, mode == _LINK)
    return found


def read(repository: Repository, commit: str, wanted: Mapping[str, Entry]) -> dict[str, bytes]:
    """The contents of files of a commit by path, through one call of git; links that lead nowhere are left out.

    Raises ``GitFailed`` where a content is missing.
    """
    # A line cannot hold a name with a line end, so that such a link stays unread.
    asked = {path: each for path, each in wanted.items() if not (each.link and "\n" in path)}
    lines = (f"{commit}:./{path}" if each.link else each.object for path, each in asked.items())
    answer = run(
        repository,
        "cat-file",
        "--batch",
        "--follow-symlinks",
        given=os.fsencode("".join(f"{line}\n" for line in lines)),
    )
    if answer.returncode:
        raise _unreadable(repository, complaint(answer.stderr))
    try:
        return dict(_contents(asked, answer.stdout))
    except GitFailed as failed:
        raise _unreadable(repository, failed.reason) from failed


def _unreadable(repository: Repository, reason: str) -> GitTrouble:
    """What to raise where git cannot read something that belongs to a commit."""
    if not lines(repository, "config", "--get-regexp", _PROMISED):
        return GitFailed(reason)
    remote = main_remote(repository)
    message = (
        "This clone leaves out contents, as one made with --filter does, and some that are needed were not fetched. "
        "With git before 2.36, clone anew without --filter; with newer ones there is a command."
    )
    return HistoryMissing(message, f"git fetch --refetch --no-filter {remote}" if remote else "")


def _contents(asked: Mapping[str, Entry], output: bytes) -> Iterator[tuple[str, bytes]]:
    """The contents in what git writes: for each a line that ends with its size, itself, and a line end."""
    at = 0
    for path, each in asked.items():
        end = output.index(b"\n", at)
        kind, _, size = output[at:end].rpartition(b" ")
        at = end + 1
        if size == b"missing":
            if not each.link:
                raise GitFailed(f"the content of {path} is missing")
            continue
        content = output[at : at + int(size)]
        at += int(size) + 1
        if kind.endswith(b" blob"):
            yield path, content
