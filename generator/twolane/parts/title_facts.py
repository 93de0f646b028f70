"""What every page says about itself: its process and version, owner, next review and where to edit it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from twolane.links.addresses import Address, of_versions
from twolane.links.element_links import Ref
from twolane.links.finished_page import HOME
from twolane.links.link_styles import edit_link
from twolane.links.process_names import is_retired
from twolane.model.process import Process
from twolane.parts.page_inputs import PageInputs
from twolane.source import Place
from twolane.wording.choice_names import choice
from twolane.wording.dates import day
from twolane.wording.spoken_language import texts

_NAMED = 5
"""How many processes a page names before it counts the rest."""
_LOOKS = {"active": "good", "draft": "watch", "retired": "quiet"}


@dataclass(frozen=True, slots=True)
class ProcessState:
    """A process as a page names it: its version and, beside it, how things stand with it."""

    ref: Ref
    version: str
    status: str
    look: str
    is_retired: bool
    owner: Ref | None
    effective: str
    review: str
    overdue: bool
    versions: Ref | None


@dataclass(frozen=True, slots=True)
class Facts:
    """``one`` is the process that a page belongs to, ``several`` are those that it holds for, ``source`` its line."""

    one: ProcessState | None
    several: tuple[ProcessState, ...]
    further: int
    owners: tuple[Ref, ...]
    review: str
    overdue: bool
    source: str
    edit: str
    instead: Ref | None = None
    """Where the processes in use are listed, on the pages of a retired one."""


def state_of(given: PageInputs, process: Process) -> ProcessState:
    """How things stand with a process on the day that pages are made for."""
    return ProcessState(
        replace(given.refs.process(process), text=process.name),
        process.version,
        choice(process.status),
        _LOOKS[process.status],
        is_retired(process),
        given.refs.role(process.owner),
        day(process.effective),
        day(process.review_by),
        _is_overdue(given, process),
        None if given.playbook.audience else Ref(process.version, of_versions(process)),
    )


def facts_of(
    given: PageInputs, process: Process | None, several: tuple[Process, ...], source: Place | None, edit_root: str
) -> Facts:
    """The facts of a page of one process, or else of the ``several`` that it is about; ``source`` is its definition."""
    about = (process,) if process else several
    source = None if given.playbook.audience else source
    first = min((each.review_by for each in about if each.review_by), default=None)
    return Facts(
        one=state_of(given, process) if process else None,
        several=tuple(_among_others(given, each) for each in about[:_NAMED]),
        further=max(0, len(about) - _NAMED),
        owners=given.refs.roles(dict.fromkeys(each.owner for each in about)),
        review=day(first),
        overdue=any(_is_overdue(given, each) for each in about),
        source=_words(source),
        edit=edit_link(edit_root, source.file, source.line) if source else "",
        instead=_instead(given) if is_retired(process) else None,
    )


def _instead(given: PageInputs) -> Ref | None:
    in_use = any(not is_retired(process) for process in given.playbook.processes)
    return Ref(texts().retired_instead, Address(HOME, "processes")) if in_use else None


def _among_others(given: PageInputs, process: Process) -> ProcessState:
    """The state of a process where no chip beside its name says that it is retired."""
    return replace(state_of(given, process), ref=given.refs.process(process))


def reviewed(given: PageInputs, processes: Iterable[Process]) -> tuple[ProcessState, ...]:
    """The states of several processes."""
    return tuple(state_of(given, process) for process in processes)


def _is_overdue(given: PageInputs, process: Process) -> bool:
    by = process.review_by
    return by is not None and by < given.as_of and process.status != "retired"


def _words(source: Place | None) -> str:
    return f"{source.file}:{source.line}" if source else ""
