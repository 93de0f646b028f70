"""Tells which processes of a playbook were in another one in a commit, and are gone from there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from pathlib import Path

from twolane.history import git
from twolane.history.git_trees import Listing
from twolane.history.moved_playbooks import ALIKE, share
from twolane.loading.enclosure import Enclosure
from twolane.loading.folder import read_definitions

_PROCESS = "/process.yml"


@dataclass(frozen=True, slots=True)
class MovedProcess:
    """A process that was elsewhere: its path below the definitions, where it was from the top, and its text then."""

    path: str
    was: str
    data: bytes

    @property
    def id(self) -> str:
        """What the process was called."""
        return self.path.partition("/")[0]


def new_processes(definitions: Path, root: Path, held: Set[str]) -> dict[str, bytes]:
    """The processes of today, by path below the definitions, that are not among those ``held`` then."""
    if not any(
        f"{each.name}{_PROCESS}" not in held for each in definitions.glob("*/") if (each / _PROCESS[1:]).is_file()
    ):
        return {}
    files, _ = read_definitions(definitions, Enclosure.of(root))
    return {path: data for path, data in files.items() if _is_process(path) and path not in held}


def moved_in(
    new: Mapping[str, bytes], found: Listing, repository: git.Repository, definitions: str, held: Set[str]
) -> Iterator[MovedProcess]:
    """Those of the new processes that were elsewhere: one of the same id, else one of mostly the same lines.

    ``definitions`` is the folder in which the playbook was, what it ``held`` is no process from elsewhere.
    """
    own = f"{definitions}/" if definitions else ""
    gone = {
        path: git.Entry(name)
        for path, name in found.files.items()
        if path.endswith(_PROCESS) and not _is_process(path.removeprefix(own)) and _is_gone(repository.folder, path)
    }
    texts = git.read(repository, "HEAD", gone) if gone else {}
    for path, data in new.items():
        same = {each: text for each, text in texts.items() if each.endswith(f"/{path}") or each == path}
        alike = {each: share((text,), (data,)) for each, text in (same or texts).items()}
        best = max(alike, key=lambda each: alike[each], default="")
        inside = "/".join(best.split("/")[-2:])
        if best and (same or alike[best] >= ALIKE) and inside not in held:
            yield MovedProcess(inside, best, texts.pop(best))


def _is_process(path: str) -> bool:
    return path.endswith(_PROCESS) and path.count("/") == 1


def _is_gone(top: Path, path: str) -> bool:
    hidden = any(part.startswith(".") for part in path.split("/"))
    return not hidden and not (top / path).is_file()
