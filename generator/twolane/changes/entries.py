"""One change, one entry: takes several differences together where they are one change to whoever made it.

Each of them says strictly when it holds; what it takes in stays among the other places of the entry, in its own words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from twolane.changes.bench import Bench
from twolane.changes.find import Found
from twolane.changes.followers import with_what_they_follow
from twolane.changes.moved_with_stages import with_what_moves_along
from twolane.changes.names_with_ids import with_their_names
from twolane.changes.one_change import Context
from twolane.changes.reach import with_what_is_out_of_reach
from twolane.changes.replacements import with_what_replaces, with_what_they_bring
from twolane.changes.swapped_ids import with_swapped_ids
from twolane.changes.time_shifts import moved_together
from twolane.changes.time_units import in_one_unit
from twolane.changes.times_of_steps import with_their_order, with_their_steps
from twolane.changes.told import Told

OneChange: TypeAlias = Callable[[Sequence[Told], Context], tuple[Told, ...]]

_ALL: tuple[OneChange, ...] = (
    in_one_unit,
    with_swapped_ids,
    with_their_names,
    with_what_they_bring,
    with_what_replaces,
    with_what_moves_along,
    with_what_they_follow,
    with_their_order,
    with_their_steps,
    moved_together,
    with_what_is_out_of_reach,
)
"""In this order, since a later one builds on what an earlier one took together."""


def entries(told: Iterable[Told], found: Found, bench: Bench) -> tuple[Told, ...]:
    """The changes of a process, or of what all of them share, each with all that it is."""
    context, all_told = Context(found, bench), tuple(told)
    for one_change in _ALL:
        all_told = one_change(all_told, context)
    return all_told
