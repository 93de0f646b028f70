"""Comments in pages written by hand that leave findings out: `<!-- twolane: ignore[D011] reason -->`."""

from __future__ import annotations

import re

from twolane.loading.ignores import Ignore
from twolane.source import Place

_COMMENT = re.compile(r"<!--\s*twolane:(.*)-->", re.DOTALL)
_WRITTEN = re.compile(r"\s*ignore\[([^\]]*)\](.*)", re.DOTALL)
_SIGNS = " \t>*+-"


def ignore_in(comment: str, place: Place, lines: list[str]) -> Ignore | None:
    """What a comment of HTML leaves out: on its own line, or where it stands alone on the next one that has words."""
    ours = _COMMENT.fullmatch(comment)
    if ours is None:
        return None
    written = _WRITTEN.fullmatch(ours[1])
    names = tuple(name.strip() for name in written[1].split(",") if name.strip()) if written else ()
    last = place.line + comment.count("\n")
    before, behind = lines[place.line - 1][: place.column - 1], lines[last - 1].rpartition("-->")[2]
    alone = not before.strip(_SIGNS) and not behind.strip()
    reason = " ".join(written[2].split()) if written else ""
    return Ignore(place, _next(lines, last) if alone else place.line, names, reason)


def _next(lines: list[str], line: int) -> int:
    """The next line that is neither empty nor a comment alone."""
    rest = range(line, len(lines))
    return next((each + 1 for each in rest if lines[each].strip() and not _is_comment(lines[each])), line)


def _is_comment(line: str) -> bool:
    return line.strip().startswith("<!--") and line.strip().endswith("-->")
