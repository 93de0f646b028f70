"""The folders of a commit as trees of their own, whatever the disk looks like today."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace

from twolane.history.git_calls import Repository, complaint, run
from twolane.history.git_troubles import GitFailed

_FILES = ("100644", "100755")
_MODULE = "160000"


@dataclass(frozen=True, slots=True)
class Listing:
    """Everything in a tree: its files with what names their contents, and the folders that are submodules."""

    files: Mapping[str, str]
    modules: frozenset[str]


def at_top(repository: Repository) -> tuple[Repository, str]:
    """The repository as seen from its top, and the path that leads from there to where it was seen from."""
    up, prefix = (_line(repository, option) for option in ("--show-cdup", "--show-prefix"))
    return replace(repository, folder=repository.folder.resolve() / up), prefix.rstrip("/")


def tree_of(repository: Repository, commit: str, folder: str) -> str:
    """What names the tree of a folder in a commit, seen from the repository's top; empty where it is no folder."""
    if folder in ("", "."):
        return commit
    answer = run(repository, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{commit}:{folder}")
    found = answer.stdout.decode().strip() if answer.returncode == 0 else ""
    return found if found and run(repository, "cat-file", "-t", found).stdout.strip() == b"tree" else ""


def listing(repository: Repository, tree: str) -> Listing:
    """Everything in a tree; raises ``GitFailed``."""
    answer = run(repository, "ls-tree", "-r", "-z", "--full-tree", tree)
    if answer.returncode:
        raise GitFailed(complaint(answer.stderr))
    files, modules = {}, set()
    for line in os.fsdecode(answer.stdout).split("\0"):
        head, _, path = line.partition("\t")
        mode, _, name = head.split(" ") if head else ("", "", "")
        if mode in _FILES:
            files[path] = name
        elif mode == _MODULE:
            modules.add(path)
    return Listing(files, frozenset(modules))


def _line(repository: Repository, option: str) -> str:
    return os.fsdecode(run(repository, "rev-parse", option).stdout).removesuffix("\n")
