"""What ends the reading of a text: trouble that mending may help, or a limit that is reached."""

from __future__ import annotations

from dataclasses import dataclass

from twolane.loading.syntax_lines import Trouble
from twolane.source import Span


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one file may hold: bytes, levels of nesting, and values after each alias is written out."""

    bytes: int = 2 * 1024 * 1024
    depth: int = 50
    nodes: int = 100_000


LIMITS = Limits()


class Broken(Exception):
    """The parser or the format refuses the text here; mending may help."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.problem)
        self.trouble = trouble


class TooMuch(Exception):
    """A limit is reached; nothing more is read."""

    def __init__(self, message: str, hint: str, span: Span) -> None:
        super().__init__(message)
        self.message, self.hint, self.span = message, hint, span
