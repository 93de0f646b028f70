"""Finds a version that claims more change since the last release than there is.

Why:
    Whoever sees a major version takes time to read again and to look through their deals. If that was for a comma,
    they will not do it the next time (P3; Gooze, "Are You Creating Customers Or Just Selling?", 2017). It is advice,
    since there may be reasons that no definition holds: a version for the start of the year.

Mend:
    Write the version that is suggested, or leave it if you have a reason. The way from 0.x to 1.0.0 is never too large.

Wrong when:
    People may need a big number for a reason outside of the definition: a new year, a new team, a training that begins
    from zero.

    Say so above `version` with `# twolane: ignore[V703] everybody is trained anew in January`

Fails:
    version: 2.0.0
    summary: How a plant comes to trust a schedule that it has made itself.

Passes:
    version: 1.0.1
    summary: How a plant comes to trust a schedule that it has made itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from twolane.changes.levels import Level
from twolane.changes.numbering import order, raised, step
from twolane.checks.context import Context
from twolane.checks.past import Past
from twolane.findings import Finding, Rule, Severity
from twolane.model.playbook import Playbook
from twolane.model.process import Process
from twolane.wording.spoken_language import worded

RULE = Rule("V703", "bump-too-large", Severity.ADVICE, ("P3",))


def check(playbook: Playbook, context: Context) -> Iterator[Finding]:
    for process in playbook.processes:
        past = context.past(process.id)
        # Judged by a branch, what a release raises may have changed before that.
        if past is not None and (past.released or not playbook.releases.get(process.id)):
            yield from _too_large(process, past)


def _too_large(process: Process, past: Past) -> Iterator[Finding]:
    raised_by, needed = step(past.version, process.version), past.needed
    if raised_by is None or raised_by <= (needed or 0) or _becomes_final(past, raised_by):
        return
    because = worded("nothing has changed since {past}", past=past.name)
    if needed:
        because = worded("what has changed since {past} asks for a {word} one", past=past.name, word=needed.word)
    meant = raised(past.version, needed) if needed else past.version
    yield RULE.at(
        process.at,
        "version",
        worded(
            "from {version} to {version_2} is a {word} step, and {because}",
            version=past.version,
            version_2=process.version,
            word=raised_by.word,
            because=because,
        ),
        hint=worded("write {meant}, unless there is a reason that the definition does not show", meant=meant),
        replacement=f"version: {meant}",
    )


def _becomes_final(past: Past, raised_by: Level) -> bool:
    """Whether the process leaves its first drafts behind, which anybody may do at any time."""
    before = order(past.version)
    return bool(before.prerelease) or (before.major == 0 and raised_by is Level.MAJOR)
