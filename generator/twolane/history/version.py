"""A version of a playbook: what people call it, and the files that it holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from twolane.configuration.change_levels import Levels
from twolane.history.frozen import thaw
from twolane.loading.playbook_files import Loaded, load


@dataclass(frozen=True, slots=True)
class Written:
    """The pages written by hand: their contents by path below ``folder``, and why others could not be read."""

    folder: str
    files: Mapping[str, bytes]
    unread: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def name(self, path: str) -> str:
        """What findings call the page at ``path``."""
        return f"{self.folder}/{path}" if self.folder else path


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a playbook: ``label`` is what people call it.

    ``files`` are the definition files by path below their folder, ``folder`` is what findings put in front of that
    path, ``pages`` are the hand-written files and ``unread`` says why files could not be read. ``part`` is the path
    of the one process that the version holds, empty where it is a whole playbook. Where it is ``alone``, that file
    is a frozen copy, or was taken from its playbook. ``warning`` is what else a reader has to know of it. Where
    nothing was found although there may have been a playbook, ``unknown`` says why. ``levels`` are those that the
    playbook's own settings gave to kinds of change, ``None`` where no settings belong to the version. ``written`` are
    the pages written by hand, ``None`` where the version says nothing of them: it is one process, or a release.
    ``restored_from`` names the version in a command that takes files back from it, where what is checked out came
    after it.
    """

    label: str
    files: Mapping[str, bytes]
    folder: str = "process"
    pages: frozenset[str] = frozenset()
    unread: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    part: str = ""
    alone: bool = False
    warning: str = ""
    unknown: str = ""
    levels: Levels | None = None
    written: Written | None = None
    restored_from: str = ""

    def load(self, paths: Iterable[str] | None = None) -> Loaded:
        """The playbook in all of its files, or in those at ``paths``."""
        if self.alone:
            return thaw(self.name(self.part), self.files[self.part])
        kept = self.files if paths is None else {path: self.files[path] for path in paths if path in self.files}
        return load(kept, self.folder, self.pages, self.unread.keys())

    def name(self, path: str) -> str:
        """What findings call the file at ``path``."""
        return f"{self.folder}/{path}" if self.folder else path
