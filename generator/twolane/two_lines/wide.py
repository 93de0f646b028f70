"""The diagram across the page: our line above, the buyer's below, time from left to right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from twolane.two_lines import chips, drawing, ticks
from twolane.two_lines.arrow_places import Aim, aims
from twolane.two_lines.chips import Chip
from twolane.two_lines.flags import Flag, flagged, height_of
from twolane.two_lines.frame import Frame, Parts, Sizes, parts_of
from twolane.two_lines.picture import Picture, Shape, Words
from twolane.two_lines.shapes import path
from twolane.two_lines.step_names import ASCENT, LEADING, SIZE, StepName, our_names, their_names, word
from twolane.two_lines.story import Missing, Story
from twolane.two_lines.text_width import Line, longest_word, measured, wrapped
from twolane.two_lines.time_axis import Axis, axis_of
from twolane.wording.spoken_language import texts

WIDTH = 688.0
"""Pixels: the content of a page between two sidebars in a window of 1,400."""
_GUTTER, _MARGIN, _EDGE = 84.0, 14.0, 6.0
_SIZES = Sizes(theirs=18, ours=16, stage=5, gap=3, least=10)
_FAN = 16.0
"""Pixels in which the poles of names spread out."""
_NEAREST, _FURTHER = 132, 22
"""Pixels between the lines, and how many more each time that what is written on arrows finds no place."""
_LONGEST_MARK = 190.0
_TICKS, _BETWEEN_TICKS = 24.0, 40.0
_LANE = 13.0


@dataclass(frozen=True, slots=True)
class _Layout:
    """Everything that is known once all names hang: ``ours`` and ``theirs`` are names with their flags."""

    story: Story
    axis: Axis
    parts: Parts
    aimed: tuple[Aim, ...]
    ours: tuple[tuple[StepName, Flag], ...]
    theirs: tuple[tuple[StepName, Flag], ...]
    frame: Frame
    chips: tuple[Chip, ...]

    @property
    def bottom(self) -> float:
        """Where the buyer's names end."""
        names = height_of(flag for _, flag in self.theirs)
        return self.frame.rail + self.frame.depth + self.parts.their_edge(_SIZES) + _FAN + names + _EDGE


def wide(story: Story) -> Picture:
    """The diagram across the page; its height is what the names need."""
    axis = axis_of(story.begin, story.end, story.extents, _GUTTER, WIDTH - _GUTTER - _right_margin(story))
    parts = parts_of(story, axis, _SIZES)
    aimed = aims(story.arrows, parts, axis)
    ours = _hung(our_names(story, parts, axis, _SIZES))
    theirs = _hung(their_names(story, parts, axis, _SIZES))
    rail = _EDGE + height_of(flag for _, flag in ours) + _FAN + parts.our_edge(_SIZES)
    frame, placed = _deep_enough(story, rail, parts, aimed)
    layout = _Layout(story, axis, parts, aimed, ours, theirs, frame, placed)
    words = {id(named.of): tuple(_flag_words(layout, named, flag)) for named, flag in (*ours, *theirs)}
    return Picture(
        "wide",
        WIDTH,
        round(layout.bottom if story.ordered else layout.bottom + _TICKS, 1),
        tuple(_below(layout)),
        tuple(_words(layout, words)),
        tuple(drawing.links(story, frame, parts, _SIZES, aimed, words)),
        (*drawing.breaks(axis, frame), *drawing.chip_boxes(story, placed)),
        tuple(drawing.chip_words(placed)),
        bool(axis.breaks),
    )


def _right_margin(story: Story) -> float:
    """Enough for the longest word of what stands at the very end."""
    axis = axis_of(story.begin, story.end, story.extents, _GUTTER, WIDTH - _GUTTER - _MARGIN)
    spans = (*story.theirs, *story.stages, *(our.span for our in story.ours))
    texts = [(each.text, axis.at(each.extent.begin)) for each in spans]
    texts += [(each.text, axis.at((each.extent.begin + each.extent.end) / 2)) for each in story.missing]
    needs = (min(longest_word(text, SIZE, True), 100) + 10 - (WIDTH - at) for text, at in texts)
    return max(_MARGIN, _MARGIN + max(needs, default=0.0))


def _hung(names: Sequence[StepName]) -> tuple[tuple[StepName, Flag], ...]:
    return tuple(zip(names, flagged(names, WIDTH), strict=True))


def _deep_enough(story: Story, rail: float, parts: Parts, aimed: Sequence[Aim]) -> tuple[Frame, tuple[Chip, ...]]:
    """The nearest that the lines can be to each other, with places for all that is written between them."""
    least = sum(len(_lane(name)) for name in (story.buyer, story.seller)) * LEADING + 24
    frames = (Frame(False, rail, max(depth, least)) for depth in count(_NEAREST, _FURTHER))
    tries = ((frame, _chips(story, frame, parts, aimed)) for frame in frames)
    return next((frame, placed) for frame, placed in tries if placed is not None)


def _chips(story: Story, frame: Frame, parts: Parts, aimed: Sequence[Aim]) -> tuple[Chip, ...] | None:
    flights = drawing.flights(story, aimed, frame, parts, _SIZES)
    wanted = [
        (wrapped(arrow.mark, _LONGEST_MARK, chips.SIZE, True), *flight)
        for arrow, flight in zip(story.arrows, flights, strict=True)
        if arrow.mark
    ]
    within = (_GUTTER, frame.rail + 24, WIDTH - 1, frame.rail + frame.depth - 10)
    return chips.chips(wanted, flights, (), within)


def _below(layout: _Layout) -> Iterator[Shape]:
    """What lies under all else: the grid of time, the poles of names, both rails."""
    axis, frame, bottom = layout.axis, layout.frame, layout.bottom
    for tick in () if layout.story.ordered else ticks.ticks(axis, _BETWEEN_TICKS, beside=True):
        yield Shape(path((tick.at, _EDGE), (tick.at, bottom)), "tl-grid")
    for named, flag in layout.ours:
        yield _pole(named, flag, frame, 0, -1, layout.parts.our_edge(_SIZES), "seller")
    for named, flag in layout.theirs:
        yield _pole(named, flag, frame, frame.depth, 1, layout.parts.their_edge(_SIZES), "buyer")
    yield from drawing.rails(layout.story, frame, axis)


def _pole(named: StepName, flag: Flag, frame: Frame, rail: float, sign: int, edge: float, side: str) -> Shape:
    far = edge + _FAN
    places = [(named.target, named.outer), (named.target, edge), (flag.pole, far)]
    places.append((flag.pole, far + flag.offset + flag.height))
    return Shape(frame.path(*((along, rail + sign * across) for along, across in places)), f"tl-pole tl-pole--{side}")


def _words(layout: _Layout, names: dict[int, tuple[Words, ...]]) -> Iterator[Words]:
    """What is written and leads nowhere: the lanes' names, missing ends, the axis."""
    story, frame = layout.story, layout.frame
    for at, line in enumerate(_lane(story.seller)):
        yield word(line, 0, frame.rail + 5 + at * LEADING, "tl-lane tl-lane--seller")
    lane = _lane(story.buyer)
    for at, line in enumerate(lane):
        y = frame.rail + frame.depth + 4 - (len(lane) - 1 - at) * LEADING
        yield word(line, 0, y, "tl-lane tl-lane--buyer")
    for named, _ in (*layout.ours, *layout.theirs):
        if isinstance(named.of, Missing):
            yield from names[id(named.of)]
    if not story.ordered:
        yield from _axis_words(layout)


def _axis_words(layout: _Layout) -> Iterator[Words]:
    y, unit = layout.bottom + _TICKS - 9, measured(texts().lines_unit[layout.story.unit], ticks.SIZE)
    yield word(unit, 0, y, "tl-tick")
    for tick in ticks.ticks(layout.axis, _BETWEEN_TICKS, beside=True):
        half = tick.line.width / 2
        yield word(tick.line, min(max(tick.at, unit.width + 8 + half), WIDTH - half), y, "tl-tick tl-middle")


def _flag_words(layout: _Layout, named: StepName, flag: Flag) -> Iterator[Words]:
    frame, parts = layout.frame, layout.parts
    if any(flag is each for _, each in layout.ours):
        top = frame.rail - parts.our_edge(_SIZES) - _FAN - flag.offset - flag.height
    else:
        top = frame.rail + frame.depth + parts.their_edge(_SIZES) + _FAN + flag.offset
    css = f"{named.css}{' tl-end' if flag.left else ''}"
    for at, line in enumerate(flag.lines):
        yield word(line, flag.text_at, top + ASCENT + at * LEADING, css)


def _lane(name: str) -> tuple[Line, ...]:
    return wrapped(name, _GUTTER - 10, _LANE, True)
