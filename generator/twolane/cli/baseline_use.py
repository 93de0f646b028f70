"""What `twolane check` does with a baseline: leaves out what it names, and writes or prunes it first if asked to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from twolane.checks.v707_unused_ignore import RULE, unused_in_baseline
from twolane.cli.outcome import CommandFailed
from twolane.cli.unwritten import refusals
from twolane.cli.written_output import note, refuse_to_overwrite_sources
from twolane.configuration.settings import Settings
from twolane.findings import Finding
from twolane.loading.baseline_file import read_baseline, written
from twolane.loading.enclosure import Enclosure
from twolane.loading.ignores import NEVER_IGNORED
from twolane.model.baseline import Baseline, KnownFinding
from twolane.reports import text
from twolane.reports.fingerprint import fingerprints
from twolane.writing.single import write_file


@dataclass(frozen=True, slots=True)
class BaselineRequest:
    """What is asked for: the file, whether to take up all findings, and whether to take out entries of none."""

    file: Path
    write: bool = False
    prune: bool = False


@dataclass(frozen=True, slots=True)
class PartedFindings:
    """Findings without those of the baseline, how many those were, and the entries that match none.

    ``text`` is that of the baseline, for excerpts.
    """

    kept: tuple[Finding, ...]
    known: int = 0
    unused: tuple[Finding, ...] = ()
    text: str = ""


def asked_for(file: Path | None, write: bool, prune: bool, narrowed: bool) -> BaselineRequest | None:
    """What the options ask for; raises ``CommandFailed`` where they do not go together."""
    if file is None:
        if write or prune:
            raise CommandFailed(f"--{'write' if write else 'prune'}-baseline needs --baseline FILE, the file to write.")
        return None
    if write and prune:
        raise CommandFailed("--write-baseline leaves out what is mended anyway; leave --prune-baseline out.")
    if (write or prune) and narrowed:
        raise CommandFailed("A baseline is written for all rules; leave --only and --skip out.")
    return BaselineRequest(file, write, prune)


def refuse_sources(asked: BaselineRequest | None, settings: Settings) -> None:
    """Raises ``CommandFailed`` where a baseline would be written over something that is none, among the sources."""
    if asked is not None and (asked.write or asked.prune) and not _is_baseline(asked.file):
        refuse_to_overwrite_sources(asked.file, settings)


def _is_baseline(file: Path) -> bool:
    if not file.is_file():
        return False
    baseline, _, findings = read_baseline(str(file), file.read_bytes())
    return baseline is not None and not findings


def parted(findings: tuple[Finding, ...], asked: BaselineRequest | None, day: date) -> PartedFindings:
    """The findings of a playbook, parted by a baseline, which is written first where that is asked for.

    What keeps a file from being read, and what is left over of ignores, is in no baseline.
    """
    if asked is None:
        return PartedFindings(findings)
    prints = fingerprints(findings)
    able = {prints[each]: each for each in findings if each.rule.code not in (*NEVER_IGNORED, RULE.code)}
    whole = not any(each.rule.code in NEVER_IGNORED for each in findings)
    baseline, said = _read(asked)
    if asked.write or asked.prune:
        entries = _all(baseline, able, whole) if asked.write else _matching(baseline, able, whole)
        said = _write(asked, baseline, entries, day)
        baseline, said = _understood(asked.file, said.encode())
    known = {entry.fingerprint for entry in baseline.findings} & able.keys()
    kept = tuple(each for each in findings if prints[each] not in known)
    # What could not be read may hold what an entry is about.
    left = (entry for entry in baseline.findings if whole and entry.fingerprint not in able)
    unused = tuple(unused_in_baseline(entry.at.element(), entry.rule) for entry in left)
    return PartedFindings(kept, len(findings) - len(kept), unused, said)


def refuse_outside(file: Path, settings: Settings) -> None:
    """Raises ``CommandFailed`` where a baseline of the playbook is a link that leads out of it."""
    if Enclosure.of(settings.root).is_left_by(file):
        raise CommandFailed(f"{file} is a link that leads out of the playbook, so it is neither read nor written.")


def _read(asked: BaselineRequest) -> tuple[Baseline, str]:
    if asked.file.is_file():
        return _understood(asked.file, asked.file.read_bytes())
    if not asked.write:
        raise CommandFailed(f"There is no file {asked.file}; with --write-baseline it is made.")
    return Baseline(reason=""), ""


def _understood(file: Path, data: bytes) -> tuple[Baseline, str]:
    baseline, said, findings = read_baseline(str(file), data)
    if baseline is None or findings:
        raise CommandFailed(f"{text.render(findings, {str(file): said})}\nThe baseline is wrong; nothing was checked.")
    return baseline, said


def _all(before: Baseline, able: Mapping[str, Finding], whole: bool) -> list[KnownFinding]:
    """An entry for each finding; those that are there already stay as they are, with their reasons.

    Where a part of the playbook could not be read, those that match nothing stay too.
    """
    there = {entry.fingerprint: entry for entry in before.findings}
    unseen = [] if whole else [entry for fingerprint, entry in there.items() if fingerprint not in able]
    return unseen + [there.get(fingerprint) or _entry(fingerprint, each) for fingerprint, each in able.items()]


def _matching(before: Baseline, able: Mapping[str, Finding], whole: bool) -> list[KnownFinding]:
    if not whole:
        raise CommandFailed("A part of the playbook cannot be read rightly; mend that before the baseline is pruned.")
    return [entry for entry in before.findings if entry.fingerprint in able]


def _entry(fingerprint: str, finding: Finding) -> KnownFinding:
    rule = f"{finding.rule.code} {finding.rule.slug}"
    return KnownFinding(fingerprint=fingerprint, rule=rule, file=finding.place.file, finding=finding.message)


def _write(asked: BaselineRequest, before: Baseline, entries: list[KnownFinding], day: date) -> str:
    reason = before.reason or f"They were there when the checks were taken up on {day}."
    said = written(reason, entries)
    with refusals():
        write_file(asked.file, said.encode())
    gone = len({each.fingerprint for each in before.findings} - {each.fingerprint for each in entries})
    out = f", {gone} taken out" if gone else ""
    note(f"{asked.file} leaves out {len(entries)} finding{'' if len(entries) == 1 else 's'} now{out}.")
    return said
