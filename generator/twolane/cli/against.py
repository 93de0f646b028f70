"""What the processes of a playbook were in another version of it, for `twolane check --against`."""

from __future__ import annotations

from dataclasses import dataclass

from twolane.checks.past import PastOf, since
from twolane.cli.outcome import CommandFailed
from twolane.cli.written_output import note
from twolane.configuration.settings import Settings
from twolane.history.versions import WORKING_COPY


@dataclass(frozen=True, slots=True)
class Judged:
    """What processes were in another version; ``whole`` says whether all of both versions could be read."""

    past: PastOf
    whole: bool = True


def past_at(spec: str, settings: Settings) -> Judged:
    """Each process as it was in the version that ``spec`` names; raises ``CommandFailed`` where there is none."""
    # Loaded only here: the reports of changes come along, and few checks ask for them.
    from twolane.cli.diff_command import NOT_KNOWN, compared

    comparison = compared(settings, spec, way="")
    if comparison.new_label != WORKING_COPY:
        raise CommandFailed(
            f"--against takes one version, such as main; “{spec}” names two. The files here are judged."
        )
    past = since(comparison)
    found = {lost.sentence for id, lost in comparison.lost.items() if past(id)}
    for each in comparison.notes:
        if each not in found:
            note(each)
    if comparison.incomplete:
        note(NOT_KNOWN.format(option="--against"))
    return Judged(past, not comparison.incomplete)
