"""Decides whether a file or a folder may be written: nothing that is made takes the place of what it is made from.

Paths are compared by where they really lead: through links, and in whatever case.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from twolane.configuration.config_files import is_root
from twolane.loading.folder import ENDINGS
from twolane.writing.homes import HOUSES, homes
from twolane.writing.manifest import unrecorded
from twolane.writing.sources import Sources, sources_around
from twolane.writing.workshop import FOLDER

IS, HOLDS, LIES_IN = "is", "holds", "lies in"
_GIT = ".git"
_HOME = "a home folder"
_OF_GIT = "the folder that git keeps a repository in"
_WORDS = (*ENDINGS, ".md")
"""How files end that are sources where a playbook keeps them in its own folder."""


class Refused(Exception):
    """A target must not be written; the message says why, and what to do instead."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """Something that nothing takes the place of; ``whole`` says that nothing is put into it either."""

    path: Path
    name: str
    whole: bool = False

    def reason(self, place: Path, *relations: str) -> str:
        """Why ``place`` must not be written, if it is in one of these relations to this; else empty."""
        found = self._relation(place)
        where = "" if found == IS or not found else f" ({self.path})"
        return f"{found} {self.name}{where}" if found in relations else ""

    def _relation(self, place: Path) -> str:
        if _same(place, self.path):
            return IS
        if any(_same(place, folder) for folder in self.path.parents):
            return HOLDS
        return LIES_IN if self.whole and any(_same(folder, self.path) for folder in place.parents) else ""


def refuse_folder(target: Path, own: Sources | None = None) -> None:
    """Raises Refused where a folder must not be written that takes the place of everything in ``target``.

    ``own`` are the sources of the playbook at hand; those of any other that ``target`` lies in or holds count too.
    """
    place = Path(os.path.realpath(target))
    every = sources_around(place, own)
    reasons = (each.reason(place, IS, HOLDS, LIES_IN) for each in (*_of_people(place), *_of_playbooks(every)))
    refused = _by_link(target, own) or next(filter(None, reasons), "") or _in_git(place)
    if reason := refused or _lost_with(place, every):
        raise Refused(
            f"{target} {reason}. What is built takes the place of everything in its folder, so nothing was written. "
            "Name a folder of its own for it."
        )


def refuse_file(target: Path, own: Sources | None = None) -> None:
    """Raises Refused where a file must not be written: among sources, over a configuration, or into a `.git`."""
    if target.exists() and not target.is_file():
        return  # a pipe or a device, which nothing is lost from, or a folder, which no file takes the place of
    place = Path(os.path.realpath(target))
    every = sources_around(place, own)
    among = (each.reason(place, IS, LIES_IN) for each in _of_playbooks(every) if each.whole)
    refused = _by_link(target, own) or next(filter(None, among), "") or _in_git(place)
    if reason := refused or _is_source(place, every):
        raise Refused(f"{target} {reason}. Nothing was written; name another file.")


def refuse_start(folder: Path, names: Iterable[str]) -> None:
    """Raises Refused where a new playbook, of files with these names, must not be begun in ``folder``."""
    place = Path(os.path.realpath(folder))
    around = (each for each in _of_playbooks(sources_around(place, None)) if each.whole)
    reasons = (
        *(each.reason(place, IS) for each in _of_people(place)),
        *(each.reason(place, IS, LIES_IN) for each in around),
        _in_git(place),
        *(_leads_out(place, name) for name in names),
    )
    if reason := next(filter(None, reasons), ""):
        raise Refused(f"{folder} {reason}. Nothing was written; name a folder of its own for the playbook.")


def leads_out(path: Path, root: Path) -> bool:
    """Whether a file that is to be written below ``root`` would lie elsewhere, or in git's own folder."""
    return not _inside(path, root) or bool(_in_git(Path(os.path.realpath(path))))


def _by_link(target: Path, own: Sources | None) -> str:
    """Why a target in a playbook must not be written, if a link there leads out of it: nobody has named that place."""
    named = _named(target)
    roots = {folder for folder in named.parents if is_root(folder)} | ({own.root} if own else set())
    return next(
        (
            f"is reached by a link that leads out of the playbook, to {os.path.realpath(target)}"
            for root in sorted(roots)
            if named.is_relative_to(_named(root)) and not _inside(target, root)
        ),
        "",
    )


def _named(path: Path) -> Path:
    """The whole path as it was named: no link in it is followed."""
    return Path(os.path.normpath(Path.cwd() / path))


def _inside(path: Path, root: Path) -> bool:
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root))


def _leads_out(place: Path, name: str) -> str:
    end = os.path.realpath(place / name)
    return "" if Path(end).is_relative_to(place) else f"has a link that leads out of it, to {end}"


def _of_people(place: Path) -> Iterator[_Kept]:
    yield _Kept(Path(place.anchor), "the root of the file system")
    yield from (_Kept(Path(os.path.realpath(each)), _HOME) for each in homes())
    yield from (_Kept(each, "the folder of home folders") for each in HOUSES)
    if place.parent in HOUSES:
        yield _Kept(place, _HOME)


def _of_playbooks(every: Iterable[Sources]) -> Iterator[_Kept]:
    """What belongs to playbooks; a folder that is the playbook's own holds more than sources, the site among it."""
    for sources in every:
        root = Path(os.path.realpath(sources.root))
        yield _Kept(root, "the folder of a playbook")
        yield from (_Kept(path, name, whole=True) for path, name in sources.named() if not _same(path, root))
        yield from (_Kept(path, "the configuration of a playbook") for path in sources.configuration())


def _in_git(place: Path) -> str:
    for folder in (place, *place.parents):
        if _is_of_git(folder):
            return _Kept(folder, _OF_GIT, whole=True).reason(place, IS, LIES_IN)
        if folder.name == FOLDER:
            return f"{LIES_IN} the folder in which Twolane makes files ready ({folder})"
    return ""


def _is_of_git(folder: Path) -> bool:
    """Whether a folder is a `.git`, or has what is in one, as bare repositories do under any name."""
    parts = ("HEAD", "objects", "refs")
    return folder.name.casefold() == _GIT or all((folder / name).exists() for name in parts)


def _lost_with(place: Path, every: list[Sources]) -> str:
    """Why what is in a folder must not go, as far as nothing says that it was built; else empty."""
    files: list[str] = []
    with suppress(OSError):  # what cannot be looked at cannot be replaced either, which is told then
        files = unrecorded(place) if place.is_dir() else []
    if any(_keeps_words(place, each) for each in every) and any(name.endswith(_WORDS) for name in files):
        return f"{HOLDS} sources of a playbook"
    for folder in {folder for name in files for folder in (place / name).parents if folder.is_relative_to(place)}:
        if _is_of_git(folder) or (folder / _GIT).is_file():
            return f"{HOLDS} {_OF_GIT} ({folder})"
        if is_root(folder):
            return f"{HOLDS} a playbook ({folder})"
    return ""


def _is_source(place: Path, every: list[Sources]) -> str:
    configured = (path for each in every for path in each.configuration())
    if any(_same(place, path) for path in configured):
        return f"{IS} the configuration of a playbook"
    kept = place.exists() and place.name.endswith(_WORDS) and any(_keeps_words(place, each) for each in every)
    return f"{IS} a source of a playbook" if kept else ""


def _keeps_words(place: Path, sources: Sources) -> bool:
    """Whether a playbook that ``place`` lies in keeps its sources in its own folder, and not in folders below it."""
    folders = (sources.definitions, sources.pages, sources.templates)
    return place.is_relative_to(os.path.realpath(sources.root)) and any(
        _same(Path(os.path.realpath(each)), Path(os.path.realpath(sources.root))) for each in folders
    )


def _same(one: Path, other: Path) -> bool:
    """Whether both are the same file or folder; by their names where one is not there."""
    try:
        return one.samefile(other)
    except OSError:
        return one == other
