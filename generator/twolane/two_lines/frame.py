"""Turns *along the time* and *across the lines* into x and y: across the page, or down a phone."""

from __future__ import annotations

from dataclasses import dataclass

from twolane.two_lines.shapes import box, path
from twolane.two_lines.spread import rows_without_overlap
from twolane.two_lines.story import Story
from twolane.two_lines.time_axis import Axis, Extent


@dataclass(frozen=True, slots=True)
class Sizes:
    """How thick things are, in pixels, and what lies between them; a block is at least ``least`` long."""

    theirs: float
    ours: float
    stage: float
    gap: float
    between_stages: float = 2.0
    least: float = 12.0


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the two rails are: ours at ``rail``, the buyer's ``depth`` pixels away; ``tall`` when time runs down.

    *Across* counts from our rail towards the buyer's: what is outside of ours is negative.
    """

    tall: bool
    rail: float
    depth: float

    def point(self, along: float, across: float) -> tuple[float, float]:
        """The x and y of a place."""
        return (self.rail - across, along) if self.tall else (along, self.rail + across)

    def box(self, along: tuple[float, float], across: tuple[float, float], radius: float = 0) -> str:
        """The path of a rectangle."""
        (x0, y0), (x1, y1) = self.point(along[0], across[0]), self.point(along[1], across[1])
        return box(min(x0, x1), min(y0, y1), abs(x1 - x0), abs(y1 - y0), radius)

    def path(self, *places: tuple[float, float]) -> str:
        """The path along some places."""
        return path(*(self.point(*place) for place in places))


Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Parts:
    """The pixels of all blocks along the axis, and the row of each; rows count outwards from the rail."""

    theirs: tuple[Span, ...]
    their_rows: tuple[int, ...]
    ours: tuple[Span, ...]
    our_rows: tuple[int, ...]
    stages: tuple[Span, ...]
    stage_rows: tuple[int, ...]

    def their_across(self, number: int, frame: Frame, sizes: Sizes) -> Span:
        """From where to where a step of the buyer reaches."""
        near = frame.depth + 2 + self.their_rows[number] * (sizes.theirs + sizes.gap)
        return near, near + sizes.theirs

    def our_across(self, number: int, sizes: Sizes) -> Span:
        """From where to where a step of ours reaches, the near side first."""
        near = -2 - self.our_rows[number] * (sizes.ours + sizes.gap)
        return near, near - sizes.ours

    def stage_across(self, number: int, sizes: Sizes) -> Span:
        """From where to where the band of a stage reaches, the near side first."""
        near = -self._ours_thick(sizes) - 2 - self.stage_rows[number] * (sizes.stage + sizes.between_stages)
        return near, near - sizes.stage

    def _ours_thick(self, sizes: Sizes) -> float:
        return 2 + _count(self.our_rows) * (sizes.ours + sizes.gap)

    def our_edge(self, sizes: Sizes) -> float:
        """How far our side reaches out from its rail."""
        return self._ours_thick(sizes) + 2 + _count(self.stage_rows) * (sizes.stage + sizes.between_stages)

    def their_edge(self, sizes: Sizes) -> float:
        """How far the buyer's side reaches out from its rail."""
        return 2 + _count(self.their_rows) * (sizes.theirs + sizes.gap)


def parts_of(story: Story, axis: Axis, sizes: Sizes) -> Parts:
    """All blocks of a story on an axis; what overlaps gets rows."""
    theirs = _spans([each.extent for each in story.theirs], axis, sizes.least)
    ours = _spans([each.span.extent for each in story.ours], axis, sizes.least)
    stages = _spans([each.extent for each in story.stages], axis, sizes.least)
    return Parts(
        theirs,
        tuple(rows_without_overlap(theirs)),
        ours,
        tuple(rows_without_overlap(ours)),
        stages,
        tuple(rows_without_overlap(stages)),
    )


def _spans(extents: list[Extent], axis: Axis, least: float) -> tuple[Span, ...]:
    return tuple(axis.pixels(extent, least) for extent in extents)


def _count(rows: tuple[int, ...]) -> int:
    return max(rows, default=-1) + 1
