"""Finds the frozen copy that a release such as ``new-business@1.2.0`` names."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import semver

from twolane.configuration.config_files import find_root
from twolane.loading.enclosure import Enclosure
from twolane.loading.file_names import released
from twolane.loading.validation import keyed, validate
from twolane.model.releases import Ledger, Release, checksum
from twolane.model.value_types import VERSION
from twolane.wording.did_you_mean import nearest
from twolane.wording.lists import listed
from twolane.yaml_text.document import Document
from twolane.yaml_text.strict_yaml import read_document

LATEST = "latest"
_SPEC = re.compile(r"([^@\s/\\]+)@v?([^@{\s/\\]+)")


class NoSuchRelease(Exception):
    """No release of that name was frozen; the message says which there are."""


@dataclass(frozen=True, slots=True)
class ReleaseSpec:
    """A release as somebody names it: the id of a process, and a version or ``latest``."""

    process: str
    version: str

    def __str__(self) -> str:
        return f"{self.process}@{self.version}"


def parse(spec: str) -> ReleaseSpec | None:
    """The release that ``spec`` may name; ``None`` where it is of another form."""
    match = _SPEC.fullmatch(spec)
    return ReleaseSpec(match[1], match[2]) if match else None


def has_process(spec: ReleaseSpec, definitions: Path) -> bool:
    """Whether the definitions have the process whose release is named."""
    return (definitions / spec.process / "process.yml").exists() or (definitions / spec.process / "releases").is_dir()


def frozen_copy(spec: ReleaseSpec, definitions: Path) -> str:
    """The path of the frozen copy below the folder of the definitions; raises ``NoSuchRelease``."""
    version = _latest(spec, definitions) if spec.version == LATEST else spec.version
    path = f"{spec.process}/releases/{version}.yml"
    if (definitions / path).is_file():
        return path
    there = [version for _, version, _ in _frozen(spec.process, definitions)]
    if not there:
        raise NoSuchRelease(f"The process “{spec.process}” has no releases yet; `twolane release` makes the first one.")
    if version in _ledger(spec, definitions):
        where = shlex.quote(f"{definitions.name}/{path}")
        raise NoSuchRelease(
            f"{spec.process}/releases.yml names version {version}, but its frozen copy {path} is gone. "
            f"Take it back with git: `git log -- {where}` shows the commits that had it."
        )
    near = nearest(version, there)
    meant = f" Did you mean {spec.process}@{near}?" if near else ""
    versions = f"{'versions' if there[1:] else 'version'} {listed(_sorted(there))}"
    raise NoSuchRelease(f"{spec} was not released, but {versions}.{meant}")


def is_as_released(spec: ReleaseSpec, data: bytes, definitions: Path) -> bool:
    """Whether the ledger has no other checksum for the frozen copy."""
    released = _ledger(spec, definitions).get(spec.version)
    return released is None or released.sha256 in ("", checksum(data))


def all_releases(definitions: Path) -> Iterator[str]:
    """Every release that was frozen, as one names it."""
    for folder in sorted(definitions.glob("*/releases")):
        yield from (f"{process}@{version}" for process, version, _ in _frozen(folder.parent.name, definitions))


def example(definitions: Path) -> str:
    """How to name a release of this playbook, as a part of a sentence; empty where it has no process."""
    processes = sorted(path.parent.name for path in definitions.glob("*/process.yml"))
    named = [(each, [version for _, version, _ in _frozen(each, definitions)]) for each in processes]
    known = next((f"{each}@{_sorted(versions)[-1]}" for each, versions in named if versions), "")
    return f" such as {known or f'{processes[0]}@1.0.0'}" if processes else ""


def _frozen(process: str, definitions: Path) -> Iterator[tuple[str, str, str]]:
    found = (definitions / process / "releases").glob("*.yml")
    return released(path.relative_to(definitions).as_posix() for path in found)


def _latest(spec: ReleaseSpec, definitions: Path) -> str:
    versions = [*_ledger(spec, definitions)]
    if not versions:
        raise NoSuchRelease(f"The process “{spec.process}” has no releases yet; `twolane release` makes the first one.")
    return _sorted(versions)[-1]


def _sorted(versions: Iterable[str]) -> list[str]:
    return sorted(versions, key=semver.Version.parse)


def _ledger(spec: ReleaseSpec, definitions: Path) -> Mapping[str, Release]:
    """The releases that the ledger of the process names, by version; none where it cannot be read."""
    path = definitions / spec.process / "releases.yml"
    if not path.is_file() or not Enclosure.of(find_root(definitions) or definitions).holds(path):
        return {}
    return releases_in(path.read_bytes()) or {}


def releases_in(ledger: bytes) -> Mapping[str, Release] | None:
    """The releases that a ledger names, by version; ``None`` where it cannot be read."""
    read = read_document("releases.yml", ledger)
    found, _ = validate(Document(read.file, read.text, keyed(read, "releases")), Ledger)
    return {each.version: each for each in found.releases if VERSION.fullmatch(each.version)} if found else None
