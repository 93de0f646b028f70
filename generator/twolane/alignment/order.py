"""Order: whether our steps come in the order of the buyer steps that they serve, and which ones stand wrong.

What we do for ourselves has no place in the buyer's order: we may prepare early what serves them late.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator

from twolane.alignment.buyer_order import Moment
from twolane.alignment.lines import Lines, Ours, Theirs
from twolane.alignment.mends import Reorder
from twolane.alignment.results import Misplaced, Pair


def pairs(lines: Lines) -> Iterator[Pair]:
    """Each two steps of ours that can be compared.

    They can where all that one of them serves is known to come before all that the other serves. Where they share a
    buyer step, where these run at once, or where each serves something before and behind the other, either may come
    first.
    """
    serving, is_before = _serving(lines), _comparison(lines)
    for number, first in enumerate(serving):
        for second in serving[number + 1 :]:
            if is_before(first, second):
                yield Pair(first.step, second.step, True)
            elif is_before(second, first):
                yield Pair(first.step, second.step, False, (Reorder(first.step, "behind", second.step),))


def untimed(lines: Lines) -> Iterator[Theirs]:
    """The buyer steps that give too little time to tell an order by which two steps of ours could be compared."""
    served = sorted({number for our in _serving(lines) for number in our.serves})
    unknown = {
        number
        for at, first in enumerate(served)
        for second in served[at + 1 :]
        if not lines.order.knows(first, second)
        for number in (first, second)
        if not lines.order.is_timed(number)
    }
    yield from (lines.theirs[number] for number in sorted(unknown))


def _serving(lines: Lines) -> list[Ours]:
    return [our for our in lines.ours if our.serves and not our.step.of_the_house]


def _comparison(lines: Lines) -> Callable[[Ours, Ours], bool]:
    """Tells whether all that one step of ours serves comes before all that another one serves.

    Many steps serve the same, so each two sets of buyer steps are compared once.
    """
    numbers: dict[tuple[Moment, ...], int] = {}
    number_of = {id(our): numbers.setdefault(our.moments, len(numbers)) for our in lines.ours}
    moments = tuple(numbers)
    known: dict[tuple[int, int], bool] = {}

    def is_before(first: Ours, second: Ours) -> bool:
        one, other = number_of[id(first)], number_of[id(second)]
        if (one, other) not in known:
            known[one, other] = lines.order.all_before(moments[one], moments[other])
        return known[one, other]

    return is_before


def misplaced(lines: Lines) -> Iterator[Misplaced]:
    """The steps that stand wrong, in our order.

    Again and again the step is taken that stands wrong to most of the others that are left, and of several that
    which comes first, until the others agree: where two steps are the wrong way round, it is the earlier that came
    too soon. ``others`` are those to which it stands wrong.
    """
    serving = _serving(lines)
    wrong = _wrong(serving, _comparison(lines))
    taken = set(_taken({number: set(others) for number, others in wrong.items()}))
    for number in sorted(taken):
        others = sorted(wrong[number] - taken) or sorted(wrong[number])
        yield Misplaced(
            serving[number].step,
            tuple(serving[each].step for each in others),
            (_mend(serving, number, others),),
        )


def _wrong(serving: list[Ours], is_before: Callable[[Ours, Ours], bool]) -> dict[int, set[int]]:
    """The numbers of the steps to which each step stands wrong."""
    wrong: defaultdict[int, set[int]] = defaultdict(set)
    for first, our in enumerate(serving):
        for second in range(first + 1, len(serving)):
            if is_before(serving[second], our):
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
