"""Frozen copies of a process: written when a version is released, read when an old version is looked at.

A copy is the text of `process.yml` as it was, comments and all, and below it `frozen_with:`, what the process
referred to of that which all processes share; so it can be read alone, however much the rest has changed since.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from twolane.findings import Finding, in_reading_order
from twolane.loading import ignores
from twolane.loading.document import Document, Value
from twolane.loading.playbook_files import Loaded
from twolane.loading.rules import UNREADABLE
from twolane.loading.strict_yaml import read_document
from twolane.loading.validation import validate
from twolane.loading.yaml_writing import document, plain
from twolane.model.element import Element
from twolane.model.history import FrozenWith
from twolane.model.playbook import Playbook
from twolane.model.process import Process
from twolane.model.roles import Role
from twolane.model.settings import PlaybookFile
from twolane.model.walk import elements, uses
from twolane.source import Place

KEY = "frozen_with"
_HEAD = "# What this version referred to when it was released. Never edited: releases.yml holds its checksum."
_WRITTEN_ANEW = "# process.yml could take no further key as it was written, so this copy says the same in other lines."
_NO_COPY = "no process can be read here"
_NO_COPY_HINT = "take the file back from an older version of the playbook; `git log` knows them"
_LISTS = ("goals", "roles", "segments", "metrics", "differentiators", "competitors")


class CannotFreeze(Exception):
    """A copy of a process could not be read back as what it is a copy of; the message says so."""


def freeze(text: str, process: Process, playbook: Playbook) -> str:
    """The frozen copy of a process whose file's text is ``text``, with line feeds as line ends.

    It is read back before it is given out. Raises ``CannotFreeze`` where that gives something else.
    """
    around = frozen_with(process, playbook)
    for copy in (_appended(text, process, around), _anew(process, around)):
        if _says(copy, process, around):
            return copy
    raise CannotFreeze(f"The process “{process.id}” cannot be written so that it reads back the same.")


def is_copy(data: bytes, text: str, process: Process, playbook: Playbook) -> bool:
    """Whether ``data`` is the frozen copy of a process and of what it refers to, both as they are now.

    ``False`` may also mean that it says the same in other lines; then it has to be read.
    """
    copy = data.replace(b"\r\n", b"\n")
    if not text or not copy.startswith(text.rstrip().encode(errors="replace")):
        return False
    return copy == _appended(text, process, frozen_with(process, playbook)).encode(errors="replace")


def frozen_with(process: Process, playbook: Playbook) -> FrozenWith:
    """What all processes share and ``process`` refers to, directly or by way of that; roles lead no further."""
    found: dict[int, Element] = {}
    waiting: list[Element] = list(elements(process))
    known = _shared(playbook)
    while waiting:
        for use in uses(waiting.pop()):
            meant = next((known[kind, use.id] for kind in use.kind.split(" or ") if (kind, use.id) in known), None)
            if meant is not None and id(meant) not in found:
                found[id(meant)] = meant
                waiting += () if isinstance(meant, Role) else elements(meant)
    lists: dict[str, Any] = {
        name: tuple(each for each in _list(playbook, name) if id(each) in found) for name in _LISTS
    }
    return FrozenWith.model_construct(**lists)


def thaw(file: str, data: bytes) -> Loaded:
    """The playbook that a frozen copy holds: one process, and what it referred to.

    A `process.yml` without ``frozen_with`` is read as well. ``file`` is the path that findings name. The playbook is
    ``None`` where no process could be read. Raises ``ParserMissing`` and nothing else.
    """
    read = read_document(file, data)
    findings = list(read.findings)
    process, around = _parts(read, findings)
    playbook = _playbook(process, around) if process else None
    texts = MappingProxyType({file: read.text})
    return Loaded(playbook, tuple(in_reading_order(findings)), texts, tuple(ignores.find(read)), process is None)


def _parts(read: Document, findings: list[Finding]) -> tuple[Process | None, FrozenWith]:
    if not isinstance(read.value, dict):
        findings += () if findings else (UNREADABLE.on(Place(read.file), read.file, _NO_COPY, hint=_NO_COPY_HINT),)
        return None, FrozenWith()
    value: dict[str, Any] = dict(read.value)
    inner: Value = value.pop(KEY, None)
    around: FrozenWith | None = None
    if inner is not None:
        around, more = validate(_part(read, inner), FrozenWith)
        findings += more
    process, more = validate(_part(read, value), Process)
    findings += more
    return process, around or FrozenWith()


def _part(read: Document, value: Value) -> Document:
    return replace(read, value=value, findings=())


def _playbook(process: Process, around: FrozenWith) -> Playbook:
    lists = {name: getattr(around, name) for name in _LISTS if name != "goals"}
    playbook = Playbook(PlaybookFile(title="Playbook"), processes=(process,), **lists)
    goals = playbook.strategy.model_copy(update={"goals": around.goals})
    return replace(playbook, strategy=goals)


def _shared(playbook: Playbook) -> Mapping[tuple[str, str], Element]:
    """What all processes share and a process can lead to, by kind and id; a segment for each of its requirements."""
    lists = (each for name in _LISTS for each in _list(playbook, name))
    own = {(each.KIND, str(getattr(each, "id", ""))): each for each in lists}
    met = {("requirement", each.id): segment for segment in playbook.segments for each in segment.requirements}
    return {**own, **met}


def _list(playbook: Playbook, name: str) -> tuple[Element, ...]:
    found: tuple[Element, ...] = playbook.strategy.goals if name == "goals" else getattr(playbook, name)
    return found


def _appended(text: str, process: Process, around: FrozenWith) -> str:
    """The text with one more key, as far in as the others stand."""
    indent = " " * process.at.span[1]
    return f"{text.rstrip()}\n\n{''.join(_lines(around, indent))}"


def _anew(process: Process, around: FrozenWith) -> str:
    return f"{_WRITTEN_ANEW}\n{document(plain(process))}\n{''.join(_lines(around, ''))}"


def _lines(around: FrozenWith, indent: str) -> Iterator[str]:
    yield f"{indent}{_HEAD}\n"
    for line in document({KEY: plain(around)}).splitlines(keepends=True):
        yield indent + line if line.strip() else line


def _says(copy: str, process: Process, around: FrozenWith) -> bool:
    """Whether a copy reads back, without a finding, as the process and what was around it."""
    read = read_document("process.yml", copy.encode(errors="surrogatepass"))
    findings = list(read.findings)
    found, found_around = _parts(read, findings)
    return not findings and found == process and found_around == around
