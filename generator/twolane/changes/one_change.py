"""Context: what the modules that make several differences one change are given."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from twolane.changes.bench import Bench
from twolane.changes.change import Change
from twolane.changes.compared_elements import Node
from twolane.changes.find import Found
from twolane.changes.kind import Kind, Nature
from twolane.changes.told import Told, fingerprint_of
from twolane.model.buying import BuyerStep, Need
from twolane.model.selling import Step
from twolane.wording.spoken_language import translated


@dataclass(frozen=True)
class Context:
    """What was found between two versions of a process, and what is needed to judge it."""

    found: Found
    bench: Bench

    def timed(self) -> Iterator[tuple[Node, Node]]:
        """The buyer's steps, needs and steps of ours that both versions have and that have a time in both."""
        for old, new in self.found.matching.pairs():
            if isinstance(new.element, BuyerStep | Need | Step) and begin(old) is not None and begin(new) is not None:
                yield old, new


def times(item: Node) -> tuple[float | None, float | None]:
    """When an item begins and ends."""
    return getattr(item.element, "from_", None), getattr(item.element, "until", None)


def begin(item: Node) -> float | None:
    """When an item begins; when it ends where that is all that is said."""
    start, end = times(item)
    return start if start is not None else end


def is_time(told: Told) -> bool:
    """Whether a change is one of the time of a thing that both versions have."""
    difference = told.difference
    both = difference.old is not None and difference.new is not None
    return both and difference.nature is Nature.CHANGED and told.change.field == "time"


def said_as(change: Change, kind: Kind, **words: str) -> Change:
    """A change as one of another kind, in the sentence of that."""
    filled = {"name": change.name, "where": change.where, "old": change.old, "new": change.new, "items": "", **words}
    sentence = translated(kind.sentence).format(**filled)
    return replace(change, kind=kind, sentence=sentence, fingerprint=fingerprint_of(kind.code, change.fingerprint))
