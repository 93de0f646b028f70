"""What ends the reading of a text: trouble that mending may help, or a limit that is reached."""

from __future__ import annotations

from dataclasses import dataclass

from twolane.findings import Finding
from twolane.source import Place, Span
from twolane.yaml_text.reading_rules import UNREADABLE
from twolane.yaml_text.syntax_lines import Trouble


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one file may hold: bytes, levels of nesting, values after each alias is written out, steps."""

    bytes: int = 2 * 1024 * 1024
    depth: int = 50
    nodes: int = 100_000
    steps: int = 500
    """Steps of ours, or of the buyer's, in one process: each of ours is compared with each."""


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


def too_deep(most: int, line: int, column: int) -> TooMuch:
    """What is raised where one more than ``most`` levels opens, in a line and column counted from 0."""
    message = f"more than {most} levels are nested in each other here"
    here = (line, column)
    return TooMuch(message, "write it flatter; the format needs no more than a dozen", (*here, *here))


def too_large(file: str, most: int, hint: str) -> Finding:
    """The finding for a file of more than ``most`` bytes."""
    size = f"{most // 1024 // 1024} MiB" if most >= 1024 * 1024 else f"{most // 1024} KiB"
    message = f"the file is larger than {size}, the most that is read"
    return UNREADABLE.on(Place(file), message, hint=hint)
