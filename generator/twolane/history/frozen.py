"""Frozen copies of a process: written when a version is released, read when an old version is looked at.

A copy is the text of `process.yml` as it was, comments and all, and below it `frozen_with:`, what the process
referred to of that which all processes share; so it can be read alone, however much the rest has changed since.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any

from twolane.findings import Finding, in_reading_order
from twolane.history.surroundings import KEY, LISTS, Surroundings
from twolane.loading import ignores
from twolane.loading.playbook_files import Loaded
from twolane.loading.validation import validate
from twolane.model.approvals import Approval
from twolane.model.playbook import Playbook
from twolane.model.playbook_file import PlaybookFile
from twolane.model.process import Process
from twolane.model.releases import FrozenWith
from twolane.source import Place
from twolane.yaml_text.document import Document, Value
from twolane.yaml_text.reading_rules import UNREADABLE
from twolane.yaml_text.strict_yaml import read_document
from twolane.yaml_text.yaml_writing import document, plain

_WRITTEN_ANEW = "# process.yml could take no further key as it was written, so this copy says the same in other lines."
_NO_COPY = "no process can be read here"
_NO_COPY_HINT = "take the file back from an older version of the playbook; `git log` knows them"


class CannotFreeze(Exception):
    """A copy of a process could not be read back as what it is a copy of; the message says so."""


def freeze(text: str, process: Process, playbook: Playbook, approvals: Sequence[Approval] = ()) -> str:
    """The frozen copy of a process whose file's text is ``text``, with line feeds as line ends.

    ``approvals`` are those of the changes that it releases. The copy is read back before it is given out: raises
    ``CannotFreeze`` where that gives something else.
    """
    around = Surroundings(playbook)
    for copy in (_appended(text, process, around, approvals), _anew(process, around, approvals)):
        if _says(copy, process, around.of(process, approvals)):
            return copy
    raise CannotFreeze(f"The process “{process.id}” cannot be written so that it reads back the same.")


def is_copy(data: bytes, text: str, process: Process, around: Surroundings) -> bool:
    """Whether ``data`` is the frozen copy of a process and of what it refers to, both as they are now.

    ``False`` may also mean that it says the same in other lines; then it has to be read.
    """
    copy = data.replace(b"\r\n", b"\n")
    if not text or not copy.startswith(text.rstrip().encode(errors="replace")):
        return False
    return copy == _appended(text, process, around).encode(errors="replace")


def thaw(file: str, data: bytes) -> Loaded:
    """The playbook that a frozen copy holds: one process, and what it referred to.

    Changes that were accepted when it was released stay accepted for good. A `process.yml` without ``frozen_with`` is
    read as well. ``file`` is the path that findings name. The playbook is ``None`` where no process could be read.
    Raises ``ParserMissing`` and nothing else.
    """
    read = read_document(file, data)
    findings = list(read.findings)
    process, around = _parts(read, findings)
    playbook = _playbook(process, around) if process else None
    texts = MappingProxyType({file: read.text})
    return Loaded(playbook, tuple(in_reading_order(findings)), texts, tuple(ignores.find(read)), process is None)


def _parts(read: Document, findings: list[Finding]) -> tuple[Process | None, FrozenWith]:
    if not isinstance(read.value, dict):
        findings += () if findings else (UNREADABLE.on(Place(read.file), _NO_COPY, hint=_NO_COPY_HINT),)
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
    lists = {name: getattr(around, name) for name in LISTS if name != "goals"}
    playbook = Playbook(PlaybookFile(title="Playbook"), processes=(process,), **lists)
    goals = playbook.strategy.model_copy(update={"goals": around.goals})
    accepted = tuple(each.model_copy(update={"until": date.max}) for each in around.approvals)
    return replace(playbook, strategy=goals, approvals=accepted)


def _appended(text: str, process: Process, around: Surroundings, approvals: Sequence[Approval] = ()) -> str:
    """The text with one more key, as far in as the others stand."""
    return f"{text.rstrip()}\n\n{around.text(process, approvals, ' ' * process.at.span[1])}"


def _anew(process: Process, around: Surroundings, approvals: Sequence[Approval]) -> str:
    return f"{_WRITTEN_ANEW}\n{document(plain(process))}\n{around.text(process, approvals)}"


def _says(copy: str, process: Process, around: FrozenWith) -> bool:
    """Whether a copy reads back, without a finding, as the process and what was around it."""
    read = read_document("process.yml", copy.encode(errors="surrogatepass"))
    findings = list(read.findings)
    found, found_around = _parts(read, findings)
    return not findings and found == process and found_around == around
