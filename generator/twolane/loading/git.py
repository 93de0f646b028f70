"""The only door to git: revisions, and the files that they hold, read without a checkout."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from twolane.loading.git_troubles import (
    GitFailed,
    GitMissing,
    GitTrouble,
    HistoryMissing,
    NotARepository,
    NotTrusted,
    UnknownRevision,
    Unrelated,
)
from twolane.loading.near import nearest

# What git tells its hooks about the repository at hand; it would be taken for ours, with paths seen from elsewhere.
_OF_A_HOOK = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR")
_ALWAYS = {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0"}
_FILE, _PROGRAM, _LINK = "100644", "100755", "120000"
_LIKE_A_TAG = re.compile(r"v?\d+(\.\d+)*(-[\w.]+)?")
_LIKE_A_HASH = re.compile(r"[0-9a-f]{7,64}")
_TWINS = {"main": "master", "master": "main"}
"""What the first branch is called, by newer and by older habit."""
_FIRST_NAME = re.compile(r"[^~^@:{]+")


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository as seen from ``folder``, which is the root of the working copy or below it."""

    folder: Path
    environment: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of a commit: what names its content, and whether that is only the way to another file."""

    object: str
    link: bool = False


def repository_at(folder: Path, environment: Mapping[str, str] = os.environ) -> Repository:
    """The repository that ``folder`` is in.

    Raises ``GitMissing``, ``NotARepository``, and ``NotTrusted`` where git refuses to read what somebody else owns.
    """
    plain = {key: value for key, value in environment.items() if key not in _OF_A_HOOK} | _ALWAYS
    found = Repository(folder, MappingProxyType(plain))
    answer = _run(found, "rev-parse", "--is-inside-work-tree")
    if answer.returncode and environment.get("GIT_DIR"):
        # A repository that is kept apart from its files is known by these variables alone.
        apart = {key: str(Path(environment[key]).absolute()) for key in _OF_A_HOOK[:2] if environment.get(key)}
        found = Repository(folder, MappingProxyType(plain | apart))
        answer = _run(found, "rev-parse", "--is-inside-work-tree")
    if answer.returncode:
        raise _no_repository(folder, _words(answer.stderr))
    return found


def _no_repository(folder: Path, reason: str) -> GitTrouble:
    foreign = re.search(r"dubious ownership in repository at '(.*)'", reason)
    return NotTrusted(foreign[1]) if foreign else NotARepository(folder, reason)


def commit_of(repository: Repository, revision: str) -> str:
    """The hash of the commit that ``revision`` names, as git reads names.

    Raises ``UnknownRevision`` with the nearest name, or ``HistoryMissing`` where a part of the history that may
    hold it was not fetched.
    """
    found = _resolved(repository, revision)
    if not found:
        raise _unknown(repository, revision)
    return found


def full_name(repository: Repository, revision: str) -> str:
    """Another way to name ``revision``, which only git understands: ``refs/heads/main``."""
    found = _lines(repository, "rev-parse", "--symbolic-full-name", "--end-of-options", revision)
    return next((each for each in found if each.startswith("refs/")), f"{revision}^0")


def merge_base(repository: Repository, revision: str, other: str = "HEAD") -> str:
    """The hash of the commit where both revisions parted; raises as ``commit_of``, and ``Unrelated``."""
    commits = commit_of(repository, revision), commit_of(repository, other)
    answer = _run(repository, "merge-base", *commits)
    if answer.returncode == 0:
        return answer.stdout.decode().strip()
    if not is_shallow(repository):
        raise Unrelated(revision, other)
    message = f"This clone's history is cut off before “{revision}” and “{other}” parted."
    raise HistoryMissing(message, _fetch(repository))


def is_shallow(repository: Repository) -> bool:
    """Whether the clone holds only the newest part of the history, as those of build servers mostly do."""
    return _run(repository, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"


def is_empty(repository: Repository) -> bool:
    """Whether nothing has been committed yet."""
    return not _lines(repository, "rev-list", "--all", "--max-count=1")


def entries(repository: Repository, commit: str, folders: Iterable[str]) -> dict[str, Entry]:
    """The files of a commit below ``folders``; folders and files by path below the repository's ``folder``."""
    answer = _run(repository, "ls-tree", "-r", "-z", commit, "--", *(f"{folder}/" for folder in folders))
    if answer.returncode:
        raise GitFailed(_words(answer.stderr))
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
    answer = _run(
        repository,
        "cat-file",
        "--batch",
        "--follow-symlinks",
        given=os.fsencode("".join(f"{line}\n" for line in lines)),
    )
    if answer.returncode:
        raise GitFailed(_words(answer.stderr))
    return dict(_contents(asked, answer.stdout))


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


def _resolved(repository: Repository, revision: str) -> str:
    # No name of a branch, a tag or a commit begins with a dash, and none holds a NUL.
    if not revision or revision.startswith("-") or "\0" in revision:
        return ""
    answer = _run(repository, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    return answer.stdout.decode().strip() if answer.returncode == 0 else ""


def _unknown(repository: Repository, revision: str) -> UnknownRevision | HistoryMissing:
    """What to raise for a revision that nothing here is called."""
    name = _first_name(revision)
    remote, _, branch = name.partition("/")
    far = remote if branch and remote in _lines(repository, "remote") else ""
    near = "" if _resolved(repository, name) else _near(repository, name, far)
    of_a_remote = near.partition("/")[2] == name
    if name.startswith("-") or of_a_remote or not is_shallow(repository):
        return UnknownRevision(revision, near, f"git fetch {far} {_branch(far, branch)}" if far else "")
    message = f"This clone holds only the newest part of the history, and “{revision}” is not in it."
    return HistoryMissing(message, _fetch(repository, name, far), near)


def _first_name(revision: str) -> str:
    """The branch, tag or commit from which a revision such as ``main~2`` starts; empty where it names none."""
    match = _FIRST_NAME.match(revision)
    return match[0] if match else ""


def _near(repository: Repository, name: str, remote: str) -> str:
    """The branch or tag that is called most like ``name``; one of ``remote``, where it is given."""
    known = _lines(repository, "for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/tags", "refs/remotes")
    head, slash, branch = name.rpartition("/")
    if (twin := f"{head}{slash}{_TWINS.get(branch, '')}") in known:
        return twin
    if remote:
        # What they have in common, the name of the remote, makes no two branches alike.
        of_it = {each.removeprefix(f"{remote}/"): each for each in known if each.startswith(f"{remote}/")}
        return of_it.get(nearest(name.removeprefix(f"{remote}/"), of_it), "")
    elsewhere = {each.partition("/")[2]: each for each in known if "/" in each}
    return elsewhere.get(name) or nearest(name, known)


def _fetch(repository: Repository, name: str = "", remote: str = "") -> str:
    """The command that fetches the whole history, and what is called ``name`` with it; empty without a source."""
    remotes = _lines(repository, "remote")
    if not remotes:
        return ""
    source = remote or ("origin" if "origin" in remotes else remotes[0])
    command = f"git fetch --unshallow {source}"
    if remote:
        return f"{command} {_branch(remote, name.removeprefix(f'{remote}/'))}"
    if not name or _resolved(repository, name) or _LIKE_A_HASH.fullmatch(name):
        return command
    return f"{command} tag {name}" if _LIKE_A_TAG.fullmatch(name) else f"{command} {name}:{name}"


def _branch(remote: str, branch: str) -> str:
    return f"+refs/heads/{branch}:refs/remotes/{remote}/{branch}"


def _lines(repository: Repository, *arguments: str) -> list[str]:
    return os.fsdecode(_run(repository, *arguments).stdout).splitlines()


def _run(repository: Repository, *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(
            ["git", *arguments],
            cwd=repository.folder,
            env=dict(repository.environment),
            input=given,
            capture_output=True,
            check=False,
        )
    except FileNotFoundError as error:
        if not repository.folder.is_dir():
            raise
        raise GitMissing from error


def _words(output: bytes) -> str:
    """What git complains about, on one line."""
    lines = output.decode("utf-8", "replace").split("\n")
    return next((line.removeprefix("fatal: ").strip() for line in lines if line.strip()), "")
