"""Every prose text of a playbook, and the set of wordings by which a starter's own texts are recognised (P15)."""

from __future__ import annotations

from collections.abc import Iterator

from twolane.model.element import Element
from twolane.model.playbook import Playbook
from twolane.model.walk import FieldText, elements, texts

_FEWEST_WORDS = 4


def roots(playbook: Playbook) -> Iterator[Element]:
    """The outermost elements of a playbook; together they hold all others."""
    yield playbook.settings
    yield playbook.strategy
    yield from playbook.roles
    yield from playbook.segments
    yield from playbook.metrics
    yield from playbook.differentiators
    yield from playbook.competitors
    yield from playbook.terms
    yield from playbook.processes


def texts_of(playbook: Playbook) -> Iterator[FieldText]:
    """Every text that takes Markdown, with the element and key it stands under; ids, names and choices are none."""
    for root in roots(playbook):
        for element in elements(root):
            yield from (each for each in texts(element) if each.prose and each.text)


def wording(text: str) -> str:
    """``text`` as two texts are compared: whatever their line breaks, spaces and capitals.

    Empty for fewer than four words: “Price list” is nobody's own wording.
    """
    words = text.casefold().split()
    return " ".join(words) if len(words) >= _FEWEST_WORDS else ""


def wordings(playbook: Playbook) -> frozenset[str]:
    """The wordings of all prose of ``playbook``, to look others up in."""
    return frozenset(wording(each.text) for each in texts_of(playbook)) - {""}
