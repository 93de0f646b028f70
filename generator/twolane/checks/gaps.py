"""Finds what an author left out, and points at the empty key or else at the element."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from twolane.findings import Finding, Related, Rule
from twolane.model.element import Element

_WIDEST_NOTHING = len('""')


def not_given(element: Element, key: str) -> bool:
    """Whether nothing is said under ``key``.

    A value that loading refused and left out was given: it has been reported, and is not missing as well.
    """
    return getattr(element, key) in (None, "", ()) and not _was_refused(element, key)


def _was_refused(element: Element, key: str) -> bool:
    line, column, end_line, end_column = element.at.values.get(key, (0, 0, 0, 0))
    return end_line > line or end_column - column > _WIDEST_NOTHING


def gap(
    rule: Rule, element: Element, key: str, message: str, *, hint: str = "", related: Iterable[Related] = ()
) -> Finding:
    """A finding at ``key`` where it stands there with nothing behind it, else at the element."""
    return replace(rule.at(element.at, key, message, hint=hint, related=related), place=element.at.key_place(key))
