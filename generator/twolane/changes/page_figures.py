"""Which passages of a page differ, which of them belong together, and which figures in them are other ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from twolane.changes.page_texts import Passage
from twolane.changes.resembling import likeness
from twolane.meaning.actors import Called
from twolane.meaning.text_meaning import FigureChange, figures

_LIKE = 0.5
"""From this likeness on, a passage is another wording of one that is gone."""
_CLEARLY = 0.8
"""From this likeness on, nobody looks for a passage that is more alike."""
_MOST_PAIRS = 2_500
_MOST_LETTERS = 40_000
"""How much of a page may differ so that somebody looks for figures in it."""


@dataclass(frozen=True, slots=True)
class Differing:
    """Passages of both versions that belong together, and the figures in them that changed; either side may be empty.

    Those that have no counterpart stand together in one.
    """

    old: tuple[Passage, ...]
    new: tuple[Passage, ...]
    figures: tuple[FigureChange, ...] = ()

    def backwards(self) -> Differing:
        """The same with old and new in each other's place."""
        return Differing(self.new, self.old, tuple(FigureChange(each.new, each.old) for each in self.figures))


def too_much(found: Iterable[Differing]) -> bool:
    """Whether more differs than anybody has looked for figures in."""
    several = tuple(found)
    letters = sum(len(each.text) for one in several for each in (*one.old, *one.new))
    return letters > _MOST_LETTERS or any(len(one.old) * len(one.new) > _MOST_PAIRS for one in several)


def letters_that_differ(old: Sequence[Passage], new: Sequence[Passage]) -> int:
    """How many letters stand in what only one version has."""
    return sum(len(each.text) for each in (*_left(old, new), *_left(new, old)))


def differing(old: Sequence[Passage], new: Sequence[Passage], names: Iterable[Called] = ()) -> tuple[Differing, ...]:
    """What only one version has, in pairs as far as there are any; the same read backwards.

    ``names`` are what the roles of both versions are called. What has only moved differs in nothing.
    """
    before, after = _left(old, new), _left(new, old)
    if [each.key for each in before] <= [each.key for each in after]:
        return tuple(_differing(before, after, tuple(names)))
    return tuple(each.backwards() for each in _differing(after, before, tuple(names)))


def _differing(old: list[Passage], new: list[Passage], names: tuple[Called, ...]) -> Iterator[Differing]:
    pairs = sorted(_pairs(old, new))
    taken = {at for at, _ in pairs}, {to for _, to in pairs}
    found = [Differing((old[at],), (new[to],)) for at, to in pairs]
    rest = Differing(_others(old, taken[0]), _others(new, taken[1]))
    found += [rest] if rest.old or rest.new else []
    if too_much(found):
        yield from found
        return
    told = [Differing(each.old, each.new, _figures(each, names)) for each in found]
    went = {figure.old for each in told for figure in each.figures if not figure.new}
    came = {figure.new for each in told for figure in each.figures if not figure.old}
    moved = (went & came) - {""}
    for each in told:
        # What went in one passage and came in another has only moved.
        left = (figure for figure in each.figures if not {figure.old, figure.new} <= {"", *moved})
        yield Differing(each.old, each.new, tuple(left))


def _left(passages: Iterable[Passage], others: Iterable[Passage]) -> list[Passage]:
    """The passages that the others lack, or have less often."""
    there = Counter(each.key for each in others)
    left = []
    for each in passages:
        there[each.key] -= 1
        if there[each.key] < 0:
            left.append(each)
    return left


def _pairs(old: list[Passage], new: list[Passage]) -> Iterator[tuple[int, int]]:
    """Passages that are other wordings of each other.

    Where there are as many of both, those at the same place in their row, if they are clearly alike, or too many to
    look for better ones. Else each once, the likest first, then the nearest.
    """
    in_a_row = [(at, at) for at in range(len(old))] if len(old) == len(new) else []
    too_many = len(old) * len(new) > _MOST_PAIRS
    if too_many or (in_a_row and all(_likeness(old[at], new[to]) >= _CLEARLY for at, to in in_a_row)):
        return iter(in_a_row)
    return _likest(old, new)


def _likest(old: list[Passage], new: list[Passage]) -> Iterator[tuple[int, int]]:
    alike = sorted(
        (-_likeness(one, other), abs(at - to), at, to) for at, one in enumerate(old) for to, other in enumerate(new)
    )
    taken: tuple[set[int], set[int]] = (set(), set())
    for unlike, _, at, to in alike:
        if -unlike >= _LIKE and at not in taken[0] and to not in taken[1]:
            taken[0].add(at)
            taken[1].add(to)
            yield at, to


def _likeness(one: Passage, other: Passage) -> float:
    return likeness(one.text, other.text) if one.prose is other.prose else 0.0


def _others(passages: list[Passage], taken: set[int]) -> tuple[Passage, ...]:
    return tuple(each for at, each in enumerate(passages) if at not in taken)


def _figures(found: Differing, names: tuple[Called, ...]) -> tuple[FigureChange, ...]:
    old, new = ("\n\n".join(filter(None, (each.seen for each in side))) for side in (found.old, found.new))
    return figures(old, new, names)
