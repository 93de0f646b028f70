"""Comments in pages written by hand that leave findings out: `<!-- twolane: ignore[D011] reason -->`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from twolane.loading.ignores import Ignore
from twolane.source import Place

_COMMENT = re.compile(r"<!--\s*twolane:(.*)-->", re.DOTALL)
_WRITTEN = re.compile(r"\s*ignore\[([^\]]*)\](.*)", re.DOTALL)
_SIGNS = re.compile(r"[\s>*+-]*+")
_BEGIN, _END = "<!--", "-->"


def comments(html: str) -> Iterator[tuple[int, int]]:
    """Where each comment in a piece of HTML begins and ends; one that is not closed is none."""
    end = 0
    while (begin := html.find(_BEGIN, end)) >= 0:
        end = html.find(_END, begin + len(_BEGIN)) + len(_END)
        if end < len(_END):
            return
        yield begin, end


def ignore_in(comment: str, place: Place, lines: list[str], following: list[int]) -> Ignore | None:
    """What a comment of HTML leaves out: on its own line, or where it stands alone on the next one that has words.

    ``following`` is what ``next_lines`` says of the lines.
    """
    ours = _COMMENT.fullmatch(comment)
    if ours is None:
        return None
    written = _WRITTEN.fullmatch(ours[1])
    names = tuple(name.strip() for name in written[1].split(",") if name.strip()) if written else ()
    last = place.line + comment.count("\n")
    first = _SIGNS.fullmatch(lines[place.line - 1], 0, place.column - 1)
    alone = first is not None and not lines[last - 1].rpartition(_END)[2].strip()
    reason = " ".join(written[2].split()) if written else ""
    return Ignore(place, following[last] if alone else place.line, names, reason)


def next_lines(lines: list[str]) -> list[int]:
    """For each line by its number, the number of the next one that is neither empty nor a comment alone, or its own."""
    found = [len(lines)] * (len(lines) + 1)
    for number in range(len(lines) - 1, -1, -1):
        below = lines[number]
        found[number] = number + 1 if below.strip() and not _is_comment(below) else found[number + 1]
    return found


def _is_comment(line: str) -> bool:
    return line.strip().startswith(_BEGIN) and line.strip().endswith(_END)
