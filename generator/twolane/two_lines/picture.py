"""A drawing as the template gets it: shapes and texts with their classes, and links around them."""

from __future__ import annotations

from dataclasses import dataclass

from twolane.links.addresses import Address


@dataclass(frozen=True, slots=True)
class Shape:
    """A path (SVG's ``d``) and its classes."""

    path: str
    css: str


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text at a point; ``length`` in pixels where the line must keep it, else 0; ``css`` its classes."""

    x: float
    y: float
    text: str
    length: float
    css: str


@dataclass(frozen=True, slots=True)
class Link:
    """Everything that one thing is drawn by; ``name`` is what a screen reader and a tooltip say."""

    address: Address
    name: str
    css: str
    shapes: tuple[Shape, ...]
    words: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """One drawing, in pixels; ``kind`` is ``wide`` or ``tall``. What is ``above`` is drawn last and leads nowhere.

    ``broken`` tells that the axis is shortened somewhere.
    """

    kind: str
    width: float
    height: float
    below: tuple[Shape, ...]
    words: tuple[Words, ...]
    links: tuple[Link, ...]
    above: tuple[Shape, ...]
    above_words: tuple[Words, ...]
    broken: bool = False
