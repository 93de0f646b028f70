"""Versions of a playbook: what people call them, and the files that they hold."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from twolane.configuration.config_files import find_root, is_root
from twolane.configuration.settings import Settings, read_settings
from twolane.history import git, release_specs
from twolane.history.git_troubles import GitTrouble, UnknownRevision, after
from twolane.history.release_specs import ReleaseSpec
from twolane.history.revisions import NEWEST, PARTED, at_revision, commit_named
from twolane.history.version import Version, Written
from twolane.loading.enclosure import Enclosure
from twolane.loading.file_names import SHARED
from twolane.loading.folder import ENDINGS, list_pages, read_definitions, read_whole
from twolane.wording.did_you_mean import nearest
from twolane.wording.lists import listed

__all__ = (
    "NEWEST",
    "WORKING_COPY",
    "NoSuchVersion",
    "Version",
    "at_path",
    "at_revision",
    "commit_named",
    "released",
    "version_of",
    "working_copy",
)

WORKING_COPY = "your working copy"
_PATH = re.compile(r"\.{1,2}($|[/\\])|~?/|\\|[A-Za-z]:[/\\]")
_PROCESS = "process.yml"
_NO_COMMIT = " Nothing has been committed here yet; once it is, there are versions to compare with."


class NoSuchVersion(Exception):
    """Nothing is called like that, or more than one thing; the message says what to write instead."""


def version_of(spec: str, settings: Settings, way: str = "") -> Version:
    """The version that ``spec`` names: as git names revisions, ``REV...``, a release ``process@1.2.0``, or a path.

    ``REV...`` is where HEAD left REV, ``A...B`` where B left A, and ``REV:folder`` the playbook in that folder. Paths
    are seen from the working directory, and findings name files with ``way`` in front, which leads from there to the
    playbook. Raises ``NoSuchVersion``, ``NoSuchRelease``, ``GitTrouble``, and ``OSError`` where a file cannot be read.
    """
    if _PATH.match(spec):
        return at_path(Path(spec).expanduser())
    path, release = Path(spec), release_specs.parse(spec)
    is_release = release is not None and release_specs.has_process(release, settings.root / settings.definitions)
    if is_release or _holds_definitions(path):
        _refuse_second_meaning(spec, settings, "a release" if is_release else f"a {_kind(path)}")
    if release is not None and is_release:
        return released(release, settings, way)
    if _holds_definitions(path):
        return at_path(path)
    try:
        return at_revision(spec, settings, way)
    except UnknownRevision as unknown:
        raise NoSuchVersion(_unknown(unknown, settings)) from unknown


def working_copy(settings: Settings, way: str = "") -> Version:
    """The files of the playbook as they are now."""
    return _of_folder(WORKING_COPY, settings, f"{way}{settings.definitions}", f"{way}{settings.pages}")


def released(spec: ReleaseSpec, settings: Settings, way: str = "") -> Version:
    """The frozen copy of a release; raises ``NoSuchRelease``."""
    definitions = settings.root / settings.definitions
    path = release_specs.frozen_copy(spec, definitions)
    label, folder = f"{spec.process}@{Path(path).stem}", f"{way}{settings.definitions}"
    _refuse_unread(f"{folder}/{path}", Enclosure.of(settings.root).refusal(definitions / path))
    version, data = Path(path).stem, (definitions / path).read_bytes()
    warning = ""
    if not release_specs.is_as_released(ReleaseSpec(spec.process, version), data, definitions):
        warning = (
            f"{folder}/{path} was edited after its release: its checksum is not the one in releases.yml. "
            "What is said here is about the edited copy; take the file back with git."
        )
    return Version(label, MappingProxyType({path: data}), folder, part=path, alone=True, warning=warning)


def at_path(path: Path) -> Version:
    """What is in a folder or a file; raises ``NoSuchVersion``."""
    if path.is_dir():
        return _at_folder(path)
    if not path.is_file():
        raise NoSuchVersion(f"There is no folder and no file {path}.")
    folder = path.parent.resolve()
    if path.name == _PROCESS and any((folder.parent / name).is_file() for name in SHARED):
        whole = _at_folder(path.parent.parent, str(path))
        part = f"{folder.name}/{_PROCESS}"
        _refuse_unread(str(path), whole.unread.get(part, whole.unread.get(folder.name, "")))
        files = {name: data for name, data in whole.files.items() if name == part or "/" not in name}
        return replace(whole, files=MappingProxyType(files), part=part, written=None)
    files = {path.name: path.read_bytes()}
    return Version(str(path), MappingProxyType(files), _posix(path.parent), part=path.name, alone=True)


def _at_folder(folder: Path, label: str = "") -> Version:
    label = label or str(folder)
    if (folder / _PROCESS).is_file():
        _refuse_unread(str(folder / _PROCESS), Enclosure.of(find_root(folder) or folder).refusal(folder / _PROCESS))
        return replace(at_path(folder / _PROCESS), label=label)
    if is_root(folder):
        # What its configuration ignores is nothing to a comparison, so that no rule need be known.
        settings, _, _ = read_settings(folder, {})
        return _of_folder(label, settings, _posix(folder / settings.definitions), _posix(folder / settings.pages))
    if _holds_definitions(folder):
        # Nobody says where its pages are; what lies beside it need not belong to it.
        return _of_folder(label, Settings(folder.resolve().parent, folder.resolve().name), _posix(folder))
    raise NoSuchVersion(f"The folder {folder} holds no playbook: no process/playbook.yml and no process.")


def _of_folder(label: str, settings: Settings, name: str, pages_name: str | None = None) -> Version:
    enclosure = Enclosure.of(settings.root)
    files, unread = read_definitions(settings.root / settings.definitions, enclosure)
    pages = list_pages(settings.root / settings.pages, enclosure)
    written = None if pages_name is None else Written(pages_name, *read_whole(settings.root / settings.pages, pages))
    return Version(
        label,
        MappingProxyType(files),
        name,
        pages,
        MappingProxyType(unread),
        levels=settings.changes,
        written=written,
    )


def _holds_definitions(path: Path) -> bool:
    """Whether there is a version at ``path``: a file that may be one, a playbook, its definitions, or a process."""
    try:
        if not path.is_dir():
            return path.is_file() and path.suffix in ENDINGS
        inside = any((path / name).is_file() for name in (*SHARED, _PROCESS)) or any(path.glob(f"*/{_PROCESS}"))
        return inside or is_root(path)
    except (OSError, ValueError):  # a name that no file can have
        return False


def _refuse_unread(name: str, reason: str) -> None:
    if reason:
        raise NoSuchVersion(f"{name} is not read: {reason}.")


def _refuse_second_meaning(spec: str, settings: Settings, first: str) -> None:
    try:
        repository = git.repository_at(settings.root)
        git.commit_of(repository, spec.partition(PARTED)[0])
    except GitTrouble:
        return
    full = listed(git.full_names(repository, spec), "or")
    path = f"./{spec}" if first != "a release" else "the path of its frozen copy"
    raise NoSuchVersion(
        f"“{spec}” is {first}, and a branch, tag or commit in git has that name too. "
        f"Write {full} for that in git, or {path} for {first}."
    )


def _unknown(unknown: UnknownRevision, settings: Settings) -> str:
    """What to say of a name that is none in git either."""
    releases = release_specs.all_releases(settings.root / settings.definitions)
    near = nearest(unknown.revision, releases) if "@" in unknown.revision else unknown.near
    meant = f" Did you mean {near}?" if near else ""
    fetched = f" If it is a branch that was not fetched yet, run:\n  {unknown.command}" if unknown.command else ""
    such = release_specs.example(settings.root / settings.definitions)
    message = f"“{unknown.revision}” is no branch, tag or commit, no release{such}, and no path."
    first = "" if near or not git.is_empty(git.repository_at(settings.root)) else _NO_COMMIT
    there = f"{after(unknown.command)}{unknown.there}" if unknown.there else ""
    return f"{message}{meant}{first}{fetched}{there}"


def _posix(path: Path) -> str:
    name = Path(os.path.normpath(path)).as_posix()
    return "" if name == "." else name


def _kind(path: Path) -> str:
    return "folder" if path.is_dir() else "file"
