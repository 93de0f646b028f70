"""CODEOWNERS of a new playbook: which role reviews a process, and who reviews what accepts a break."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from twolane.history import git
from twolane.history.git_troubles import GitTrouble
from twolane.loading.enclosure import Enclosure
from twolane.loading.folder import read_definitions
from twolane.loading.playbook_files import load
from twolane.model.playbook import Playbook

_DEFINITIONS = "process"
_FILES = {"GitHub": ".github/CODEOWNERS", "GitLab": ".gitlab/CODEOWNERS"}
OWNER_FILES = tuple(_FILES.values())
_LOOKED_FOR = ("CODEOWNERS", "docs/CODEOWNERS", *OWNER_FILES)
"""Where the hosts look for such a file."""
_ADDRESS = re.compile(r"(?:\w+://)?(?:[^@/\s]*@)?(?P<host>[\w.-]+)(?::\d+)?[:/]+(?P<way>[\w./-]+?)(?:\.git)?/?")
_UNKNOWN = "your-org"
_RULE = {
    "GitHub": (
        "It counts once the rule of the branch asks for it: Settings, Rules, “Require review from Code Owners”.",
        "GitHub passes over a line whose team it does not know, or that may not write, and says so only where it",
        "shows this file. Teams are there in organizations; without one, write accounts, such as @mara.",
    ),
    "GitLab": (
        "It counts once the protected branch asks for it: Settings, Repository, “Code owner approval” (Premium).",
        "GitLab passes over a line whose group or account it does not know, and nobody is asked then: make the groups,",
        "or write accounts, such as @mara.",
    ),
}


@dataclass(frozen=True, slots=True)
class _Home:
    """Where the playbook goes: the host, the account that owns the repository there, and the way from its top."""

    host: str = ""
    account: str = ""
    way: str = ""


def owner_files(directory: Path, starter: Mapping[str, str]) -> dict[str, str]:
    """The files that say who reviews what, by path below ``directory``; none where the repository has such a file.

    ``starter`` are the files of a new playbook; definitions that are there already go before them.
    """
    top, home = _home(directory)
    if any(os.path.lexists(folder / name) for folder in (top, directory) for name in _LOOKED_FOR):
        return {}
    playbook = _playbook(directory, starter)
    if playbook is None:
        return {}
    hosts = (home.host,) if home.host else tuple(_FILES)
    return {_FILES[host]: "\n".join((*_text(host, playbook, home), "")) for host in hosts}


def _playbook(directory: Path, starter: Mapping[str, str]) -> Playbook | None:
    files = {
        name.removeprefix(f"{_DEFINITIONS}/"): text.encode()
        for name, text in starter.items()
        if name.startswith(f"{_DEFINITIONS}/")
    }
    if (directory / _DEFINITIONS).is_dir():
        there, _ = read_definitions(directory / _DEFINITIONS, Enclosure.of(directory))
        files |= there
    return load(files, _DEFINITIONS).playbook


def _home(directory: Path) -> tuple[Path, _Home]:
    """The top of the repository that ``directory`` is or will be in, or itself; and where that is kept."""
    here = directory.resolve()
    nearest = next(each for each in (here, *here.parents) if each.is_dir())
    top = next((each for each in (nearest, *nearest.parents) if (each / ".git").exists()), None)
    if top is None:
        return here, _Home()
    way = "" if top == here else f"{here.relative_to(top).as_posix()}/"
    try:
        found = _ADDRESS.fullmatch(git.address(git.repository_at(nearest)))
    except GitTrouble:
        found = None
    host = next((name for name in _FILES if found and name.lower() in found["host"].lower()), "")
    account = found["way"].rpartition("/")[0].strip("/") if found and host else ""
    return top, _Home(host if account else "", account, way)


def _text(host: str, playbook: Playbook, home: _Home) -> Iterator[str]:
    yield "# Who reviews what. A pull request that changes one of these files waits for a yes of its owner."
    yield from (f"# {line}" for line in _RULE[host])
    if not home.account:
        yield f"# Write your own organization for {_UNKNOWN}, and take the # away in front of each path."
    for process in playbook.processes:
        folder = process.at.file.rpartition("/")[0]
        yield from _line(host, f"{folder}/", _known(playbook, (process.owner,)), playbook, home)
    owners = (process.owner for process in playbook.processes)
    accepting = _known(playbook, (*playbook.about.approvers, *owners))
    for name in ("approvals.yml", "playbook.yml"):
        yield from _line(host, f"{_DEFINITIONS}/{name}", accepting, playbook, home)
    yield from ("", "# This file itself", _rule(f"/{_FILES[host]}", accepting, home))


def _known(playbook: Playbook, ids: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(id for id in ids if id is not None and id in playbook.role))


def _line(host: str, path: str, roles: tuple[str, ...], playbook: Playbook, home: _Home) -> Iterator[str]:
    names = ", ".join(playbook.role[id].name for id in roles)
    yield from ("", f"# {names}" if names else "# Nobody owns it yet: name an `owner` in its process.yml.")
    yield _rule(f"/{home.way}{path}", roles, home)


def _rule(path: str, roles: tuple[str, ...], home: _Home) -> str:
    account = home.account or _UNKNOWN
    owners = " ".join(f"@{account}/{id}" for id in roles) or f"@{account}/…"
    rule = f"{path.replace(' ', chr(92) + ' ')} {owners}"
    return rule if home.account and roles else f"# {rule}"
