"""What differs between things that were merged or split beyond that: a list as a whole, a value that none had."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from twolane.changes.compared_elements import Node, value_fields
from twolane.changes.renaming import Names

_TAKEN_IN = frozenset(("name", "goal", "mission", "summary", "objective", "question"))
"""Texts that say what a thing is: where several become one, there are others of them, and that is told with it."""


def fields_of_group(olds: Sequence[Node], news: Sequence[Node], names: Names) -> Iterator[tuple[str, Any, Any]]:
    """The fields that differ, with the values before and after.

    A list is that of all of them together. A single value has changed where none on the other side had it; how likely
    a deal is won, where any of them has another value, since that moves the forecast of its deals.
    """
    owner = type(news[0].element)
    for key, name in value_fields(owner):
        before = [_value(old, news, key, name, names) for old in olds]
        after = [getattr(new.element, name) for new in news]
        if isinstance(after[0], tuple):
            had, has = _all(before), _all(after)
            if set(had) != set(has):
                yield key, had, has
        elif key == "probability" and _said(before) != _said(after):
            yield key, _first_not_in(after, before), _first_not_in(before, after)
        elif key not in _TAKEN_IN and not any(each in before for each in after):
            yield key, before[0], after[0]


def _said(values: Sequence[Any]) -> set[Any]:
    return {each for each in values if each is not None}


def _first_not_in(others: Sequence[Any], values: Sequence[Any]) -> Any:
    """The first value that the other side has not, or the first of all."""
    return next((each for each in values if each not in others), values[0])


def _value(old: Node, news: Sequence[Node], key: str, name: str, names: Names) -> Any:
    """The value of an old one, as the new version would write it."""
    value = getattr(old.element, name)
    first, *_ = news
    named = [getattr(new.element, name) for new in news]
    after = _all(named) if isinstance(value, tuple) else tuple(named)
    return names.settled(old.element, first.element, key, value, after)


def _all(lists: Sequence[tuple[Any, ...]]) -> tuple[Any, ...]:
    return tuple(dict.fromkeys(each for one in lists for each in one))
