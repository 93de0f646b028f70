"""From a playbook to the files of a release: the raised version, the frozen copy, the entry in the ledger."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from twolane.build import Checked
from twolane.changes.change import Change
from twolane.changes.levels import Level
from twolane.changes.next_version import FIRST, UNCHANGED, NotReleasable, Step, next_step, summary
from twolane.changes.numbering import newest
from twolane.checks.past import Past, PastOf
from twolane.findings import Finding, Severity
from twolane.history.frozen import freeze
from twolane.history.release_writing import with_release, with_version
from twolane.loading.file_names import RELEASES
from twolane.model.approvals import Approval
from twolane.model.playbook import Playbook
from twolane.model.process import Process
from twolane.model.releases import Release, checksum

_JUDGED_HERE = frozenset(("V701", "V702", "V703"))
"""Rules about the version, which a release settles."""


@dataclass(frozen=True, slots=True)
class ReleaseRequest:
    """What a release is to be: its level and summary, where somebody says so, and its date."""

    date: date
    level: Level | None = None
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A release that can be written: ``texts`` are the files that change, whole, by path as findings name them."""

    process: Process
    last: str
    step: Step
    entry: Release
    changes: tuple[Change, ...]
    texts: Mapping[str, str]
    settled: tuple[Approval, ...] = ()
    """Approvals of what it releases, which the copy holds from now on."""


def in_the_way(checked: Checked, process: Process) -> tuple[Finding, ...]:
    """The errors that have to be mended before a process can be released: its own, and those that all share."""
    own = process.at.file.rpartition("/")[0]
    others = {each.at.file.rpartition("/")[0] for each in checked.playbook.processes} if checked.playbook else set()
    return tuple(
        each
        for each in checked.findings
        if each.severity is Severity.ERROR
        and each.rule.code not in _JUDGED_HERE
        and (each.place.file.startswith(f"{own}/") or not _is_below(each.place.file, others))
    )


def prepare(
    playbook: Playbook, texts: Mapping[str, str], process: Process, past: PastOf, request: ReleaseRequest
) -> Prepared:
    """The release of a process; ``texts`` are the playbook's files, with line feeds as line ends.

    Raises ``NotReleasable``, ``CannotEdit`` or ``CannotFreeze``.
    """
    releases = playbook.releases.get(process.id, ())
    last = newest(releases)
    before = past(process.id)
    changes = before.changes if before else ()
    if last is None:
        if request.level is not None:
            raise NotReleasable(f"The first release freezes version {process.version} as it stands; leave --level out.")
        step = Step(process.version)
    else:
        current = _current(process, releases, changes)
        step = next_step(current, last.version, before.changes if before else None, request.level)
    if step.version in {release.version for release in releases}:
        raise NotReleasable(f"Version {step.version} was released already; the ledger names it.")
    folder = process.at.file.rpartition("/")[0]
    text = texts[process.at.file]
    edited = text if step.version == process.version else with_version(text, process, step.version)
    accepted = {(change.fingerprint, change.approved_by) for change in changes if change.approved}
    approvals = [each for each in playbook.approvals if (each.fingerprint, each.by) in accepted]
    copy = freeze(edited, process.model_copy(update={"version": step.version}), playbook, approvals)
    entry = Release(
        version=step.version,
        date=request.date,
        summary=request.summary or summary(changes) or _no_change(last, before),
        level=step.level.word if step.level else None,
        sha256=checksum(copy.encode()),
    )
    ledger = with_release(texts.get(f"{folder}/releases.yml", ""), entry)
    files = {f"{folder}/{RELEASES}/{step.version}.yml": copy, f"{folder}/releases.yml": ledger, process.at.file: edited}
    new = {path: each for path, each in files.items() if texts.get(path) != each}
    return Prepared(process, last.version if last else "", step, entry, changes, new, tuple(approvals))


def _current(process: Process, releases: tuple[Release, ...], changes: tuple[Change, ...]) -> str:
    """The version to go on from: a definition that was taken back still has the number of an earlier release."""
    last = newest(releases)
    taken_back = last and changes and process.version in {each.version for each in releases}
    return last.version if last and taken_back else process.version


def _no_change(last: Release | None, before: Past | None) -> str:
    """What to say of a release without changes; nothing where nobody knows what has changed."""
    return FIRST if last is None else UNCHANGED if before else ""


def _is_below(file: str, folders: set[str]) -> bool:
    return any(file.startswith(f"{folder}/") for folder in folders)
