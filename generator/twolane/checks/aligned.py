"""The alignment of each process that still counts, computed once for all rules that look at it."""

from __future__ import annotations

from twolane.alignment.analysis import align
from twolane.alignment.results import Alignment
from twolane.checks.current import current
from twolane.checks.once import once
from twolane.model.playbook import Playbook


@once
def alignments(playbook: Playbook) -> tuple[Alignment, ...]:
    """The alignments of the processes of ``playbook`` that are not retired."""
    return tuple(align(process) for process in current(playbook))
