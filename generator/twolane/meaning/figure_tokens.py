"""What every reader of figures needs: the text at a place, and the token of a figure that was found."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TypeAlias

from twolane.meaning.pieces import Piece
from twolane.meaning.tokens import Sort, Token

Found: TypeAlias = tuple[Token, int] | None
"""A figure, and the place of the piece behind it."""


def figure_token(kind: str, value: object, found: Sequence[Piece], at: int, end: int) -> tuple[Token, int]:
    """The figure that stands from ``at`` to ``end``, with what is written there."""
    raw = "".join(f"{'' if each.tight or not place else ' '}{each.raw}" for place, each in enumerate(found[at:end]))
    return Token(f"{kind}:{value}", raw, Sort.FIGURE, kind=kind), end


def text_at(found: Sequence[Piece], at: int) -> str:
    """The text of the piece at ``at``; empty where there is none."""
    return found[at].text if 0 <= at < len(found) else ""


def plain_number(value: Decimal) -> str:
    """The number without zeros behind its point."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
