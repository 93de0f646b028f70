"""Tells what may be the same thing under a new id, and how alike two texts are: a guess, which only suggests."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import product

from twolane.changes.compared_elements import Node, below, value_fields

_LIKE = 0.6
"""From this likeness on, a thing that came may be one that went."""
_MOST_PAIRS = 10_000
_MOST_WORDS = 40_000
"""The most pairs of words of two texts whose order is looked at."""


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a thing, and how often it has each: the latter tells quickly that two things are not alike."""

    words: list[str]
    counts: Counter[str]

    @classmethod
    def of(cls, words: list[str]) -> _Words:
        return cls(words, Counter(words))


def resembling(gone: Sequence[Node], came: Sequence[Node]) -> Mapping[Node, Node]:
    """Which of ``came`` each of ``gone`` may be under a new id: of the same sort, each once, the likest first."""
    if not gone or not came:
        return {}
    words = {item: _Words.of(_words(item)) for item in (*gone, *came)}
    found = [(_alike(words[old], words[new]), old, new) for old, new in _pairs(gone, came, words)]
    alike: dict[Node, Node] = {}
    taken: set[Node] = set()
    for likely, old, new in sorted(found, key=lambda each: -each[0]):
        if likely >= _LIKE and old not in alike and new not in taken:
            alike[old] = new
            taken.add(new)
    return alike


def _pairs(gone: Sequence[Node], came: Sequence[Node], words: Mapping[Node, _Words]) -> Iterator[tuple[Node, Node]]:
    """Which of both are compared: each with each of its sort, and of very many those whose words are the same."""
    for kind in dict.fromkeys(map(_kind, gone)):
        old, new = ([item for item in items if _kind(item) == kind] for items in (gone, came))
        if len(old) * len(new) <= _MOST_PAIRS:
            yield from product(old, new)
            continue
        same: dict[tuple[str, ...], list[Node]] = {}
        for item in reversed(new):
            same.setdefault(tuple(words[item].words), []).append(item)
        for item in old:
            if found := same.get(tuple(words[item].words)):
                yield item, found.pop()


def likeness(one: str, other: str) -> float:
    """How alike two texts are, from 0 to 1, whichever comes first."""
    return _alike(_Words.of(one.lower().split()), _Words.of(other.lower().split()))


def _alike(one: _Words, other: _Words) -> float:
    if not one.words or not other.words:
        return 0.0
    most = 2 * (one.counts & other.counts).total() / (len(one.words) + len(other.words))
    if most < _LEAST or len(one.words) * len(other.words) > _MOST_WORDS:
        return most
    # The matcher may find more one way than the other, so both are always asked about in the same order.
    first, second = sorted((one.words, other.words))
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


_LEAST = 0.4
"""Where the words, in whatever order, are not even so much alike, their order is not looked at."""


def _kind(item: Node) -> str:
    return item.lasting[0] if item.lasting else ""


def _words(item: Node) -> list[str]:
    """By what a thing is compared: all its words; of a process, the ids of what it consists of."""
    if item.owner is None:
        return sorted("/".join(each.lasting) for each in below(item) if each.lasting and each is not item)
    return " ".join(_texts(item)).lower().split()


def _texts(item: Node) -> Iterator[str]:
    for _, name in value_fields(type(item.element)):
        value = getattr(item.element, name)
        if isinstance(value, str):
            yield value
    for child in item.children:
        yield from _texts(child)
