"""A commit in which a playbook is looked for: what it holds, and what the settings in it say."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field

from twolane.configuration.config_files import MKDOCS_FILES, PYPROJECT, read_contents
from twolane.configuration.settings import Settings, settings_of
from twolane.history import git
from twolane.history.commit_links import files_in
from twolane.history.git_trees import Listing, at_top, listing, tree_of
from twolane.loading.file_names import SHARED

_PROCESS = "/process.yml"
_CONFIGURATION = (*MKDOCS_FILES, PYPROJECT)


@dataclass(frozen=True, slots=True)
class PastCommit:
    """A commit as seen from the repository's top: ``settings`` are those of today, and ``root`` is their folder.

    ``name`` is what people call the commit, and ``spec`` what they write for it.
    """

    repository: git.Repository
    commit: str
    name: str
    spec: str
    root: str
    settings: Settings
    _everything: list[Listing] = field(default_factory=list)

    @classmethod
    def of(cls, repository: git.Repository, commit: str, settings: Settings, names: tuple[str, str]) -> PastCommit:
        """The commit with what people call it and what they write for it."""
        top, root = at_top(repository)
        return cls(top, commit, *names, root, settings)

    @property
    def today(self) -> str:
        """The folder of the definitions as it is today."""
        return joined(self.root, self.settings.definitions)

    def listing(self) -> Listing:
        """Everything in the commit, listed once."""
        if not self._everything:
            self._everything.append(listing(self.repository, self.commit))
        return self._everything[0]

    def tree(self, folder: str) -> str:
        """What names a folder's tree to git; empty where it is no folder."""
        return tree_of(self.repository, self.commit, folder)

    def settings_at(self, root: str, tree: str) -> Settings:
        """The settings of a playbook as its files said then; mistakes in them are those of then."""
        if not tree:
            return self.settings
        contents = git.read(self.repository, tree, {name: git.Entry("", link=True) for name in _CONFIGURATION})
        then, _, _ = settings_of(read_contents(contents), self.repository.folder / root, {})
        return then

    def held(self, tree: str, definitions: str) -> frozenset[str]:
        """The definitions in a folder of a tree, by path below it; what is a link there may lead to some."""
        found = files_in(self.repository, tree, (definitions,))
        prefix = "" if definitions == "." else f"{definitions}/"
        below = (path.removeprefix(prefix) for path in (*found.files, *found.refused))
        refused = {path.removeprefix(prefix) for path in found.refused}
        return frozenset(path for path in below if path in SHARED or path in refused or is_process(path))


def is_process(path: str) -> bool:
    """Whether a path below the definitions is that of a process."""
    return path.endswith(_PROCESS) and path.count("/") == 1


def above(path: str) -> Iterator[str]:
    """The folders around a path, the nearest first; the last one is the top, which is empty."""
    while path:
        path = posixpath.dirname(path)
        yield path


def joined(root: str, folder: str) -> str:
    """The path of a folder in a folder, empty for the top."""
    path = posixpath.normpath(posixpath.join(root, folder))
    return "" if path == "." else path
