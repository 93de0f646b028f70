"""How heavy a change is for whoever decides about it: a break, one that was accepted, a doubt, or harmless."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import IntEnum

from twolane.changes.change import Change
from twolane.changes.kind import Nature
from twolane.changes.levels import Audience, Level
from twolane.meaning.text_meaning import Reading
from twolane.wording.spoken_language import texts


class Weight(IntEnum):
    """From the lightest to the heaviest, which is the order of reading backwards."""

    WORDING = 1
    NOTE = 2
    """It breaks nothing, and says something new all the same."""
    READ = 3
    """A text or a figure in it may mean something else; somebody reads it."""
    DOUBT = 4
    """It alters what a deal must meet, but no deal is known that it would hold."""
    ACCEPTED = 5
    BREAK = 6

    @property
    def word(self) -> str:
        """The weight in front of a sentence."""
        return texts().weight_words["breaks" if self is Weight.BREAK else self.name.lower()]


def weight(change: Change) -> Weight:
    """The weight of one change."""
    if change.level is Level.MAJOR:
        return Weight.ACCEPTED if change.approved else Weight.BREAK
    if change.usual is not None and change.usual > change.level:
        # The playbook made it lighter, not its wording.
        return Weight.NOTE
    if change.kind.level is Level.MAJOR:
        return Weight.DOUBT
    if change.kind.reading is not None:
        return Weight.READ
    return Weight.NOTE if change.level is Level.MINOR else Weight.WORDING


def is_wording(change: Change) -> bool:
    """Whether a change matters to readers alone."""
    return weight(change) is Weight.WORDING


def heaviest_first(changes: Iterable[Change]) -> list[Change]:
    """The changes by their weight; equals keep their order.

    Of breaks those that hurt deals come first, then systems, figures and links; of texts to read the figures.
    """
    return sorted(changes, key=lambda change: (-weight(change), _hurts(change), _reads(change)))


def _hurts(change: Change) -> int:
    if weight(change) not in (Weight.BREAK, Weight.ACCEPTED):
        return 0
    return min(map(_AUDIENCES.index, hurt(change)), default=len(_AUDIENCES))


def _reads(change: Change) -> int:
    return _FIRST.get(change.kind.reading, len(_FIRST))


_AUDIENCES = tuple(Audience)
_FIRST: Mapping[Reading | None, int] = {Reading.FIGURE: 0, Reading.OTHER: 1, Reading.LOOK: 2}
"""The order of texts that may mean something else."""


def is_rename(change: Change) -> bool:
    """Whether it is told as a row of old and new ids: a new id that breaks nothing."""
    return change.kind.nature is Nature.RENAMED and weight(change) in (Weight.NOTE, Weight.WORDING)


def hurt(change: Change) -> tuple[Audience, ...]:
    """Whom a change that breaks something hurts; deals only where a witness shows one."""
    heaviest = Level.MAJOR if change.usual is None else change.kind.level
    hurts = tuple(each for each in Audience if change.kind.levels.get(each) is heaviest)
    return tuple(each for each in hurts if each is not Audience.FLOW or change.witness) or hurts


def harms(changes: Iterable[Change]) -> dict[Audience, int]:
    """How many of the changes hurt each audience, in the order of the audiences."""
    counts = Counter(audience for change in changes for audience in hurt(change))
    return {audience: counts[audience] for audience in Audience if counts[audience]}


def told_of_deals(change: Change) -> str:
    """What is known about deals that are under way, in a sentence; empty where it does not touch them."""
    if change.witness:
        return change.witness.sentence
    if weight(change) is Weight.DOUBT:
        return "No deal is known that this would hold; look whether there could be one."
    concerned = change.level is Level.MAJOR and Audience.FLOW in hurt(change)
    return "This concerns deals that are under way." if concerned else ""
