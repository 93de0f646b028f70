"""Keeps things apart along one direction: points by the least moves, spans by rows."""

from __future__ import annotations

from collections.abc import Sequence


def spread(targets: Sequence[float], gaps: Sequence[float], low: float, high: float) -> list[float]:
    """Places for ``targets``, in their order, between ``low`` and ``high``, with the least squares of all moves.

    ``gaps[i]`` lies at least between the places ``i`` and ``i + 1``. Where there is not enough room for all gaps,
    they shrink alike.
    """
    if not targets:
        return []
    needed = sum(gaps[: len(targets) - 1])
    shrink = min(1.0, max(high - low, 0.0) / needed) if needed else 1.0
    offsets = [0.0]
    for gap in gaps[: len(targets) - 1]:
        offsets.append(offsets[-1] + gap * shrink)
    level = _level([target - offset for target, offset in zip(targets, offsets, strict=True)])
    last = max(low, high - offsets[-1])
    return [min(max(each, low), last) + offset for each, offset in zip(level, offsets, strict=True)]


def _level(values: Sequence[float]) -> list[float]:
    """The nearest values that never fall: neighbours that would are replaced by their mean."""
    pools: list[tuple[float, int]] = []
    for value in values:
        mean, size = value, 1
        while pools and pools[-1][0] > mean:
            before, count = pools.pop()
            mean, size = (before * count + mean * size) / (count + size), count + size
        pools.append((mean, size))
    return [mean for mean, size in pools for _ in range(size)]


def rows_without_overlap(spans: Sequence[tuple[float, float]], gap: float = 0.0) -> list[int]:
    """A row for each span, from 0, so that none overlaps another of its row: the first that is free, by begin."""
    free: list[float] = []
    found = [0] * len(spans)
    for at in sorted(range(len(spans)), key=lambda at: spans[at]):
        begin, end = spans[at]
        row = next((row for row, until in enumerate(free) if until + gap <= begin + 0.01), len(free))
        free[row:] = [end, *free[row + 1 :]]
        found[at] = row
    return found
