"""Reads one table of a TOML file into values that know where they stand, in the shape that YAML files have."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from typing import Any

from twolane.findings import Finding
from twolane.source import Place, Source, Span
from twolane.yaml_text.decoding import decode
from twolane.yaml_text.document import AT, Document
from twolane.yaml_text.reading_rules import UNREADABLE
from twolane.yaml_text.refusals import too_large

_HEADER = re.compile(r"\s*+\[\[?([^\]=]*)\]\]?\s*+(?:#.*)?$")
_ASSIGNED = re.compile(r"\s*+([\w-]+|\"[^\"]*\")\s*+=\s*+(.*)")
_TOKENS = re.compile(r"\"(?:[^\"\\]|\\.)*\"?|'[^']*+'?|#.*|(?P<long>(?<![\w.])[-+]?[0-9_]{4301,}+(?![\w.]))")
"""A text, a comment, or a number that is too long."""
_MANY_PARTS = re.compile(r"(?<![\w-])(?:(?:[\w-]++|\"[^\"\n]*+\"|'[^'\n]*+')[ \t]*+\.[ \t]*+){100}")
_TOO_DEEP = "too much is nested in each other"
_LONG = "this number is longer than any that can be read"
_SHORT = "a whole number has up to 19 digits; put it in quotes if it is a text"
_MOST_BITS = 64
_MOST_BYTES = 512 * 1024
_WHERE = re.compile(r"\(at line (\d+), column (\d+)\)")


def read_toml(file: str, data: bytes, table: tuple[str, ...]) -> Document:
    """The table of the TOML file ``data`` as a mapping, ``None`` where the file does not have it.

    Days come as text. The library that reads TOML tells no places, so they are found by the lines of the text:
    a value within brackets over several lines counts as standing at its key.
    """
    if len(data) > _MOST_BYTES:
        hint = "keep there what configures programs, and nothing else"
        return Document(file, "", None, (too_large(file, _MOST_BYTES, hint),))
    text, findings = decode(file, data)
    deep = _MANY_PARTS.search(text)
    if deep:
        # Python's reader takes the square of their number.
        line = text.count("\n", 0, deep.start())
        column = deep.start() - text.rfind("\n", 0, deep.start())
        found = _no_toml(file, text, f"{_TOO_DEEP} (at line {line + 1}, column {column})")
        return Document(file, text, None, (*findings, found))
    try:
        value: Any = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return Document(file, text, None, (*findings, _no_toml(file, text, str(error))))
    except RecursionError:
        return Document(file, text, None, (*findings, _no_toml(file, text, _TOO_DEEP)))
    except ValueError:
        # Python refuses to make a number of more than 4,300 digits.
        place = Place.of(file, _long_number(text))
        return Document(file, text, None, (*findings, UNREADABLE.on(place, _LONG, hint=_SHORT)))
    for name in table:
        value = value.get(name) if isinstance(value, dict) else None
    located = _located(value, _places(file, text, table)) if isinstance(value, dict) else None
    return Document(file, text, located, tuple(findings))


def _long_number(text: str) -> Span:
    """Where the first number stands that is too long to be one; digits within texts and comments are none."""
    for number, line in enumerate(text.split("\n")):
        found = next((match for match in _TOKENS.finditer(line) if match["long"]), None)
        if found:
            return number, found.start(), number, found.end()
    return 0, 0, 0, 0


def _no_toml(file: str, text: str, error: str) -> Finding:
    where, lines = _WHERE.search(error), text.split("\n")
    line, column = (int(where[1]), int(where[2])) if where else (len(lines), len(lines[-1]) + 1)
    place = Place(file, line, column, line, column + 1)
    fault = error.partition(" (at ")[0]
    message = f"this cannot be read as TOML: {fault[:1].lower()}{fault[1:]}"
    return UNREADABLE.on(place, message, hint='texts stand in quotes, such as `fail_on = "warning"`')


def _located(value: dict[str, Any], sources: dict[str, list[Source]], key: str = "", levels: int = 9) -> dict[str, Any]:
    """``value`` with the source of each table under ``AT``; ``sources`` are by the name of the table."""
    own = sources[key].pop(0) if sources.get(key) else sources["*"][0]
    return {AT: own, **{name: _simple(each, sources, name, levels) for name, each in value.items()}}


def _simple(value: Any, sources: dict[str, list[Source]], key: str, levels: int) -> Any:
    """A value as options have it: a day is its text; in the place of what no option is stands a sign."""
    if isinstance(value, dict) and levels:
        return _located(value, sources, key, levels - 1)
    if isinstance(value, list) and levels:
        return [_simple(each, sources, key, levels - 1) for each in value]
    if isinstance(value, dict | list) or (isinstance(value, int) and value.bit_length() > _MOST_BITS):
        return "…"
    return value.isoformat() if isinstance(value, date) else value


def _places(file: str, text: str, table: tuple[str, ...]) -> dict[str, list[Source]]:
    """The sources of the table (its name is empty, and under ``*`` for what has none) and of the ones in it."""
    root = Source(file)
    sources = {"": [root], "*": [root]}
    inside: Source | None = None
    for number, line in enumerate(text.split("\n")):
        header, assigned = _HEADER.match(line), _ASSIGNED.match(line.rstrip())
        if header:
            path = tuple(part.strip(" \"'") for part in header[1].split("."))
            inside = (
                _opened(sources, path[len(table) :], (number, 0, number, len(line.rstrip())))
                if (path[: len(table)] == table)
                else None
            )
        elif inside is not None and assigned:
            name = assigned[1].strip('"')
            inside.keys[name] = (number, assigned.start(1), number, assigned.end(1))
            inside.values[name] = (number, assigned.start(2), number, max(assigned.end(2), assigned.start(2) + 1))
    return sources


def _opened(sources: dict[str, list[Source]], names: tuple[str, ...], span: Span) -> Source:
    """The source of the table whose header stands at ``span``; ``names`` is its way from the table that is read."""
    root = sources["*"][0]
    if not names:
        root.span = span
        return root
    root.keys.setdefault(names[0], span)
    root.values.setdefault(names[0], span)
    entry = Source(root.file, span, root, names[0], len(sources.get(names[0], ())))
    sources.setdefault(names[0], []).append(entry)
    return entry
