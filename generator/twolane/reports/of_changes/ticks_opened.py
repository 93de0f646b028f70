"""In how many lines the ticks of deals under way open again by what changed, process by process."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from twolane.changes.change import Comparison
from twolane.judgement.names_by_id import process_name
from twolane.parts.reopened_ticks import reopened
from twolane.reports.of_changes.room import counted, more

_MOST = 5


def ticks_opened(comparison: Comparison, names: Callable[[str], str] = str) -> Iterator[str]:
    """A sentence for each process in which ticks open again; ``names`` writes what files call a process."""
    counts = Counter(each.process for each in reopened(comparison))
    for id, number in [*counts.items()][:_MOST]:
        yield f"Ticks open again in {counted(number, 'line')} of {names(process_name(comparison, id))}."
    if (left := len(counts) - _MOST) > 0:
        yield f"They do so in {more(left, 'process', 'processes')}."
