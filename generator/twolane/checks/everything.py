"""Every element of a playbook, and every text worth a closer look, for the rules that look at all of them alike."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from twolane.checks.markup import is_plain
from twolane.model.element import Element
from twolane.model.market import Proof
from twolane.model.playbook import Playbook
from twolane.model.roles import OnboardingItem
from twolane.model.selling import Asset
from twolane.model.walk import FieldText, elements, texts

_WITH_ADDRESSES = (Asset, Proof, OnboardingItem)


def everything(playbook: Playbook) -> Iterator[Element]:
    """Every element of the definitions and what pages say about themselves, parents before what they hold."""
    tables = (
        (playbook.about, playbook.strategy),
        playbook.roles,
        playbook.segments,
        playbook.metrics,
        playbook.differentiators,
        playbook.competitors,
        playbook.terms,
        playbook.approvals,
        playbook.processes,
        *playbook.releases.values(),
        tuple(page.facts for page in playbook.written),
    )
    return (inner for table in tables for each in table for inner in elements(each))


def telling_texts(playbook: Playbook) -> Iterator[FieldText]:
    """The texts of all elements that hold an address, or anything that is more than words."""
    for element in everything(playbook):
        if isinstance(element, _WITH_ADDRESSES) or not _is_plain(element):
            yield from texts(element)


def addresses(text: FieldText) -> tuple[str, ...]:
    """What the field holds where it takes an address: the `url` of assets and proofs."""
    return (text.text,) if text.key == "url" and isinstance(text.element, Asset | Proof) else ()


def _is_plain(element: Element) -> bool:
    """Whether all texts of the element are words alone; looks at the values as they are, since it sees very many."""
    held = vars(element).values()
    lists = chain.from_iterable(value for value in held if type(value) is tuple)
    return all(is_plain(value) for value in chain(held, lists) if isinstance(value, str))
