"""Which names stand beside each line, in the order of time, and from where their leaders come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from twolane.two_lines.frame import Frame, Parts, Sizes, Span
from twolane.two_lines.picture import Words
from twolane.two_lines.story import LinkedSpan, Missing, Ourselves, Story
from twolane.two_lines.text_width import Line
from twolane.two_lines.time_axis import Axis

SIZE, LEADING, ASCENT = 12.0, 14.5, 11.5
"""The size of names, the distance of their lines, and how far a first line stands below its top."""


@dataclass(frozen=True, slots=True)
class StepName:
    """A text beside a line; its leader comes from ``target`` along the axis and ``outer`` pixels off the rail."""

    target: float
    rank: int
    text: str
    bold: bool
    outer: float
    of: LinkedSpan | Missing | Ourselves

    @property
    def css(self) -> str:
        """The classes of the text."""
        if isinstance(self.of, Missing):
            return "tl-missing tl-missing--bad" if self.of.fails else "tl-missing"
        return f"tl-name{' tl-bold' if self.bold else ''}"


def our_names(story: Story, parts: Parts, axis: Axis, sizes: Sizes) -> list[StepName]:
    """The names of our stages and steps, and what is missing on our side."""
    return sorted(_ours(story, parts, axis, sizes), key=lambda each: (each.target, each.rank))


def their_names(story: Story, parts: Parts, axis: Axis, sizes: Sizes) -> list[StepName]:
    """The names of the buyer's steps, and what is missing on their side."""
    return sorted(_theirs(story, parts, axis, sizes), key=lambda each: (each.target, each.rank))


def _ours(story: Story, parts: Parts, axis: Axis, sizes: Sizes) -> Iterator[StepName]:
    for at, stage in enumerate(story.stages):
        outer = -parts.stage_across(at, sizes)[1]
        yield StepName(parts.stages[at][0] + 2, 0, stage.text, True, outer, stage)
    for at, our in enumerate(story.ours):
        outer = -parts.our_across(at, sizes)[1]
        yield StepName(_near_begin(parts.ours[at]), 1, our.span.text, False, outer, our)
    yield from _missing(story, "seller", axis)


def _theirs(story: Story, parts: Parts, axis: Axis, sizes: Sizes) -> Iterator[StepName]:
    for at, span in enumerate(story.theirs):
        outer = parts.their_across(at, Frame(False, 0, 0), sizes)[1]
        yield StepName(_near_begin(parts.theirs[at]), 1, span.text, True, outer, span)
    yield from _missing(story, "buyer", axis)


def _missing(story: Story, side: str, axis: Axis) -> Iterator[StepName]:
    for each in story.missing:
        if each.side == side:
            yield StepName(axis.at((each.extent.begin + each.extent.end) / 2), 2, each.text, False, 0.0, each)


def _near_begin(span: Span) -> float:
    return min(span[0] + 6, (span[0] + span[1]) / 2)


def word(line: Line, x: float, y: float, css: str) -> Words:
    """A measured line at a point; it keeps its length where that is known for sure."""
    return Words(round(x, 1), round(y, 1), line.text, round(line.width, 1) if line.sure else 0, css)
