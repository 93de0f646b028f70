"""How what is gone was written: the lines of the old version that nothing in the new one stands for."""

from __future__ import annotations

from twolane.changes.change import Change, Comparison
from twolane.changes.kind import Nature

_MOST = 12
"""Lines to show of what is gone."""


def gone(change: Change, comparison: Comparison) -> str:
    """The lines of what was removed as a whole, or replaced, without their common indent; empty for any other change.

    At most a dozen lines; the last one says how many more there were.
    """
    if change.kind.nature not in (Nature.REMOVED, Nature.CHANGED) or change.field or change.before is None:
        return ""
    lines = comparison.old_texts.get(change.before.file, "").split("\n")
    first, last = change.before.line - 1, change.before.end_line
    if first >= len(lines):
        return ""
    margin = _margin(lines[first], change.before.column - 1)
    while last < len(lines) and _belongs(lines[last], margin):
        last += 1
    return "\n".join(_shortened([_dedented(line, margin) for line in lines[first:last]]))


def _margin(line: str, column: int) -> int:
    """Where the lines begin to be shown: what is written in braces begins with the brace."""
    around = line[:column].rstrip()
    return len(around) - 1 if around.endswith("{") else column


def _belongs(line: str, margin: int) -> bool:
    """Whether a line goes on with what began in the column ``margin``."""
    if not line.strip():
        return False
    indent = len(line) - len(line.lstrip(" "))
    return indent > margin or (indent == margin and not line.lstrip(" ").startswith(("-", "#")))


def _dedented(line: str, margin: int) -> str:
    """The line without its margin, in which an item's dash may stand."""
    return line[margin:].rstrip()


def _shortened(lines: list[str]) -> list[str]:
    if len(lines) <= _MOST:
        return lines
    return [*lines[: _MOST - 1], f"… and {len(lines) - _MOST + 1} more lines"]
