"""What the diagram tells, before anybody asks where on the page: both lines, the stages, the needs and the ends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from twolane.alignment.lines import Lines, Ours, Wanted, lines
from twolane.alignment.results import Alignment
from twolane.links.addresses import Address
from twolane.links.element_links import References
from twolane.model.process import Process
from twolane.model.selling import Stage
from twolane.two_lines import labels
from twolane.two_lines.drawn_spans import Places, placed
from twolane.two_lines.time_axis import Extent
from twolane.wording.spoken_language import texts

Side = Literal["buyer", "seller"]
Outcome = Literal["in time", "off", "no time", "unmet", "quiet", "disturbed"]
"""How a need fares: met in time, early or late, at a time that nobody gives; by nobody; space kept or not kept."""


@dataclass(frozen=True, slots=True)
class LinkedSpan:
    """Something with a place on a line: the text beside it, where it leads, and what it is called when read out."""

    text: str
    address: Address
    name: str
    extent: Extent


@dataclass(frozen=True, slots=True)
class Ourselves:
    """A step of ours and the numbers of the buyer's steps that it serves; ``orphan`` where it should and does not."""

    span: LinkedSpan
    serves: tuple[int, ...]
    orphan: bool


@dataclass(frozen=True, slots=True)
class Arrow:
    """A need of the buyer step number ``theirs``, and the step of ours, number ``ours``, that it leads to.

    ``window`` is when the value is needed; ``late`` is 1, -1 where early, else 0; ``mark`` is written on the arrow.
    """

    theirs: int
    ours: int | None
    outcome: Outcome
    window: Extent
    address: Address
    name: str
    late: int = 0
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Missing:
    """A stretch at an end of the axis where one side does nothing: what is written there, and below the picture.

    ``fails`` tells that a check of the ends fails there; else it is as it may be.
    """

    side: Side
    extent: Extent
    text: str
    note: str
    fails: bool


@dataclass(frozen=True, slots=True)
class Story:
    """All that is drawn; ``begin`` and ``end`` of the axis are in ``unit``, or count steps where all is ``ordered``."""

    buyer: str
    seller: str
    unit: str
    begin: float
    end: float
    ordered: bool
    theirs: tuple[LinkedSpan, ...]
    ours: tuple[Ourselves, ...]
    stages: tuple[LinkedSpan, ...]
    arrows: tuple[Arrow, ...]
    missing: tuple[Missing, ...]

    @property
    def extents(self) -> tuple[Extent, ...]:
        """Everything that has a place on the axis."""
        blocks = (*self.theirs, *(our.span for our in self.ours))
        return (*(each.extent for each in blocks), *(arrow.window for arrow in self.arrows))

    @property
    def unsure(self) -> bool:
        """Whether some things have no time although others do."""
        return not self.ordered and not all(
            each.extent.timed for each in (*self.theirs, *(our.span for our in self.ours))
        )


def story_of(alignment: Alignment, refs: References) -> Story | None:
    """The story of a process; nothing where nobody does anything."""
    both = lines(alignment.process)
    if not both.theirs and not both.ours:
        return None
    places = placed(both)
    process, lanes = alignment.process, refs.playbook.about.lanes
    sides: dict[Side, str] = {"buyer": lanes.buyer, "seller": lanes.seller}
    return Story(
        lanes.buyer,
        lanes.seller,
        process.time_unit,
        places.begin,
        places.end,
        places.ordered,
        tuple(_theirs(both, places, refs)),
        tuple(_ourselves(process, our, extent, refs) for our, extent in zip(both.ours, places.ours, strict=True)),
        tuple(_stages(both, places, refs)),
        tuple(_arrows(both, places, alignment, refs)),
        () if places.ordered else tuple(_missing(places, process.time_unit, sides, alignment)),
    )


def _theirs(both: Lines, places: Places, refs: References) -> Iterator[LinkedSpan]:
    unit = both.process.time_unit
    for their, extent in zip(both.theirs, places.theirs, strict=True):
        ref = refs.buyer_step(both.process, their.step)
        yield LinkedSpan(ref.text, ref.address, labels.buyer_step(their.step, unit), extent)


def _ourselves(process: Process, our: Ours, extent: Extent, refs: References) -> Ourselves:
    ref = refs.step(process, our.step)
    served = refs.buyer_steps(process, our.step.serves)
    name = labels.step(our.step, tuple(each.text for each in served), process.time_unit)
    return Ourselves(LinkedSpan(ref.text, ref.address, name, extent), our.serves, our.is_orphan)


def _stages(both: Lines, places: Places, refs: References) -> Iterator[LinkedSpan]:
    """The stages that have steps, each from its first step to its last."""
    extents: dict[int, list[Extent]] = {}
    stages: dict[int, Stage] = {}
    for our, extent in zip(both.ours, places.ours, strict=True):
        extents.setdefault(id(our.stage), []).append(extent)
        stages[id(our.stage)] = our.stage
    for key, stage in stages.items():
        ref = refs.stage(both.process, stage)
        begin, end = min(each.begin for each in extents[key]), max(each.end for each in extents[key])
        yield LinkedSpan(ref.text, ref.address, labels.stage(stage), Extent(begin, end))


def _arrows(both: Lines, places: Places, alignment: Alignment, refs: References) -> Iterator[Arrow]:
    late = {(each.step.id, each.need.id): each.late for each in alignment.timing.checks}
    kept = {each.need.id: each.held for each in alignment.value.checks}
    for at, wanted in enumerate(both.wanted):
        ref = refs.need(both.process, wanted.need)
        window, unit = places.windows[at], both.process.time_unit
        if wanted.space:
            outcome: Outcome = "quiet" if kept.get(wanted.need.id, True) else "disturbed"
            name, mark = labels.space(ref.text, outcome), texts().lines_disturbed if outcome == "disturbed" else ""
            yield Arrow(wanted.number, None, outcome, window, ref.address, name, mark=mark)
            continue
        ours = _delivering(both, wanted)
        for number in ours:
            step = both.ours[number].step
            gap = late.get((step.id, wanted.need.id))
            outcome = "no time" if gap is None else "off" if gap else "in time"
            name, mark = labels.met(ref.text, step.name, gap, unit), labels.gap(gap, unit) if gap else ""
            sign = (1 if gap > 0 else -1) if gap else 0
            yield Arrow(wanted.number, number, outcome, window, ref.address, name, sign, mark)
        if not ours:
            yield Arrow(wanted.number, None, "unmet", window, ref.address, labels.unmet(ref.text))


def _delivering(both: Lines, wanted: Wanted) -> tuple[int, ...]:
    return tuple(number for number, our in enumerate(both.ours) if wanted in our.delivers)


def _missing(places: Places, unit: str, lanes: Mapping[Side, str], alignment: Alignment) -> Iterator[Missing]:
    """Where one line has not begun, or is over, and the other has not."""
    failing = {each.which for each in alignment.ends.failing}
    sides: tuple[tuple[Side, tuple[Extent, ...], tuple[Extent, ...]], ...] = (
        ("seller", places.ours, places.theirs),
        ("buyer", places.theirs, places.ours),
    )
    for side, own, other in sides:
        if not own:
            note = texts().lines_nobody_of.format(lane=lanes[side])
            yield Missing(side, Extent(places.begin, places.end), texts().lines_nobody, note, True)
            continue
        if not other:
            continue
        first, last = min(each.begin for each in own), max(each.end for each in own)
        begin, end = min(each.begin for each in other), max(each.end for each in other)
        if first > begin:
            late = side == "seller" and "start" in failing
            yield _late_begin(side, Extent(begin, first), labels.length(first - begin, unit), lanes[side], late)
        if last < end:
            early = side == "seller" and "end" in failing
            yield _early_end(side, Extent(last, end), labels.length(end - last, unit), lanes[side], early)


def _late_begin(side: Side, extent: Extent, time: str, lane: str, fails: bool) -> Missing:
    t = texts()
    note = t.lines_starts_later_of.format(lane=lane, time=time)
    return Missing(side, extent, t.lines_starts_later.format(time=time), note, fails)


def _early_end(side: Side, extent: Extent, time: str, lane: str, fails: bool) -> Missing:
    t = texts()
    note = t.lines_ends_earlier_of.format(lane=lane, time=time)
    return Missing(side, extent, t.lines_ends_earlier.format(time=time), note, fails)
