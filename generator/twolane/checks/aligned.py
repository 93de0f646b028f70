"""The alignment of each process that still counts, computed once for all rules that look at it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from twolane.alignment.analysis import align
from twolane.alignment.results import Alignment
from twolane.checks.current import current
from twolane.model.playbook import Playbook


class _Same:
    """A playbook that equals itself alone, so that no cache compares or hashes all that is in it."""

    def __init__(self, playbook: Playbook) -> None:
        self.playbook = playbook

    def __hash__(self) -> int:
        return id(self.playbook)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.playbook is self.playbook


def alignments(playbook: Playbook) -> Iterator[Alignment]:
    """The alignments of the processes of ``playbook`` that are not retired."""
    yield from _alignments(_Same(playbook))


# The rules look at one playbook after the other; more than the last one is not worth its memory.
@lru_cache(maxsize=1)
def _alignments(same: _Same) -> tuple[Alignment, ...]:
    return tuple(align(process) for process in current(same.playbook))
