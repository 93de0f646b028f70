"""Reads one table of a TOML file into values that know where they stand, in the shape that YAML files have."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from typing import Any

from twolane.findings import Finding
from twolane.loading.decoding import decode
from twolane.loading.document import AT, Document
from twolane.loading.rules import UNREADABLE
from twolane.source import Place, Source, Span

_HEADER = re.compile(r"\s*\[\[?([^\]=]*)\]\]?\s*(?:#.*)?$")
_ASSIGNED = re.compile(r"\s*([\w-]+|\"[^\"]*\")\s*=\s*(.*?)\s*$")
_WHERE = re.compile(r"\(at line (\d+), column (\d+)\)")


def read_toml(file: str, data: bytes, table: tuple[str, ...]) -> Document:
    """The table of the TOML file ``data`` as a mapping, ``None`` where the file does not have it.

    Days come as text. The library that reads TOML tells no places, so they are found by the lines of the text:
    a value within brackets over several lines counts as standing at its key.
    """
    text, findings = decode(file, data)
    try:
        value: Any = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return Document(file, text, None, (*findings, _no_toml(file, text, str(error))))
    for name in table:
        value = value.get(name) if isinstance(value, dict) else None
    located = _located(value, _places(file, text, table)) if isinstance(value, dict) else None
    return Document(file, text, located, tuple(findings))


def _no_toml(file: str, text: str, error: str) -> Finding:
    where, lines = _WHERE.search(error), text.split("\n")
    line, column = (int(where[1]), int(where[2])) if where else (len(lines), len(lines[-1]) + 1)
    place = Place(file, line, column, line, column + 1)
    fault = error.partition(" (at ")[0]
    message = f"this cannot be read as TOML: {fault[:1].lower()}{fault[1:]}"
    return UNREADABLE.on(place, file, message, hint='texts stand in quotes, such as `fail_on = "warning"`')


def _located(value: dict[str, Any], sources: dict[str, list[Source]], key: str = "") -> dict[str, Any]:
    """``value`` with the source of each table under ``AT``; ``sources`` are by the name of the table."""
    own = sources[key].pop(0) if sources.get(key) else sources["*"][0]
    return {AT: own, **{name: _simple(each, sources, name) for name, each in value.items()}}


def _simple(value: Any, sources: dict[str, list[Source]], key: str) -> Any:
    if isinstance(value, dict):
        return _located(value, sources, key)
    if isinstance(value, list):
        return [_simple(each, sources, key) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def _places(file: str, text: str, table: tuple[str, ...]) -> dict[str, list[Source]]:
    """The sources of the table (its name is empty, and under ``*`` for what has none) and of the ones in it."""
    root = Source(file)
    sources = {"": [root], "*": [root]}
    inside: Source | None = None
    for number, line in enumerate(text.split("\n")):
        header, assigned = _HEADER.match(line), _ASSIGNED.match(line)
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
