"""The diagram for a phone: time runs down, the buyer's line on the left, ours on the right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from twolane.two_lines import chips, drawing, ticks
from twolane.two_lines.arrow_places import Aim, aims
from twolane.two_lines.chips import Chip
from twolane.two_lines.frame import Frame, Parts, Sizes, parts_of
from twolane.two_lines.picture import Picture, Shape, Words
from twolane.two_lines.shapes import path
from twolane.two_lines.spread import spread
from twolane.two_lines.step_names import ASCENT, LEADING, SIZE, StepName, our_names, their_names, word
from twolane.two_lines.story import Missing, Story
from twolane.two_lines.text_width import Line, balanced, wrapped
from twolane.two_lines.time_axis import Axis, axis_of

WIDTH = 358.0
"""Pixels: the content of a page on a phone of 390."""
_THEIR_NAMES, _OUR_NAMES, _FAN, _EDGE = 88.0, 106.0, 12.0, 8.0
_NEAREST = 58.0
"""Pixels between the lines at least: room for the word *months* on an arrow."""
_BETWEEN = 6.0
"""Pixels between two names."""
_BETWEEN_TICKS = 48.0
_LANE = 13.0
_ASTRAY = 40.0
"""Pixels that a name may stand away from its block."""
_LEAST, _MOST = 420.0, 20_000.0
"""Pixels of the axis; the most is what names get, which then are far from their blocks."""


@dataclass(frozen=True, slots=True)
class _Columns:
    """The pixels that the axis's figures and both sides' names take across the page."""

    ticks: float
    theirs: float
    ours: float


@dataclass(frozen=True, slots=True)
class _Set:
    """A name with its lines and the top of the first."""

    named: StepName
    lines: tuple[Line, ...]
    top: float


@dataclass(frozen=True, slots=True)
class _Layout:
    """Everything that is known once all names stand."""

    story: Story
    axis: Axis
    parts: Parts
    sizes: Sizes
    columns: _Columns
    aimed: tuple[Aim, ...]
    ours: tuple[_Set, ...]
    theirs: tuple[_Set, ...]
    frame: Frame
    chips: tuple[Chip, ...]

    @property
    def bottom(self) -> float:
        """Where the last of everything ends."""
        ends = [each.top + len(each.lines) * LEADING for each in (*self.ours, *self.theirs)]
        return max(self.axis.end, *ends) + _EDGE


def tall(story: Story) -> Picture:
    """The diagram for a phone; as long as its names need."""
    layout = _laid_out(story)
    words = {id(each.named.of): tuple(_name_words(layout, each)) for each in (*layout.ours, *layout.theirs)}
    return Picture(
        "tall",
        WIDTH,
        round(layout.bottom, 1),
        tuple(_below(layout)),
        tuple(_words(layout, words)),
        tuple(drawing.links(story, layout.frame, layout.parts, layout.sizes, layout.aimed, words)),
        (*drawing.breaks(layout.axis, layout.frame), *drawing.chip_boxes(story, layout.chips)),
        tuple(drawing.chip_words(layout.chips)),
        bool(layout.axis.breaks),
    )


def _laid_out(story: Story) -> _Layout:
    """The shortest axis on which every text finds its place."""
    length = _LEAST
    while True:
        layout = _on_axis(story, length)
        if layout is not None:
            return layout
        length *= 1.2


def _on_axis(story: Story, length: float) -> _Layout | None:
    axis = axis_of(story.begin, story.end, story.extents, _head(story), length)
    sizes = _thin_enough(story, axis)
    parts = parts_of(story, axis, sizes)
    columns = _columns(_tick_room(story, axis), parts.their_edge(sizes) + parts.our_edge(sizes))
    ours = _stacked(our_names(story, parts, axis, sizes), columns.ours, axis)
    theirs = _stacked(their_names(story, parts, axis, sizes), columns.theirs, axis)
    if length < _MOST and not (_fits(ours, axis) and _fits(theirs, axis)):
        return None
    frame = _frame(columns, parts, sizes)
    aimed = aims(story.arrows, parts, axis)
    placed = _chips(story, frame, drawing.flights(story, aimed, frame, parts, sizes), axis)
    if placed is None:
        return None
    return _Layout(story, axis, parts, sizes, columns, aimed, ours, theirs, frame, placed)


def _head(story: Story) -> float:
    """The height of the lanes' names above both lines."""
    return _EDGE + max(len(_lane(story.buyer)), len(_lane(story.seller))) * LEADING + 14


def _thin_enough(story: Story, axis: Axis) -> Sizes:
    """Blocks so thin that all rows together leave room for the arrows, however many there are."""
    parts = parts_of(story, axis, Sizes(0, 0, 0, 0))
    theirs, ours, stages = (max(each, default=0) + 1 for each in (parts.their_rows, parts.our_rows, parts.stage_rows))
    rooms = (_room(28, theirs), _room(32, ours), _room(14, stages))
    gap, between = min(2.0, rooms[0] / theirs / 3, rooms[1] / ours / 3), min(2.0, rooms[2] / stages / 3)
    thick = rooms[0] / theirs - gap, rooms[1] / ours - gap, rooms[2] / stages - between
    return Sizes(min(14, thick[0]), min(11, thick[1]), min(4, thick[2]), gap, between)


def _room(usual: float, rows: int) -> float:
    """Half as much again where rows are many, so that one still tells them apart."""
    return min(max(usual, 3.0 * rows), 1.5 * usual)


def _columns(figures: float, blocks: float) -> _Columns:
    """The names' columns; they give way where long figures and many blocks would bring the lines too near."""
    lacking = max(0.0, figures + _THEIR_NAMES + _OUR_NAMES + 2 * _FAN + blocks + _NEAREST - WIDTH)
    part = 1 - lacking / (_THEIR_NAMES + _OUR_NAMES)
    return _Columns(figures, _THEIR_NAMES * part, _OUR_NAMES * part)


def _frame(columns: _Columns, parts: Parts, sizes: Sizes) -> Frame:
    ours = WIDTH - columns.ours - _FAN - parts.our_edge(sizes)
    theirs = columns.ticks + columns.theirs + _FAN + parts.their_edge(sizes)
    return Frame(True, ours, ours - theirs)


def _tick_room(story: Story, axis: Axis) -> float:
    if story.ordered:
        return 0.0
    return 6 + max((tick.line.width for tick in ticks.ticks(axis, _BETWEEN_TICKS, beside=False)), default=0.0)


def _stacked(names: Sequence[StepName], room: float, axis: Axis) -> tuple[_Set, ...]:
    """Names one below the other, each as near to its block as the others let it."""
    lines = [balanced(each.text, room, SIZE, each.bold) for each in names]
    gaps = [len(each) * LEADING + _BETWEEN for each in lines]
    last = gaps[-1] if gaps else 0.0
    targets = [each.target - LEADING / 2 for each in names]
    high = max(axis.end - last + LEADING, axis.start + sum(gaps[:-1]))
    tops = spread(targets, gaps, axis.start - LEADING / 2, high)
    return tuple(_Set(*each) for each in zip(names, lines, tops, strict=True))


def _fits(names: Sequence[_Set], axis: Axis) -> bool:
    """Whether the names have room, and their leaders are short where twice that room would make them so."""
    room = sum(len(each.lines) * LEADING + _BETWEEN for each in names)
    length = axis.end - axis.start
    astray = max((abs(each.top + LEADING / 2 - each.named.target) for each in names), default=0.0)
    return room <= length and (astray <= _ASTRAY or 2.2 * room <= length)


def _chips(
    story: Story, frame: Frame, flights: Sequence[tuple[chips.Point, chips.Point]], axis: Axis
) -> tuple[Chip, ...] | None:
    """Places for what is written on arrows; as narrow as the room between both lines."""
    wanted = [
        (wrapped(arrow.mark, frame.depth - 12, chips.SIZE, True), *flight)
        for arrow, flight in zip(story.arrows, flights, strict=True)
        if arrow.mark
    ]
    within = (frame.rail - frame.depth + 1, axis.start - 8, frame.rail - 1, axis.end + 8)
    return chips.chips(wanted, flights, (), within)


def _below(layout: _Layout) -> Iterator[Shape]:
    """What lies under all else: the grid of time, the leaders of names, both rails."""
    axis, frame = layout.axis, layout.frame
    first, last = layout.columns.ticks, WIDTH - layout.columns.ours - _FAN
    for tick in () if layout.story.ordered else ticks.ticks(axis, _BETWEEN_TICKS, beside=False):
        yield Shape(path((first, tick.at), (last, tick.at)), "tl-grid")
    for each in layout.ours:
        yield _leader(each, frame, 0, -1, layout.parts.our_edge(layout.sizes), "seller")
    for each in layout.theirs:
        yield _leader(each, frame, frame.depth, 1, layout.parts.their_edge(layout.sizes), "buyer")
    yield from drawing.rails(layout.story, frame, axis)


def _leader(each: _Set, frame: Frame, rail: float, sign: int, edge: float, side: str) -> Shape:
    target, middle = each.named.target, each.top + LEADING / 2
    places = ((target, each.named.outer), (target, edge), (middle, edge + _FAN - 3))
    return Shape(frame.path(*((along, rail + sign * across) for along, across in places)), f"tl-pole tl-pole--{side}")


def _words(layout: _Layout, names: dict[int, tuple[Words, ...]]) -> Iterator[Words]:
    """What is written and leads nowhere: the lanes' names, missing ends, the axis."""
    story = layout.story
    for at, line in enumerate(_lane(story.buyer)):
        yield word(line, 0, _EDGE + ASCENT + at * LEADING, "tl-lane tl-lane--buyer")
    for at, line in enumerate(_lane(story.seller)):
        yield word(line, WIDTH, _EDGE + ASCENT + at * LEADING, "tl-lane tl-lane--seller tl-end")
    for each in (*layout.ours, *layout.theirs):
        if isinstance(each.named.of, Missing):
            yield from names[id(each.named.of)]
    for tick in () if story.ordered else ticks.ticks(layout.axis, _BETWEEN_TICKS, beside=False):
        yield word(tick.line, layout.columns.ticks - 4, tick.at + 4, "tl-tick tl-end")


def _name_words(layout: _Layout, each: _Set) -> Iterator[Words]:
    ours, columns = any(each is one for one in layout.ours), layout.columns
    x = WIDTH - columns.ours if ours else columns.ticks + columns.theirs
    css = each.named.css if ours else f"{each.named.css} tl-end"
    for at, line in enumerate(each.lines):
        yield word(line, x, each.top + ASCENT + at * LEADING, css)


def _lane(name: str) -> tuple[Line, ...]:
    return wrapped(name, WIDTH / 2 - 8, _LANE, True)
