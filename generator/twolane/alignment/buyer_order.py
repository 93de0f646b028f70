"""The order in which a buyer takes their steps, as far as a definition says it: buyers do several things at once.

One step comes before another where it is over when the other begins, or where the ``go`` of a decision leads from it
to the other, directly or by way of further decisions. Where the two say opposite things, or nothing, no order is known:
the order in which steps are written is none, since tracks that run at once are written one behind the other, too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from twolane.alignment.time_spans import OPEN, ZERO, Span
from twolane.model.buying import BuyerStep


@dataclass(frozen=True, slots=True)
class Moment:
    """When a step of ours serves a buyer step, by its number.

    ``span`` is the time for which the buyer wants what our step brings there, where the needs say so themselves: it
    may lie outside of the buyer step, such as for comments on a contract that are assessed after the offer is in.
    """

    number: int
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class BuyerOrder:
    """The order of the steps of a buyer, by their numbers: when each is, and which ones its ``go`` leads to."""

    spans: tuple[Span | None, ...]
    leads: tuple[frozenset[int], ...]

    def before(self, first: int, second: int) -> bool:
        """Whether the step number ``first`` is known to come before ``second``."""
        return self._says(first, second) and not self._says(second, first)

    def beside(self, first: int, second: int) -> bool:
        """Whether the two are known to have no order, as tracks that run at once."""
        return first != second and self.knows(first, second) and not self._ordered(first, second)

    def all_before(self, firsts: Collection[Moment], seconds: Collection[Moment]) -> bool:
        """Whether each of ``firsts`` is known to come before each of ``seconds``, by their steps and by themselves."""
        return all(self._moment_before(first, second) for first in firsts for second in seconds)

    def knows(self, first: int, second: int) -> bool:
        """Whether one can tell if the two have an order: both have times, or a decision leads from one to the other."""
        timed = self.is_timed(first) and self.is_timed(second)
        return timed or self._ordered(first, second)

    def is_timed(self, number: int) -> bool:
        """Whether one can tell when the step of that number begins and ends."""
        span = self.spans[number]
        return span is not None and span.end != OPEN

    def _moment_before(self, first: Moment, second: Moment) -> bool:
        if not self.before(first.number, second.number):
            return False
        if first.span is None and second.span is None:
            return True
        return _over(first.span or self.spans[first.number], second.span or self.spans[second.number])

    def _ordered(self, first: int, second: int) -> bool:
        return self.before(first, second) or self.before(second, first)

    def by_begin(self) -> tuple[int, ...]:
        """The numbers of all steps in the order in which they begin; one without a time stays behind its neighbour."""
        begins: list[Decimal] = []
        for span in self.spans:
            begins.append(span.begin if span else begins[-1] if begins else ZERO)
        return tuple(sorted(range(len(begins)), key=lambda number: begins[number]))

    def _says(self, first: int, second: int) -> bool:
        return second in self.leads[first] or _over(self.spans[first], self.spans[second])


def _over(first: Span | None, second: Span | None) -> bool:
    """Whether the first is over when the second begins, as far as both say when they are."""
    return first is not None and second is not None and first.end <= second.begin


def buyer_order(steps: Sequence[BuyerStep], spans: Sequence[Span | None]) -> BuyerOrder:
    """The order of ``steps``, which take place in ``spans``."""
    numbers = {step.id: number for number, step in reversed(list(enumerate(steps)))}
    follows = [numbers.get(step.decision.go or "") if step.decision else None for step in steps]
    return BuyerOrder(tuple(spans), tuple(frozenset(_led_to(follows, number)) for number in range(len(steps))))


def _led_to(follows: Sequence[int | None], number: int) -> Iterator[int]:
    """The numbers of the steps to which the decisions lead, one after the other; each once where they go round."""
    met = {number}
    after = follows[number]
    while after is not None and after not in met:
        met.add(after)
        yield after
        after = follows[after]
