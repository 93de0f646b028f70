"""Works something out once for a playbook, for all rules that need it."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

from twolane.model.playbook import Playbook

T = TypeVar("T")


class _Same:
    """A playbook that equals itself alone, so that no cache compares or hashes all that is in it."""

    def __init__(self, playbook: Playbook) -> None:
        self.playbook = playbook

    def __hash__(self) -> int:
        return id(self.playbook)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.playbook is self.playbook


def once(make: Callable[[Playbook], T]) -> Callable[[Playbook], T]:
    """``make``, which is not carried out again for the playbook of the last call.

    The rules look at one playbook after the other; more than the last one is not worth its memory.
    """
    made = lru_cache(maxsize=1)(lambda same: make(same.playbook))
    return wraps(make)(lambda playbook: made(_Same(playbook)))
