"""The shapes that tell the buyer's steps apart where colour does not: on paper, and for whoever sees no colours."""

from __future__ import annotations

from math import cos, pi, sin

COLOURS = 6
"""Colours that steps take in turn; with seven shapes, 42 steps differ."""


def path(*points: tuple[float, float], closed: bool = False) -> str:
    """A path of straight lines."""
    return "M" + "L".join(f"{_short(x)} {_short(y)}" for x, y in points) + ("Z" if closed else "")


def box(x: float, y: float, width: float, height: float, radius: float = 0) -> str:
    """A rectangle, with round corners where they fit."""
    r = max(0.0, min(radius, width / 2, height / 2))
    if not r:
        return path((x, y), (x + width, y), (x + width, y + height), (x, y + height), closed=True)
    across, down, bend = _short(width - 2 * r), _short(height - 2 * r), _short(r)
    corner = f"a{bend} {bend} 0 0 1 "
    top = f"M{_short(x + r)} {_short(y)}h{across}{corner}{bend} {bend}"
    return f"{top}v{down}{corner}-{bend} {bend}h-{across}{corner}-{bend} -{bend}v-{down}{corner}{bend} -{bend}Z"


def ring(x: float, y: float, radius: float) -> str:
    """A circle."""
    r, d = _short(radius), _short(radius * 2)
    return f"M{_short(x - radius)} {_short(y)}a{r} {r} 0 1 1 {d} 0a{r} {r} 0 1 1 -{d} 0Z"


def marker(number: int, x: float, y: float, radius: float) -> str:
    """The shape of the step of that number, around a middle."""
    kind = number % 7
    if kind == 0:
        return ring(x, y, radius)
    if kind == 1:
        return box(x - radius * 0.88, y - radius * 0.88, radius * 1.76, radius * 1.76)
    if kind == 5:
        return _plus(x, y, radius)
    if kind == 6:
        return _polygon(x, y, radius * 1.15, 10, 0.45)
    corners, turn = {2: (3, 0.0), 3: (4, 0.0), 4: (3, pi)}[kind]
    return _polygon(x, y, radius * 1.2, corners, turn=turn)


def colour(number: int) -> str:
    """The class that gives a shape the colour of the step of that number."""
    return f"tl-c{number % COLOURS + 1}"


def head(tip: tuple[float, float], tail: tuple[float, float], size: float = 8.0) -> str:
    """The head of an arrow that comes from ``tail``."""
    (x, y), (x0, y0) = tip, tail
    length = ((x - x0) ** 2 + (y - y0) ** 2) ** 0.5 or 1.0
    dx, dy = (x - x0) / length * size, (y - y0) / length * size
    return path((x, y), (x - dx - dy / 2, y - dy + dx / 2), (x - dx + dy / 2, y - dy - dx / 2), closed=True)


def _polygon(x: float, y: float, radius: float, corners: int, inner: float = 1.0, turn: float = 0.0) -> str:
    points = []
    for at in range(corners):
        angle = 2 * pi * at / corners - pi / 2 + turn
        r = radius * (inner if at % 2 and inner < 1 else 1)
        points.append((x + r * cos(angle), y + r * sin(angle)))
    return path(*points, closed=True)


def _plus(x: float, y: float, radius: float) -> str:
    a, b = radius, radius / 2.6
    ups = [
        (-b, -a),
        (b, -a),
        (b, -b),
        (a, -b),
        (a, b),
        (b, b),
        (b, a),
        (-b, a),
        (-b, b),
        (-a, b),
        (-a, -b),
        (-b, -b),
    ]
    return path(*((x + dx, y + dy) for dx, dy in ups), closed=True)


def _short(value: float) -> str:
    """A number with at most one decimal; the same picture then has the same bytes everywhere."""
    text = f"{value:.1f}"
    return "0" if text in ("-0.0", "0.0") else text.removesuffix(".0")
