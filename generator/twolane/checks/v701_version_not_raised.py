"""Finds a process that has changed since its last release and still has the same version.

Why:
    People ask each other which version they work by. If one number stands for two processes, nobody can tell any more
    what somebody was trained on, or which rules a deal was led by (P3; Gooze, "Are You Creating Customers Or Just
    Selling?", 2017). With `twolane check --against main` the rule compares with that branch instead.

Mend:
    When the changes are complete, `twolane release` works out the level, raises the version and freezes the copy.

Wrong when:
    You are in the middle of it. A rework that takes three weeks gets one number at its end, and nobody works by it
    before.

    Say so above `version` with `# twolane: ignore[V701] half of the rework; released as a whole on 1 March`

Fails:
    summary: How a plant comes to trust a schedule that it has made itself.

Passes:
    version: 1.0.1
    summary: How a plant comes to trust a schedule that it has made itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from twolane.changes.numbering import raised
from twolane.checks.context import Context
from twolane.checks.since import related_changes, softer
from twolane.findings import Finding, Rule, Severity
from twolane.model.playbook import Playbook
from twolane.wording.spoken_language import worded

RULE = Rule("V701", "version-not-raised", Severity.WARNING, ("P3",))


def check(playbook: Playbook, context: Context) -> Iterator[Finding]:
    for process in playbook.processes:
        past = context.past(process.id)
        asked = past.asked_of(process) if past else None
        if past is None or past.first or asked is None or process.version != past.version:
            continue
        meant = raised(past.version, asked)
        yield RULE.at(
            process.at,
            "version",
            worded(
                "“{process}” has changed since {past} and still has the version {version}",
                process=process.name,
                past=past.name,
                version=past.version,
            ),
            hint=worded(
                "the changes ask for {meant} ({word}); `twolane release {id}` writes it",
                meant=meant,
                word=asked.word,
                id=process.id,
            )
            + softer(past.changes),
            replacement=f"version: {meant}",
            related=related_changes(past.changes),
        )
