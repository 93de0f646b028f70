"""Decides from when to when everything is drawn: by its times, and by its order where it has none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from twolane.alignment.lines import Lines
from twolane.alignment.time_spans import OPEN, Span
from twolane.two_lines.spread import spread
from twolane.two_lines.time_axis import Extent

_FROM_ZERO = 0.35
"""An axis whose first moment comes before this part of its last one begins at 0."""


@dataclass(frozen=True, slots=True)
class Places:
    """The extents of the buyer's steps, of ours, and of all needs, each in the order of the definition."""

    theirs: tuple[Extent, ...]
    ours: tuple[Extent, ...]
    windows: tuple[Extent, ...]
    begin: float
    end: float
    ordered: bool


def placed(both: Lines) -> Places:
    """Where everything is; all by order where one side has steps and not a single time."""
    theirs, ours = [each.span for each in both.theirs], [each.span for each in both.ours]
    wanted = [each.span for each in both.wanted]
    if any(side and not any(side) for side in (theirs, ours)):
        return _ordered(both)
    begin, end = _ends([each for each in (*theirs, *ours, *wanted) if each])
    return Places(
        (their := tuple(_timed(theirs, begin, end))),
        tuple(_timed(ours, begin, end)),
        tuple(_window(each.span, their[each.number], end) for each in both.wanted),
        begin,
        end,
        ordered=False,
    )


def _ends(spans: list[Span]) -> tuple[float, float]:
    """The first and the last moment of the axis, with room behind it where something has no end."""
    times = [float(time) for span in spans for time in (span.begin, span.end) if time != OPEN]
    begin, end = min(times), max(times)
    begin = 0.0 if begin < end * _FROM_ZERO else begin
    if begin == end:
        end = begin + 1.0
    begin = begin if begin < end else 0.0
    beyond = (end - begin) * 0.08 if any(span.end == OPEN for span in spans) else 0.0
    return begin, end + beyond


def _timed(spans: Sequence[Span | None], begin: float, end: float) -> list[Extent]:
    """The extents of one side; what has no time stands between its neighbours."""
    known = [_extent(span, end) if span else None for span in spans]
    found: list[Extent] = []
    for at, extent in enumerate(known):
        if extent is None:
            first = found[-1].end if found else begin
            after = next((each.begin for each in known[at + 1 :] if each), end)
            extent = Extent(first, max(first, after), timed=False)
        found.append(extent)
    return found


def _extent(span: Span, end: float) -> Extent:
    open = span.end == OPEN
    return Extent(float(span.begin), end if open else float(span.end), open=open)


def _window(span: Span | None, step: Extent, end: float) -> Extent:
    return _extent(span, end) if span else step


def _ordered(both: Lines) -> Places:
    """Buyer steps side by side; ours in their own order, each as near as may be to what it serves first."""
    count = max(len(both.theirs), 1)
    theirs = tuple(Extent(at, at + 1, timed=False) for at in range(count if both.theirs else 0))
    gap = min(0.9, 0.8 * count / max(len(both.ours), 1))
    targets: list[float] = []
    for our in both.ours:
        served = [number + 0.5 for number in our.serves]
        targets.append(sum(served) / len(served) if served else targets[-1] if targets else 0.5)
    middles = spread(targets, [gap] * len(targets), gap / 2, count - gap / 2)
    ours = tuple(Extent(middle - gap / 2, middle + gap / 2, timed=False) for middle in middles)
    windows = tuple(theirs[each.number] for each in both.wanted)
    return Places(theirs, ours, windows, 0.0, float(count), ordered=True)
