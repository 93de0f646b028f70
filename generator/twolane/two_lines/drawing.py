"""Draws what both layouts have in common: rails, bands, blocks and arrows, as shapes within a frame."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from twolane.two_lines.arrow_places import Aim
from twolane.two_lines.arrows import arrow_link, ends_of
from twolane.two_lines.chips import LEADING, Chip
from twolane.two_lines.frame import Frame, Parts, Sizes, Span
from twolane.two_lines.picture import Link, Shape, Words
from twolane.two_lines.shapes import box, colour, marker
from twolane.two_lines.step_names import word
from twolane.two_lines.story import LinkedSpan, Ourselves, Story
from twolane.two_lines.time_axis import Axis, Extent

_INSET = 0.8
"""Pixels that a block leaves free at each end, so that neighbours are told apart."""
_MARK = 4.6


def rails(story: Story, frame: Frame, axis: Axis) -> Iterator[Shape]:
    """Both lines: full where a side is there, dashed where it is not yet or no more."""
    whole = (axis.start, axis.end)
    for side, across in (("seller", 0.0), ("buyer", frame.depth)):
        begin, end = whole
        for missing in (each for each in story.missing if each.side == side):
            first, last = axis.at(missing.extent.begin), axis.at(missing.extent.end)
            yield Shape(frame.path((first, across), (last, across)), f"tl-rail tl-rail--{side} tl-rail--missing")
            begin, end = (max(begin, last), end) if first <= begin else (begin, min(end, first))
        if begin < end:
            yield Shape(frame.path((begin, across), (end, across)), f"tl-rail tl-rail--{side}")


def links(
    story: Story,
    frame: Frame,
    parts: Parts,
    sizes: Sizes,
    aimed: Sequence[Aim],
    words: Mapping[int, tuple[Words, ...]],
) -> Iterator[Link]:
    """In the order in which a keyboard goes: the buyer's steps, our stages, our steps, and the needs on top of all.

    ``words`` are the names as they are placed, by the identity of what they name.
    """
    for at, span in enumerate(story.theirs):
        yield their_link(at, span, frame, parts, sizes, words[id(span)])
    for at, stage in enumerate(story.stages):
        yield stage_link(at, stage, frame, parts, sizes, words[id(stage)])
    for at, our in enumerate(story.ours):
        yield our_link(at, our, frame, parts, sizes, words[id(our)])
    for arrow, aim in zip(story.arrows, aimed, strict=True):
        yield arrow_link(arrow, aim, frame, parts, sizes)


def flights(story: Story, aimed: Sequence[Aim], frame: Frame, parts: Parts, sizes: Sizes) -> list[tuple[Span, Span]]:
    """The points between which each arrow flies."""
    return [ends_of(arrow, aim, frame, parts, sizes) for arrow, aim in zip(story.arrows, aimed, strict=True)]


def chip_boxes(story: Story, placed: Iterable[Chip]) -> Iterator[Shape]:
    """The grounds of what is written on arrows, in the colours of their arrows."""
    marked = [arrow for arrow in story.arrows if arrow.mark]
    for arrow, chip in zip(marked, placed, strict=True):
        left, top, right, bottom = chip.box
        yield Shape(box(left, top, right - left, bottom - top, 3), f"tl-chip-box {colour(arrow.theirs)}")


def chip_words(placed: Iterable[Chip]) -> Iterator[Words]:
    """What is written on arrows."""
    for chip in placed:
        for at, line in enumerate(chip.lines):
            y = chip.y + (at - (len(chip.lines) - 1) / 2) * LEADING + 4
            yield word(line, chip.x, y, "tl-chip-text tl-middle")


def breaks(axis: Axis, frame: Frame) -> Iterator[Shape]:
    """A zigzag through both lines where the axis is shortened."""
    for first, last in axis.breaks:
        middle = (axis.at(first) + axis.at(last)) / 2
        for rail, sign in ((0.0, -1), (frame.depth, 1)):
            steps = [(middle + (3 if at % 2 else -3), rail + sign * (at * 6 - 7)) for at in range(6)]
            yield Shape(frame.path(*steps), "tl-break-halo")
            yield Shape(frame.path(*steps), "tl-break")


def their_link(
    number: int, span: LinkedSpan, frame: Frame, parts: Parts, sizes: Sizes, words: tuple[Words, ...]
) -> Link:
    """A step of the buyer: a block in its colour with its shape."""
    across = parts.their_across(number, frame, sizes)
    along = _inset(parts.theirs[number])
    x, y = frame.point(_first(along, 1, 10.0), (across[0] + across[1]) / 2)
    css = f"tl-block tl-block--buyer {colour(number)}{_state(span.extent)}"
    radius = min(_MARK, sizes.theirs / 2 - 1.4)
    shapes = [Shape(frame.box(along, across, 3), css), *_torn(span.extent, frame, along, across)]
    shapes.append(Shape(marker(number, x, y, radius), "tl-mark"))
    return Link(span.address, span.name, "tl-thing tl-thing--buyer", tuple(shapes), words)


def our_link(number: int, our: Ourselves, frame: Frame, parts: Parts, sizes: Sizes, words: tuple[Words, ...]) -> Link:
    """A step of ours: a block with the shapes of the buyer's steps that it serves, hatched if it is an orphan."""
    across, along = parts.our_across(number, sizes), _inset(parts.ours[number])
    css = f"tl-block tl-block--seller{_state(our.span.extent)}"
    shapes = [Shape(frame.box(along, across, 2), css)]
    if our.orphan:
        shapes.append(Shape(frame.box(along, across, 2), "tl-hatch"))
    shapes += _torn(our.span.extent, frame, along, across)
    shapes += _served(our.serves, frame, along, across)
    return Link(our.span.address, our.span.name, "tl-thing tl-thing--seller", tuple(shapes), words)


def stage_link(
    number: int, stage: LinkedSpan, frame: Frame, parts: Parts, sizes: Sizes, words: tuple[Words, ...]
) -> Link:
    """A stage: a band outside of its steps."""
    band = frame.box(_inset(parts.stages[number]), parts.stage_across(number, sizes), 2)
    return Link(stage.address, stage.name, "tl-thing tl-thing--stage", (Shape(band, "tl-band"),), words)


def _served(serves: tuple[int, ...], frame: Frame, along: Span, across: Span) -> Iterator[Shape]:
    """The shapes of as many served steps as have room."""
    thick, long = abs(across[1] - across[0]), along[1] - along[0]
    radius = min(3.8, thick / 2 - 1.6)
    shown = serves[: max(1, int(long / (2 * radius + 3)))]
    for at, number in enumerate(shown):
        middle = _first(along, len(shown), 2 * radius + 3) + at * (2 * radius + 3)
        yield Shape(marker(number, *frame.point(middle, sum(across) / 2), radius), f"tl-served {colour(number)}")


def _first(along: Span, count: int, pitch: float) -> float:
    """Where the first of some shapes stands: near the begin, where arrows are few; in the middle of a short block."""
    return min(along[0] + 9.0, (along[0] + along[1] - (count - 1) * pitch) / 2)


def _state(extent: Extent) -> str:
    return "" if extent.timed else " is-untimed"


def _torn(extent: Extent, frame: Frame, along: Span, across: Span) -> Iterator[Shape]:
    """The torn edge of a block that goes on."""
    if extent.open:
        step = (across[1] - across[0]) / 4
        teeth = [(along[1] + (1 if at % 2 == 0 else -4), across[0] + at * step) for at in range(5)]
        yield Shape(frame.path(*teeth), "tl-torn")


def _inset(span: Span) -> Span:
    return span[0] + _INSET, span[1] - _INSET
