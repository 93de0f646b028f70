"""Keeps reading inside the playbook: lists its files, and says which links lead out of it, nowhere or in a circle."""

from __future__ import annotations

import errno
import os
import stat
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from twolane.findings import Finding
from twolane.source import Place
from twolane.yaml_text.reading_rules import UNREADABLE

LEADS_OUT = "it is a link that leads out of the playbook, so it is neither read nor published"
LEADS_NOWHERE = "it is a link that leads nowhere"
IN_A_CIRCLE = "it is a link that leads back to where it stands"
TOO_MANY_LINKS = "too many links lead to this folder"
NO_FILE = "it is no file but a pipe or a device"
ENDLESS = frozenset((IN_A_CIRCLE, TOO_MANY_LINKS))
"""What whoever follows links without counting would follow without end, or nearly so."""

MOST_LINKS = 100
"""The most links through which the same folder is listed: links in folders that are linked multiply."""
MOST_LEVELS = 50
"""How many levels of folders are listed, links to folders among them."""
_LINKS = frozenset((LEADS_OUT, LEADS_NOWHERE, *ENDLESS))
"""What may be said of a link to a folder, which might have led to wanted files."""
_COPY = "put a copy of what it leads to in its place, or take the link out"
_HINTS = {
    LEADS_OUT: _COPY,
    LEADS_NOWHERE: "mend the link, put a file in its place, or take it out",
    IN_A_CIRCLE: "take the link out",
    TOO_MANY_LINKS: "take some of the links out",
    NO_FILE: "put a file in its place, or take it out",
}


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file below a folder, by its path there; where it must not or cannot be read, ``refusal`` says why."""

    path: str
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class Enclosure:
    """The real folders that reading stays in, whichever way it comes there."""

    folders: tuple[Path, ...]

    @classmethod
    def of(cls, root: Path, *configured: Path) -> Enclosure:
        """The playbook at ``root``, and those configured folders that lie beside it by their very name.

        Where the root itself is reached through a link, what it leads to is the playbook.
        """
        apart = (root / each for each in configured if not _is_named_in(root, root / each))
        return cls(tuple(Path(os.path.realpath(each)) for each in (root, *apart)))

    def holds(self, path: Path) -> bool:
        """Whether what is at ``path`` lies inside, once all links on the way are followed."""
        real = Path(os.path.realpath(path))
        return any(real.is_relative_to(folder) for folder in self.folders)

    def is_left_by(self, path: Path) -> bool:
        """Whether the name of ``path`` leads inside, and what is there lies outside."""
        names = (Path.cwd() / path, path.parent.resolve() / path.name)
        return any(_is_named_in(folder, name) for folder in self.folders for name in names) and not self.holds(path)

    def refusal(self, path: Path, same: Path | None = None) -> str:
        """Why what is at ``path`` is not read; empty where nothing speaks against it.

        ``same`` is a way to it that leads through fewer links, where there is one.
        """
        if not self.holds(same or path):
            return LEADS_OUT
        try:
            mode = path.stat().st_mode
        except OSError as error:
            return _words(error, path)
        return "" if stat.S_ISREG(mode) or stat.S_ISDIR(mode) else NO_FILE


def unreadable(file: str, reason: str) -> Finding:
    """The finding for a file that must not or cannot be read."""
    hint = _HINTS.get(reason, "see that it is a file, and that you may read it")
    message = reason.replace("it is", "this is", 1) if reason in _HINTS else f"this file cannot be read: {reason}"
    return UNREADABLE.on(Place(file), message, hint=hint)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which files of a folder are wanted: how many levels deep, with which endings, and whether hidden ones too."""

    levels: int = MOST_LEVELS
    endings: tuple[str, ...] = ()
    hidden: bool = False


_ALL = Wanted()


def files_below(folder: Path, enclosure: Enclosure, wanted: Wanted = _ALL) -> Iterator[FoundFile]:
    """The files below a folder, links among them; none where there is no folder.

    Links to folders inside the enclosure are followed. A folder that is called like a wanted file is taken for one,
    so that somebody hears of it. Raises ``OSError`` where a folder cannot be listed.
    """
    refusal = enclosure.refusal(folder) if os.path.lexists(folder) else ""
    if refusal:
        yield FoundFile("", refusal)
    elif folder.is_dir():
        yield from _Listing(enclosure, wanted).below(folder, "", (Path(os.path.realpath(folder)),))


@dataclass(frozen=True, slots=True)
class _Listing:
    enclosure: Enclosure
    wanted: Wanted
    links: Counter[Path] = field(default_factory=Counter)
    """How many links have led to each folder so far."""

    def below(self, folder: Path, prefix: str, way: tuple[Path, ...]) -> Iterator[FoundFile]:
        """The files of a folder that is reached by ``way``, the real folders above it and itself."""
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
        for entry in found:
            if self.wanted.hidden or not entry.name.startswith("."):
                yield from self._each(entry, prefix + entry.name, way)

    def _each(self, entry: os.DirEntry[str], path: str, way: tuple[Path, ...]) -> Iterator[FoundFile]:
        called = not self.wanted.endings or entry.name.endswith(self.wanted.endings)
        if entry.is_file(follow_symlinks=False):
            yield from (FoundFile(path),) if called else ()
            return
        refusal = self._refusal(entry, way)
        deeper = len(way) < self.wanted.levels
        is_folder = not refusal and entry.is_dir() and not (self.wanted.endings and called)
        if is_folder and deeper:
            real = Path(os.path.realpath(way[-1] / entry.name))
            yield from self.below(Path(entry.path), f"{path}/", (*way, real))
        elif not is_folder and (called or (deeper and refusal in _LINKS)):
            yield FoundFile(path, refusal)

    def _refusal(self, entry: os.DirEntry[str], way: tuple[Path, ...]) -> str:
        if not _is_link(entry):
            return "" if entry.is_dir() else NO_FILE
        # Each link on the way takes its time.
        near = way[-1] / entry.name
        refusal = self.enclosure.refusal(Path(entry.path), near)
        if refusal or not entry.is_dir():
            return refusal
        real = Path(os.path.realpath(near))
        if any(each.parts[: len(real.parts)] == real.parts for each in way):  # is_relative_to, many times as fast
            return IN_A_CIRCLE
        self.links[real] += 1
        return TOO_MANY_LINKS if self.links[real] > MOST_LINKS else ""


def readable(entries: Iterable[FoundFile]) -> frozenset[str]:
    """The paths of those files that may be read."""
    return frozenset(each.path for each in entries if not each.refusal)


def _is_link(entry: os.DirEntry[str]) -> bool:
    """Whether it leads elsewhere: a symbolic link, or a junction of Windows."""
    return entry.is_symlink() or bool(getattr(entry, "is_junction", bool)())


def _is_named_in(root: Path, path: Path) -> bool:
    """Whether the name of ``path`` alone leads into ``root``; what links make of it does not count."""
    return Path(os.path.normpath(path)).is_relative_to(os.path.normpath(root))


def _words(error: OSError, path: Path) -> str:
    if error.errno == errno.ELOOP:
        return IN_A_CIRCLE
    if error.errno == errno.ENOENT and path.is_symlink():
        return LEADS_NOWHERE
    return (error.strerror or str(error)).lower()
