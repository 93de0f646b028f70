"""How long a comment is as its host counts, and what fits into it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate

from twolane.mermaid.mermaid_syntax import shortened
from twolane.reports.markdown_text import escaped

_LONGEST_NAME = 300
"""Characters of a name as it is written; most names take no more than they have letters."""
_LENGTHS = (100, 50, 20)
"""How many letters of a long name are tried; twenty fit, whatever they are."""


def size(text: str) -> int:
    """The length of a text as its host counts at most: letters beyond the usual ones, such as emoji, are two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def name(text: str, escape: Callable[[str], str] = escaped) -> str:
    """A name on one line; a very long one is cut, since the room is for what changed."""
    tries = (escape(shortened(text, most)) for most in _LENGTHS)
    return next((each for each in tries if size(each) <= _LONGEST_NAME), "…")


def brief(text: str, letters: int, room: int) -> str:
    """A text on one line, cut to so many letters, and further where these take more room in Markdown."""
    cut = escaped(shortened(text, letters))
    return cut if size(cut) <= room or letters < 2 else brief(text, letters // 2, room)


def that_fit(lines: Iterable[str], room: int) -> int:
    """How many of the lines there is room for."""
    return sum(total <= room for total in accumulate(size(line) + 1 for line in lines))


def fitting(lines: Sequence[str], room: int, rest: Callable[[int], str]) -> Iterator[str]:
    """As many of the lines as there is room for, in characters; ``rest`` says how many more there are."""
    fits = that_fit(lines, room)
    yield from lines[:fits]
    if fits < len(lines):
        yield rest(len(lines) - fits)


def counted(number: int, word: str) -> str:
    """``1 change``, ``2 changes``."""
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def more(number: int, one: str, many: str) -> str:
    """``1 more note``, ``2 more notes``."""
    return f"{number:,} more {one if number == 1 else many}"


def joined(lines: Iterable[str]) -> str:
    """The lines as text, each ended."""
    return "".join(f"{line}\n" for line in lines)


def folded(summary: str, lines: Iterable[str], *, opened: bool = False) -> Iterator[str]:
    """Lines of Markdown that show once ``summary``, which is HTML, is opened, and at once where ``opened``."""
    yield from (f"<details{' open' if opened else ''}><summary>{summary}</summary>", "")
    yield from lines
    yield from ("", "</details>", "")
