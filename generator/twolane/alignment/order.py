"""Order: whether our steps come in the order of the buyer steps that they serve, and which ones stand wrong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from twolane.alignment.lines import Lines, Ours
from twolane.alignment.mends import Reorder
from twolane.alignment.results import Misplaced, Pair


def pairs(lines: Lines) -> Iterator[Pair]:
    """Each two steps of ours that can be compared.

    They can where all that one of them serves comes before all that the other serves. Where they share a buyer step,
    or where each serves something before and behind the other, either may come first.
    """
    serving = [our for our in lines.ours if our.serves]
    for number, first in enumerate(serving):
        lowest, highest = first.serves[0], first.serves[-1]
        for second in serving[number + 1 :]:
            if highest < second.serves[0]:
                yield Pair(first.step, second.step, True)
            elif lowest > second.serves[-1]:
                yield Pair(first.step, second.step, False, (Reorder(first.step, "behind", second.step),))


def misplaced(lines: Lines) -> Iterator[Misplaced]:
    """The steps that stand wrong, in our order.

    Again and again the step is taken that stands wrong to most of the others that are left, and of several that
    which comes first, until the others agree: where two steps are the wrong way round, it is the earlier that came
    too soon. ``others`` are those to which it stands wrong.
    """
    serving = [our for our in lines.ours if our.serves]
    wrong = _wrong(serving)
    taken = set(_taken({number: set(others) for number, others in wrong.items()}))
    for number in sorted(taken):
        others = sorted(wrong[number] - taken) or sorted(wrong[number])
        yield Misplaced(
            serving[number].step,
            tuple(serving[each].step for each in others),
            (_mend(serving, number, others),),
        )


def _wrong(serving: list[Ours]) -> dict[int, set[int]]:
    """The numbers of the steps to which each step stands wrong."""
    wrong: defaultdict[int, set[int]] = defaultdict(set)
    for first, our in enumerate(serving):
        for second in range(first + 1, len(serving)):
            if our.serves[0] > serving[second].serves[-1]:
                wrong[first].add(second)
                wrong[second].add(first)
    return wrong


def _taken(wrong: dict[int, set[int]]) -> Iterator[int]:
    while wrong:
        worst = min(wrong, key=lambda number: (-len(wrong[number]), number))
        if not wrong[worst]:
            return
        for other in wrong.pop(worst):
            wrong[other].discard(worst)
        yield worst


def _mend(serving: list[Ours], number: int, others: list[int]) -> Reorder:
    """Behind the last of those that belong before it, else before the first of those that belong behind it."""
    behind = [each for each in others if each > number]
    if behind:
        return Reorder(serving[number].step, "behind", serving[behind[-1]].step)
    return Reorder(serving[number].step, "before", serving[others[0]].step)
