"""Where a value stands: the file, line and column of an element and of each of its fields.

A ``Source`` belongs to one mapping of a definition file and knows its neighbours, so that a finding can
point at the value at fault and name it by ids. Lines and columns count from 1, in code points.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

Span: TypeAlias = tuple[int, int, int, int]
"""First line, first column, last line, column behind the last character; as a parser counts, from 0."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A stretch of a file; ``file`` is relative to the playbook's root, with ``/`` between folders.

    ``end_column`` is the column just behind the last character.
    """

    file: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1

    @classmethod
    def of(cls, file: str, span: Span) -> Place:
        """The place of a parser's span in ``file``."""
        line, column, end_line, end_column = span
        return cls(file, line + 1, column + 1, end_line + 1, end_column + 1)

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(slots=True, eq=False)
class Source:
    """Where one mapping stands, and each of its keys, values and list items.

    Filled while a file is read and never changed afterwards. ``parent`` is the mapping around this one,
    ``key`` the field of the parent that holds it and ``index`` its number there when that field is a list.
    ``bare`` are the words between braces that no colon follows, each with its place: the commas made keys of them.
    All sources are equal to each other: where a value stands is no part of what it says.
    """

    file: str
    span: Span = (0, 0, 0, 0)
    parent: Source | None = None
    key: str = ""
    index: int | None = None
    name: str = ""
    keys: dict[str, Span] = field(default_factory=dict)
    values: dict[str, Span] = field(default_factory=dict)
    items: dict[str, list[Span]] = field(default_factory=dict)
    bare: list[tuple[str, Span]] = field(default_factory=list)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Source)

    def __hash__(self) -> int:
        return 0

    def place(self, key: str | None = None, index: int | None = None) -> Place:
        """The place of the value of ``key`` (of its item ``index``); of the element where it is not given."""
        if key is not None and index is not None and index < len(self.items.get(key, ())):
            return Place.of(self.file, self.items[key][index])
        if key is not None and key in self.values:
            return Place.of(self.file, self.values[key])
        return self.element()

    def key_place(self, key: str) -> Place:
        """The place of the key itself, or of the element where the key is not given."""
        return Place.of(self.file, self.keys[key]) if key in self.keys else self.element()

    def element(self) -> Place:
        """The place of the element: its first key and, where it stands on the same line, that key's value."""
        first = next(iter(self.keys), None)
        if first is None:
            return Place.of(self.file, self.span)
        start, end = self.keys[first], self.values.get(first, self.keys[first])
        last = end if end[2] == start[0] else start
        return Place.of(self.file, (start[0], start[1], last[2], last[3]))

    def elements(self) -> tuple[tuple[str, str], ...]:
        """The way from the file's root to this element in words that outlive moved lines: the key and the id of each.

        Where an element of a list has no id, its number stands for it; where it is no element of a list, nothing.
        """
        if self.parent is None:
            return ()
        return (*self.parent.elements(), (self.key, self.name or ("" if self.index is None else str(self.index + 1))))


AT = "\0at"
"""The key under which a mapping that was read carries its ``Source``; no YAML text can hold a NUL."""


class Quoted(str):
    """A scalar that its author put in quotes or wrote as a block: text, whatever it looks like."""

    __slots__ = ()


NOWHERE = Source("")
"""The source of a value that no file holds, such as a default."""
