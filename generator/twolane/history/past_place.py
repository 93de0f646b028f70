"""Finds where a playbook was in a commit: where it is today, where its settings of then say, or whence it moved."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field

from twolane.configuration.config_files import MKDOCS_FILES, PYPROJECT, read_contents
from twolane.configuration.settings import Settings, settings_of
from twolane.history import git
from twolane.history.commit_links import files_in
from twolane.history.git_trees import Listing, at_top, listing, tree_of
from twolane.history.moved_playbooks import Search, likely
from twolane.loading.file_names import SHARED
from twolane.wording.lists import listed

_PROCESS = "process.yml"
_CONFIGURATION = (*MKDOCS_FILES, PYPROJECT)


@dataclass(frozen=True, slots=True)
class PastPlace:
    """Where a playbook was: ``tree`` names its own folder to git, and ``root`` is the path of that from the top.

    ``settings`` are those of then, whose folders are seen from ``root``. Where nothing was found, ``tree`` is empty,
    and ``unknown`` says why that does not mean that there was none; it is empty where there was none. ``moved`` says
    where it was, if that is not where it is today.
    """

    repository: git.Repository
    tree: str
    root: str
    settings: Settings
    moved: str = ""
    unknown: str = ""

    @property
    def definitions(self) -> str:
        """The folder of the definitions, seen from the repository's top."""
        return _joined(self.root, self.settings.definitions)


@dataclass(frozen=True, slots=True)
class _Commit:
    """A commit in which a playbook is looked for: its ``settings`` are those of today, and ``root`` is its folder.

    ``name`` is what people call the commit, and ``spec`` what they write for it.
    """

    repository: git.Repository
    commit: str
    name: str
    spec: str
    root: str
    settings: Settings
    everything: list[Listing] = field(default_factory=list)

    @property
    def today(self) -> str:
        """The folder of the definitions as it is today."""
        return _joined(self.root, self.settings.definitions)

    def listing(self) -> Listing:
        """Everything in the commit, listed once."""
        if not self.everything:
            self.everything.append(listing(self.repository, self.commit))
        return self.everything[0]


def place_at(repository: git.Repository, commit: str, settings: Settings, names: tuple[str, str]) -> PastPlace:
    """Where the playbook of ``settings`` was in a commit; raises ``GitTrouble``.

    ``names`` are what people call the commit, and what they write for it.
    """
    top, root = at_top(repository)
    at = _Commit(top, commit, *names, root, settings)
    tree = tree_of(top, commit, root)
    then = _settings_at(at, root, tree)
    for each in (then, settings) if tree else ():
        if _holds(at, tree, each.definitions):
            return PastPlace(top, tree, root, each, _moved(at, _joined(root, each.definitions)))
    return _module(at) or _searched(at) or PastPlace(top, tree, root, then if tree else settings)


def place_in(repository: git.Repository, commit: str, settings: Settings, folder: str) -> PastPlace | None:
    """The playbook in a folder of a commit, or whose definitions that folder holds; ``None`` where it holds none."""
    top, root = at_top(repository)
    at = _Commit(top, commit, "", "", root, settings)
    tree = tree_of(top, commit, folder)
    if not tree:
        return None
    then = _settings_at(at, folder, tree)
    if _holds(at, tree, then.definitions):
        return PastPlace(top, tree, folder, then)
    return _of_definitions(at, folder) if folder and _holds(at, tree, ".") else None


def playbooks_in(repository: git.Repository, commit: str) -> tuple[str, ...]:
    """The folders of a commit that hold definitions, by path from the top."""
    top, _ = at_top(repository)
    return tuple(sorted(Search.of(listing(top, commit)).folders))


def _settings_at(at: _Commit, root: str, tree: str) -> Settings:
    """The settings of a playbook as its files said then; mistakes in them are those of then."""
    if not tree:
        return at.settings
    wanted = {name: git.Entry("", link=True) for name in _CONFIGURATION}
    contents = git.read(at.repository, tree, wanted)
    then, _, _ = settings_of(read_contents(contents), at.repository.folder / root, {})
    return then


def _holds(at: _Commit, tree: str, definitions: str) -> bool:
    """Whether there are definitions in a folder of a tree; what is a link there may lead to some."""
    found = files_in(at.repository, tree, (definitions,))
    prefix = "" if definitions == "." else f"{definitions}/"
    below = (path.removeprefix(prefix) for path in found.files)
    return bool(found.refused) or any(path in SHARED or path.partition("/")[2] == _PROCESS for path in below)


def _module(at: _Commit) -> PastPlace | None:
    """What is to be said where the playbook of today lay in a submodule, or was one."""
    modules = at.listing().modules
    module = next((each for each in (at.today, *_above(at.today)) if each in modules), "")
    return _unknown(at, f"In {at.name}, {module} was a submodule: {_ELSEWHERE}") if module else None


_ELSEWHERE = (
    "a repository of its own, whose files are not kept in this one. So nothing is known of what the playbook was "
    "there. Compare in that repository, or with a copy of its folder."
)


def _searched(at: _Commit) -> PastPlace | None:
    """The playbook where it has moved from, or why nobody can tell; ``None`` where it was nowhere."""
    search = Search.of(at.listing()).gone(at.repository.folder, at.today)
    found = likely(search, at.repository, at.settings.definitions_folder, at.settings.root)
    if len(found) == 1:
        place = _of_definitions(at, found[0])
        moved = _moved(at, found[0])
        return PastPlace(place.repository, place.tree, place.root, place.settings, moved)
    if search.folders:
        there = listed(sorted(search.folders)[:5])
        ways = listed((f"{at.spec}:{each}" for each in sorted(found or search.folders)[:5]), "or")
        return _unknown(
            at,
            f"In {at.name} there was no playbook in {at.today}, but one in {there} that is gone now, and the files do "
            f"not tell whether it became this one. If it did, compare with {ways}.",
        )
    lost = sorted(each for each in at.listing().modules if not (at.repository.folder / each).exists())
    if lost:
        return _unknown(at, f"In {at.name}, {lost[0]} was a submodule, and is gone now: {_ELSEWHERE}")
    return None


def _of_definitions(at: _Commit, definitions: str) -> PastPlace:
    """The playbook whose definitions lay in a folder: it is the nearest one whose files say so, else the one around."""
    for root in _above(definitions):
        tree = tree_of(at.repository, at.commit, root)
        then = _settings_at(at, root, tree)
        if _joined(root, then.definitions) == definitions:
            return PastPlace(at.repository, tree, root, then)
    root, _, name = definitions.rpartition("/")
    tree = tree_of(at.repository, at.commit, root)
    return PastPlace(at.repository, tree, root, Settings(at.repository.folder / root, name))


def _moved(at: _Commit, definitions: str) -> str:
    if definitions == at.today:
        return ""
    return f"In {at.name} the playbook was in {definitions}, and now it is in {at.today}; those two were compared."


def _unknown(at: _Commit, why: str) -> PastPlace:
    return PastPlace(at.repository, "", at.root, at.settings, unknown=why)


def _above(path: str) -> Iterator[str]:
    """The folders around a path, the nearest first; the last one is the top, which is empty."""
    while path:
        path = posixpath.dirname(path)
        yield path


def _joined(root: str, folder: str) -> str:
    path = posixpath.normpath(posixpath.join(root, folder))
    return "" if path == "." else path
