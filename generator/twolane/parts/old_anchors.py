"""Keeps the old places of what was renamed on a page, so that links to them still lead there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from twolane.links.addresses import anchor
from twolane.model.process import Process
from twolane.model.regrouping import shared_old_ids
from twolane.parts.process_history import History

_OF_A_PROCESS = ("criterion", "step", "buyer-step", "need")
_SHARED = ("metric", "differentiator", "competitor", "segment", "requirement", "goal", "term", "process")
"""Kinds of things that have a place on a page, as anchors name them."""


def old_anchors(history: History, process: Process | None) -> tuple[tuple[str, str], ...]:
    """The places that a page of the process may have, with their old names; of shared things without a process."""
    found = (*_named(history.renames(process), _OF_A_PROCESS),) if process else ()
    return (*_named(shared_old_ids(history.playbook), _SHARED), *found)


def with_old_anchors(body: str, anchors: Iterable[tuple[str, str]]) -> str:
    """The body with an empty element of the old name inside each renamed one; names in use stay where they are."""
    for new, old in anchors:
        if f' id="{new}"' in body and f' id="{old}"' not in body:
            place = re.compile(rf'(<\w+[^<>]* id="{re.escape(new)}"[^<>]*>(?:<t[hd][^<>]*>)?)')
            body = place.sub(rf'\1<span id="{old}"></span>', body, count=1)
    return body


def _named(renames: Mapping[str, tuple[str, ...]], kinds: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for new, olds in renames.items():
        yield from ((anchor(kind, new), anchor(kind, old)) for old in olds for kind in kinds)
