"""Puts what people call a version into a sentence."""

from __future__ import annotations

POINT = "the point where"
"""How the name of a version begins that is where one branch left another."""


def inside(label: str) -> str:
    """The version as the place of something: ``in main``, ``at the point where this branch left main``."""
    return f"{'at' if label.startswith(POINT) else 'in'} {label}"


def inside_first(label: str) -> str:
    """The same at the beginning of a sentence."""
    said = inside(label)
    return f"{said[0].upper()}{said[1:]}"
