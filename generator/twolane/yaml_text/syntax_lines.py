"""The anatomy of one line of a definition file, and how a text is put in quotes: what mending a line needs."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LINE = re.compile(r"(?P<indent> *)(?P<dashes>(?:- +)*)(?P<rest>.*)", re.DOTALL)
_KEY = re.compile(r"(?:\"[^\"]*\"|'[^']*'|[^\s\"'#\[\]{}&*!|>%@`,:][^:#\"\[\]{}]*?):(?= |$)")
_COMMENT = re.compile(r"(?:^|(?<!\s)\s++)#(?:\s.*)?$")
_CLOSED = {"'": re.compile(r"'(?:[^']|'')*'"), '"': re.compile(r'"(?:[^"\\]|\\.)*"')}


@dataclass(frozen=True, slots=True)
class Trouble:
    """Where reading broke and what the parser (or our own reading of its events) says about it; all from 0.

    ``began`` is where what was being read began, ``before`` where the last text that could be read begins.
    """

    problem: str
    line: int
    column: int
    context: str = ""
    began: tuple[int, int] = (-1, -1)
    before: tuple[int, int] = (-1, -1)


@dataclass(frozen=True, slots=True)
class Mend:
    """A likely cause in plain words, and the lines from ``line`` on as they should read (as many as they replace).

    ``at`` is the line and column of the culprit, from 0.
    """

    message: str
    hint: str
    line: int
    lines: tuple[str, ...]
    at: tuple[int, int]

    @property
    def last(self) -> int:
        """The last of the lines replaced."""
        return self.line + len(self.lines) - 1


@dataclass(frozen=True, slots=True)
class Line:
    """A line in its parts, which joined give the line again: ``  - `` ``name:`` `` `` ``Notice`` ``  # note``."""

    indent: str
    dashes: str
    key: str
    gap: str
    value: str
    comment: str

    @property
    def column(self) -> int:
        """The column at which the value begins."""
        return len(self.indent) + len(self.dashes) + len(self.key) + len(self.gap)

    @property
    def content(self) -> int:
        """The column at which the key, or the text of an item, begins."""
        return len(self.indent) + len(self.dashes)

    def with_value(self, value: str) -> str:
        """The whole line with another value."""
        return f"{self.indent}{self.dashes}{self.key}{self.gap}{value}{self.comment}"


def split(text: str) -> Line:
    """The parts of one line."""
    match = _LINE.fullmatch(text)
    indent, dashes, rest = match.group("indent", "dashes", "rest") if match else ("", "", text)
    key = _KEY.match(rest)
    name = key[0] if key else ""
    behind = rest[len(name) :]
    value = behind.lstrip(" ")
    gap = behind[: len(behind) - len(value)]
    comment = _comment_of(value)
    return Line(indent, dashes, name, gap, value[: len(value) - len(comment)], comment)


def _comment_of(value: str) -> str:
    """What behind a value is a comment: a hash that a space follows, outside closed quotes."""
    end = closing(value)
    start = end if end is not None else 0
    match = _COMMENT.search(value, start)
    return value[match.start() :] if match else value[len(value.rstrip()) :]


def closing(value: str) -> int | None:
    """Behind which column the quote closes with which ``value`` begins; ``None`` where it doesn't, or there is none."""
    pattern = _CLOSED.get(value[:1])
    match = pattern.match(value) if pattern else None
    return match.end() if match else None


def quoted(text: str) -> str:
    """``text`` as a YAML scalar in quotes, the double ones where they need no escapes."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'
