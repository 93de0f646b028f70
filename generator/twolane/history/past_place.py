"""Finds where a playbook was in a commit: where it is today, where its settings of then say, or whence it moved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from twolane.configuration.settings import Settings
from twolane.history import git
from twolane.history.git_trees import at_top, listing
from twolane.history.moved_playbooks import Search, likely
from twolane.history.moved_processes import MovedProcess, moved_in, new_processes
from twolane.history.past_commit import PastCommit, above, is_process, joined
from twolane.wording.lists import listed
from twolane.wording.version_names import inside_first

_FEW = 5


@dataclass(frozen=True, slots=True)
class PastPlace:
    """Where a playbook was: ``tree`` names its own folder to git, and ``root`` is the path of that from the top.

    ``settings`` are those of then, whose folders are seen from ``root``. Where nothing was found, ``tree`` is empty,
    and ``unknown`` says why that does not mean that there was none; it is empty where there was none. ``moved`` says
    what was elsewhere than it is today, and ``processes`` are those that were not in the playbook.
    """

    repository: git.Repository
    tree: str
    root: str
    settings: Settings
    moved: str = ""
    unknown: str = ""
    processes: tuple[MovedProcess, ...] = ()

    @property
    def definitions(self) -> str:
        """The folder of the definitions, seen from the repository's top."""
        return joined(self.root, self.settings.definitions)


def place_at(repository: git.Repository, commit: str, settings: Settings, names: tuple[str, str]) -> PastPlace:
    """Where the playbook of ``settings`` was in a commit; raises ``GitTrouble``.

    ``names`` are what people call the commit, and what they write for it.
    """
    at = PastCommit.of(repository, commit, settings, names)
    here = tuple(_here(at))
    for place, held in here:
        if any(map(is_process, held)):
            return _with_processes(at, place, held)
    found = _submodule(at) or _searched(at)
    if found is not None and found.tree:
        return _with_processes(at, found, at.held(found.tree, found.settings.definitions))
    # A folder without processes is the playbook only where no other one has become it.
    for place, held in here:
        return _with_processes(at, place, held)
    return found or _with_processes(at, PastPlace(at.repository, "", at.root, settings), frozenset())


def place_in(repository: git.Repository, commit: str, settings: Settings, folder: str) -> PastPlace | None:
    """The playbook in a folder of a commit, or whose definitions that folder holds; ``None`` where it holds none."""
    at = PastCommit.of(repository, commit, settings, ("", ""))
    tree = at.tree(folder)
    if not tree:
        return None
    then = at.settings_at(folder, tree)
    if at.held(tree, then.definitions):
        return PastPlace(at.repository, tree, folder, then)
    return _of_definitions(at, folder) if folder and at.held(tree, ".") else None


def playbooks_in(repository: git.Repository, commit: str) -> tuple[str, ...]:
    """The folders of a commit that hold definitions, by path from the top."""
    return tuple(sorted(Search.of(listing(at_top(repository)[0], commit)).folders))


def _here(at: PastCommit) -> Iterator[tuple[PastPlace, frozenset[str]]]:
    """The playbook in the folder where it is today, if there was one, by the settings of then and by those of today."""
    tree = at.tree(at.root)
    if not tree:
        return
    then = _with_pages(at, at.settings_at(at.root, tree))
    # What the settings of today add is where to look, and not what they say of changes.
    today = replace(at.settings, changes=then.changes)
    for each in (then, today) if then.definitions != today.definitions else (then,):
        held = at.held(tree, each.definitions)
        if held:
            moved = _moved(at, joined(at.root, each.definitions))
            yield PastPlace(at.repository, tree, at.root, each, moved), held


def _with_pages(at: PastCommit, then: Settings) -> Settings:
    """The settings of then, with today's folder of pages where theirs was not there: a command may have named it."""
    there = then.pages == at.settings.pages or at.tree(joined(at.root, then.pages))
    return then if there else replace(then, pages=at.settings.pages)


def _with_processes(at: PastCommit, place: PastPlace, held: frozenset[str]) -> PastPlace:
    """The place, with those processes of today that were elsewhere and are gone from there."""
    new = new_processes(at.settings.definitions_folder, at.settings.root, held)
    if not new:
        return place
    found = tuple(moved_in(new, at.listing(), at.repository, place.definitions if place.tree else "", held))
    told = (
        f"{inside_first(at.name)} the process “{each.id}” was {each.was}, which is gone; it was compared from there."
        for each in found
    )
    return replace(place, moved=" ".join(filter(None, (place.moved, *told))), processes=found)


def _submodule(at: PastCommit) -> PastPlace | None:
    """What is to be said where the playbook of today lay in a submodule, or was one."""
    modules = at.listing().modules
    module = next((each for each in (at.today, *above(at.today)) if each in modules), "")
    return _unknown(at, f"{inside_first(at.name)}, {module} was a submodule: {_ELSEWHERE}") if module else None


_ELSEWHERE = (
    "a repository of its own, whose files are not kept in this one. So nothing is known of what the playbook was "
    "there. Compare in that repository, or with a copy of its folder."
)


def _searched(at: PastCommit) -> PastPlace | None:
    """The playbook where it has moved from, or why nobody can tell; ``None`` where it was nowhere."""
    search = Search.of(at.listing()).gone(at.repository.folder, at.today)
    found = likely(search, at.repository, at.settings.definitions_folder, at.settings.root)
    if len(found) == 1:
        return replace(_of_definitions(at, found[0]), moved=_moved(at, found[0]))
    if search.folders:
        there = listed(sorted(search.folders)[:_FEW])
        ways = listed((f"{at.spec}:{each}" for each in sorted(found or search.folders)[:_FEW]), "or")
        return _unknown(
            at,
            f"{inside_first(at.name)} there was no playbook in {at.today}, but one in {there} that is gone now, and "
            f"the files do not tell whether it became this one. If it did, compare with {ways}.",
        )
    lost = sorted(each for each in at.listing().modules if not (at.repository.folder / each).exists())
    if lost:
        return _unknown(at, f"{inside_first(at.name)}, {lost[0]} was a submodule, and is gone now: {_ELSEWHERE}")
    return None


def _of_definitions(at: PastCommit, definitions: str) -> PastPlace:
    """The playbook whose definitions lay in a folder: it is the nearest one whose files say so, else the one around."""
    for root in above(definitions):
        tree = at.tree(root)
        then = at.settings_at(root, tree)
        if joined(root, then.definitions) == definitions:
            return PastPlace(at.repository, tree, root, then)
    root, _, name = definitions.rpartition("/")
    return PastPlace(at.repository, at.tree(root), root, Settings(at.repository.folder / root, name))


def _moved(at: PastCommit, definitions: str) -> str:
    if definitions == at.today:
        return ""
    then = f"{inside_first(at.name)} the playbook was in {definitions}"
    return f"{then}, and now it is in {at.today}; those two were compared."


def _unknown(at: PastCommit, why: str) -> PastPlace:
    return PastPlace(at.repository, "", at.root, at.settings, unknown=why)
