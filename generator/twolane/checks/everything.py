"""Every element of a playbook, for the rules that look at all of them alike."""

from __future__ import annotations

from collections.abc import Iterator

from twolane.model.element import Element
from twolane.model.playbook import Playbook
from twolane.model.walk import elements


def everything(playbook: Playbook) -> Iterator[Element]:
    """Every element of the definitions, parents before what they hold."""
    tables = (
        (playbook.settings, playbook.strategy),
        playbook.roles,
        playbook.segments,
        playbook.metrics,
        playbook.differentiators,
        playbook.competitors,
        playbook.terms,
        playbook.processes,
        *playbook.releases.values(),
    )
    for table in tables:
        for each in table:
            yield from elements(each)
