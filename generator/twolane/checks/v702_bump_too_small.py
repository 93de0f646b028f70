"""Finds a version that is raised by less than the changes since the last release ask for, or not upwards.

Why:
    The first number of a version tells people whether they can go on as before. A change that stops deals which are
    under way, takes away what the CRM keys on, or makes figures incomparable is a major one, however small it looks
    in the file (P3; Gooze, "Are You Creating Customers Or Just Selling?", 2017). One that approvals.yml accepts is no
    smaller: it hurts whom it hurts, and the version says so.

Mend:
    Write the version that is suggested. Or find a softer way: a criterion that holds for new deals only
    (`applies_to: new-only`), an id kept by `renamed_from`. Where a release is gone from the ledger, as it happens when
    its commit is reverted, restore it: what was taken back gets the next version, and readers are told.

Wrong when:
    The rule knows the process and not your deals. If no deal has been at that stage since the last release, nobody is
    hurt by what could hurt.

    Say so above `version` with `# twolane: ignore[V702] no deal has come to that stage yet`

Fails:
    version: 1.1.0
    stages:
      - id: prospecting
        name: Prospecting

Passes:
    version: 2.0.0
    stages:
      - id: prospecting
        name: Prospecting
"""

from __future__ import annotations

from collections.abc import Iterator

from twolane.changes.numbering import asking, order, raised, step
from twolane.checks.context import Context
from twolane.checks.past import Past
from twolane.checks.since import related_changes, softer
from twolane.findings import Finding, Rule, Severity
from twolane.model.playbook import Playbook
from twolane.model.process import Process
from twolane.wording.spoken_language import worded

RULE = Rule("V702", "bump-too-small", Severity.ERROR, ("P3",))


def check(playbook: Playbook, context: Context) -> Iterator[Finding]:
    for process in playbook.processes:
        past = context.past(process.id)
        if past is not None and past.lost is not None:
            message, advice = (f"{each[0].lower()}{each[1:]}" for each in (past.lost.message, past.lost.advice))
            yield RULE.at(process.at, "version", message, hint=advice)
        elif past is not None and process.version != past.version:
            yield from _too_small(process, past)


def _too_small(process: Process, past: Past) -> Iterator[Finding]:
    if order(process.version) < order(past.version):
        meant = raised(past.version, past.needed) if past.needed else past.version
        message = worded(
            "the version {version} is below {version_2}, that of {past}",
            version=process.version,
            version_2=past.version,
            past=past.name,
        )
        yield _finding(process, past, message, meant)
        return
    raised_by, needed = step(past.version, process.version), past.asked_of(process)
    if raised_by is not None and needed is not None and raised_by < needed:
        message = worded(
            "from {version} to {version_2} is a {word} step, and what has changed since {past} asks for a {word_2} one",
            version=past.version,
            version_2=process.version,
            word=raised_by.word,
            past=past.name,
            word_2=needed.word,
        )
        yield _finding(process, past, message, raised(past.version, needed))


def _finding(process: Process, past: Past, message: str, meant: str) -> Finding:
    asked = past.asked_of(process)
    heavy = [each for each in asking(past.changes, process) if asked is not None and each.level >= asked]
    return RULE.at(
        process.at,
        "version",
        message,
        hint=worded("write {meant}{heavy}", meant=meant, heavy=softer(heavy)),
        replacement=f"version: {meant}",
        related=related_changes(heavy),
    )
