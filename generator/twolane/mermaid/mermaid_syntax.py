"""Writes text into Mermaid so that it is shown and never read as diagram code."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence

_SPECIAL = re.compile(r"[\x00-\x1f!-/:-@\[-`{-\x7f]")
_LONGEST = 120
"""Characters of a label; a longer text stands in the table beside the diagram."""

BUYER, SELLER, UNMET, QUIET = "buyer", "seller", "unmet", "quiet"
"""The classes of nodes: in the buyer's lane, in ours, wanted from us and delivered by nobody, and beside the way."""
_STYLES = {
    BUYER: "stroke:#b8621b,stroke-width:1.5px",
    SELLER: "stroke:#3d7cc9,stroke-width:1.5px",
    UNMET: "stroke:#b8621b,stroke-width:2px,stroke-dasharray:5 4",
    QUIET: "stroke:#7d8494,stroke-width:1px",
}
# Lines only, in shades that show on light and on dark pages: grounds and letters are the theme's of whoever draws.


def label(text: str) -> str:
    """``text`` for use inside a label: every character but letters, digits, spaces and non-ASCII as ``#NN;``.

    Mermaid ends a line at a backslash before an n, escaped or not; an unseen joiner between them keeps both.
    """
    line = " ".join(text.split()).replace("\\n", "\\\N{WORD JOINER}n")
    return _SPECIAL.sub(lambda match: f"#{ord(match[0])};", line)


def quoted(text: str) -> str:
    """``text`` as the label of a node, an edge or a subgraph."""
    short = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
    return f'"{label(short) or " "}"'


def described(title: str, description: str) -> list[str]:
    """The lines that name and describe a diagram for those who cannot see it."""
    return [f"  accTitle: {label(title)}", f"  accDescr: {label(description)}"]


def wrapped(text: str, width: int, longest: int = _LONGEST) -> str:
    """``text`` as label text in lines of about ``width`` characters, cut with an ellipsis after ``longest``."""
    return "<br/>".join(map(label, _balanced(shortened(text, longest), width))) or " "


def _balanced(line: str, width: int) -> list[str]:
    """The words of ``line`` in as few lines as ``width`` asks for, of about the same length."""
    words = line.split()
    widest = _lines(words, width)
    narrowest = math.ceil(len(line) / max(len(widest), 1))
    narrower = (_lines(words, each) for each in range(narrowest, width))
    return next((lines for lines in narrower if len(lines) == len(widest)), widest)


def _lines(words: Sequence[str], width: int) -> list[str]:
    """Words in lines of at most ``width``; a longer word has its own line. (textwrap takes three times as long.)"""
    lines: list[str] = []
    for word in words:
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def shortened(text: str, longest: int = _LONGEST) -> str:
    """``text`` on one line, cut before a word where that leaves at least half of what may stay."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    start = line[: longest - 1]
    words = start.rpartition(" ")[0].rstrip(",;:–- ")
    return f"{words if len(words) * 2 >= longest else start}…"


def node(name: str, words: str, begin: str = "[", end: str = "]") -> str:
    """The line of a node; ``words`` is label text, ``begin`` and ``end`` its shape."""
    return f'  {name}{begin}"{words}"{end}'


def edge(begin: str, end: str, words: str = "", dotted: bool = False) -> str:
    """The line of an arrow; ``words`` is label text, empty for none."""
    arrow = "-.->" if dotted else "-->"
    return f'  {begin} {arrow}|"{words}"| {end}' if words else f"  {begin} {arrow} {end}"


def classes(members: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """The lines that give nodes, by their names, the looks of their class."""
    for name, nodes in members.items():
        if nodes:
            yield f"  classDef {name} {_STYLES[name]}"
            yield f"  class {','.join(nodes)} {name}"
