"""The only door to PyYAML: reads a definition file from the C parser's events into values that know where they stand.

Plain scalars stay text as written; depth, size and aliases are counted before anything is built.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import islice
from typing import Any

import yaml

from twolane.source import Place
from twolane.yaml_text.decoding import clean, decode
from twolane.yaml_text.document import Document, Value
from twolane.yaml_text.line_mending import Attempt, read_with_mends
from twolane.yaml_text.reading_rules import UNREADABLE
from twolane.yaml_text.refusals import LIMITS, Broken, Limits, TooMuch, too_deep, too_large
from twolane.yaml_text.syntax_lines import Trouble
from twolane.yaml_text.value_building import Building

_Parser: Any = getattr(yaml, "CLoader", None)
_TOO_DEEP = "exceeded maximum nesting depth"
"""What libyaml says from 0.2.6 on of a thousand levels, which it may see before it hands on the first of them."""
_OPENING = re.compile(r"[\[{]")


class ParserMissing(Exception):
    """PyYAML is installed without its C parser; the message says what to do."""

    def __init__(self) -> None:
        super().__init__(
            "Twolane needs PyYAML with its C parser (libyaml), which this Python does not have. "
            "Install it with: python -m pip install --force-reinstall --only-binary :all: PyYAML"
        )


def read_document(file: str, data: bytes, limits: Limits = LIMITS) -> Document:
    """The value of the YAML file ``data``, with the findings D001, D002 and D003 (merge keys) about its text.

    ``file`` is the path that findings name. An empty file has the value ``None``; so has one that could not
    be read. Line ends of the document's text are line feeds. After a mistake that could be mended the value is
    that of the mended text. Raises ``ParserMissing``, and nothing else whatever the bytes are.
    """
    if _Parser is None:
        raise ParserMissing
    if len(data) > limits.bytes:
        hint = "split it, or keep long texts as pages of the playbook"
        return Document(file, "", None, (too_large(file, limits.bytes, hint),))
    text, findings = decode(file, data)
    ready, more = clean(file, data, text)
    value, rest = read_with_mends(file, ready, lambda mended: _attempt(file, mended, limits))
    return Document(file, text, value, tuple(findings + more + rest))


def _attempt(file: str, text: str, limits: Limits) -> Attempt:
    """What one pass over ``text`` gives."""
    building = Building(file, text, limits)
    try:
        return Attempt(_value(building, text), building.findings)
    except Broken as broken:
        return Attempt(None, building.findings, broken.trouble, building.subject())
    except TooMuch as stop:
        place = Place.of(file, stop.span)
        finding = UNREADABLE.on(place, stop.message, subject=building.subject(), hint=stop.hint)
        return Attempt(None, [*building.findings, finding])


def _value(building: Building, text: str) -> Value:
    """The value of the whole text; raises ``Broken`` or ``TooMuch``."""
    _refuse_directives(text)
    handlers: dict[type, Callable[[Any], None]] = {
        yaml.ScalarEvent: building.scalar,
        yaml.MappingStartEvent: building.mapping,
        yaml.SequenceStartEvent: building.sequence,
        yaml.MappingEndEvent: building.end,
        yaml.SequenceEndEvent: building.end,
        yaml.AliasEvent: building.alias,
        yaml.DocumentStartEvent: building.document,
    }
    read = 0
    try:
        for event in iter(_Parser(text).get_event, None):
            handler = handlers.get(event.__class__)
            if handler is not None:
                handler(event)
            read = event.end_mark.index
    except yaml.MarkedYAMLError as error:
        if error.problem == _TOO_DEEP:
            raise _too_deep(building, text, read, error.problem_mark) from None
        raise Broken(_trouble(error, building.span[:2])) from None
    except yaml.YAMLError as error:
        raise Broken(Trouble(str(error), *building.span[:2])) from None
    return building.finish()


def _refuse_directives(text: str) -> None:
    """Refuses directives before the parser sees them: they take it the square of their number."""
    if text[:1] == "%" or "\n%" in text:
        before = 0 if text[:1] == "%" else text.index("\n%") + 1
        raise Broken(Trouble("directive", text.count("\n", 0, before), 0))


def _too_deep(building: Building, text: str, read: int, mark: Any) -> TooMuch:
    """Where the first level too many opens behind what has been ``read``, or where the parser stopped."""
    most = building.limits.depth
    openings = islice(_OPENING.finditer(text, read), most - len(building.stack), None)
    at = next((found.start() for found in openings), mark.index)
    return too_deep(most, text.count("\n", 0, at), at - text.rfind("\n", 0, at) - 1)


def _trouble(error: yaml.MarkedYAMLError, before: tuple[int, int]) -> Trouble:
    mark, context = error.problem_mark, error.context_mark
    line, column = (mark.line, mark.column) if mark else before
    began = (context.line, context.column) if context else (line, column)
    return Trouble(error.problem or "", line, column, error.context or "", began, before)
