"""Draws a need: an arrow to the step of ours that meets it, an open end, or the bracket of a quiet time."""

from __future__ import annotations

from collections.abc import Iterator

from twolane.two_lines.arrow_places import Aim
from twolane.two_lines.frame import Frame, Parts, Sizes, Span
from twolane.two_lines.picture import Link, Shape
from twolane.two_lines.shapes import colour, head, marker, path, ring
from twolane.two_lines.story import Arrow

_STUB = 26.0
"""How far a need for space reaches out."""


def arrow_link(arrow: Arrow, aim: Aim, frame: Frame, parts: Parts, sizes: Sizes) -> Link:
    """A need: an arrow, an open end, or the bracket of a time in which the buyer wants to be left alone."""
    kinds = {"off": "off", "no time": "loose", "unmet": "unmet", "quiet": "space", "disturbed": "space"}
    css = f"tl-need {colour(arrow.theirs)} tl-need--{kinds.get(arrow.outcome, 'met')}"
    shapes = _bracket(arrow, aim, frame, parts, sizes) if arrow.ours is None else ()
    return Link(arrow.address, arrow.name, css, tuple(shapes or _flight(arrow, aim, frame, parts, sizes)))


def ends_of(arrow: Arrow, aim: Aim, frame: Frame, parts: Parts, sizes: Sizes) -> tuple[Span, Span]:
    """The points where an arrow begins and ends."""
    begin = frame.point(aim.tail, parts.their_across(arrow.theirs, frame, sizes)[0])
    across = 14.0 if arrow.ours is None else parts.our_across(arrow.ours, sizes)[0] + 4
    return begin, frame.point(aim.head, across)


def _flight(arrow: Arrow, aim: Aim, frame: Frame, parts: Parts, sizes: Sizes) -> Iterator[Shape]:
    begin, end = ends_of(arrow, aim, frame, parts, sizes)
    yield Shape(path(begin, end), "tl-halo")
    yield Shape(path(begin, end), "tl-shaft")
    yield Shape(head(end, begin), "tl-head")
    yield Shape(marker(arrow.theirs, *begin, 3.4), "tl-tail")


def _bracket(arrow: Arrow, aim: Aim, frame: Frame, parts: Parts, sizes: Sizes) -> Iterator[Shape]:
    """What leads to no step: a dashed shaft with an open ring, or a bracket over the quiet time."""
    begin, end = ends_of(arrow, aim, frame, parts, sizes)
    near = parts.their_across(arrow.theirs, frame, sizes)[0]
    if arrow.outcome == "unmet":
        yield Shape(path(begin, end), "tl-halo")
        yield Shape(path(begin, end), "tl-shaft")
        yield Shape(ring(*end, 4.5), "tl-ring")
    else:
        top, (first, last) = near - _STUB, _at_least(aim.window, 12.0)
        shaft = frame.path((aim.tail, near), (aim.tail, top))
        cap = frame.path((first, top + 7), (first, top), (last, top), (last, top + 7))
        yield from (Shape(shaft, "tl-halo"), Shape(shaft, "tl-shaft"), Shape(cap, "tl-shaft"))
    yield Shape(marker(arrow.theirs, *begin, 3.4), "tl-tail")


def _at_least(span: Span, length: float) -> Span:
    short = max(0.0, length - (span[1] - span[0])) / 2
    return span[0] - short, span[1] + short
