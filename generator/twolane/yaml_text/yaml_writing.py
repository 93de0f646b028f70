"""Writes plain values as YAML in the style of people, so that our own reader reads back exactly what was written."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from twolane.model.element import Element
from twolane.model.renames import Regrouped, Renames

_WIDTH = 110
_PLAIN = re.compile(r"[^\W_][\w ,.;()/'’“”–—…%€&+!?@-]*")
"""What needs no quotes behind a key or a dash; a mark that may mean something to YAML makes a text need them."""
_PLAIN_LISTED = re.compile(r"[^\W_][\w .()/%€+-]*")
"""What needs none between brackets."""
_EMPTY = frozenset(("null", "Null", "NULL"))
_ONE_SPACE_APART = re.compile(r"\S+(?: \S+)*")
_ESCAPED = re.compile("[\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff]")


def plain(element: Element) -> dict[str, Any]:
    """What an element says, by the keys of its file; what says no more than is taken for granted is left out."""
    return {key: _plain(value) for key, value in element.model_dump(by_alias=True, exclude_defaults=True).items()} | {
        key: _old_ids(held)
        for key in type(element).model_fields
        if isinstance(held := getattr(element, key), Renames | Regrouped) and held != type(held)()
    }


def document(value: Mapping[str, Any]) -> str:
    """A mapping of texts, numbers, truths, days, lists and mappings as the text of a file.

    No list holds lists, as none does in the format of definitions.
    """
    return "".join(f"{line}\n" for line in _mapping(value))


def listed(value: Mapping[str, Any]) -> list[str]:
    """The lines of a mapping as an item of a list that is not indented."""
    return list(_indented(list(_mapping(value)) or ["{}"], "- ", "  "))


def _old_ids(held: Renames | Regrouped) -> Any:
    """Old and new ids as a file has them: the mapping itself, or the list of what a process names for itself."""
    if isinstance(held, Regrouped) and held.itself:
        return _plain(held.itself)
    return _plain(dict(held.entries))


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, list | tuple) else value


def _mapping(value: Mapping[str, Any]) -> Iterator[str]:
    for key, each in value.items():
        name = _scalar(key, _PLAIN_LISTED)
        if each is None:
            yield f"{name}:"
        elif isinstance(each, dict):
            yield from _below(f"{name}:", _mapping(each), " {}")
        elif isinstance(each, list):
            yield from _list(name, each)
        else:
            first, *rest = _text(each, len(name) + 2)
            yield f"{name}: {first}"
            yield from _indented(rest, "  ", "  ")


def _below(head: str, inner: Iterable[str], empty: str) -> Iterator[str]:
    lines = list(inner)
    yield head if lines else f"{head}{empty}"
    yield from _indented(lines, "  ", "  ")


def _list(name: str, items: list[Any]) -> Iterator[str]:
    if not any(isinstance(each, dict) for each in items):
        line = f"{name}: [{', '.join(_scalar(each, _PLAIN_LISTED) for each in items)}]"
        if len(line) <= _WIDTH and not any("\n" in str(each) or _is_sentence(each) for each in items):
            yield line
            return
    yield f"{name}:"
    for each in items:
        lines = listed(each) if isinstance(each, dict) else _indented(_text(each, 4), "- ", "  ")
        yield from _indented(lines, "  ", "  ")


def _is_sentence(value: Any) -> bool:
    """Whether a text of a list reads better on a line of its own: where it would need quotes between brackets."""
    return isinstance(value, str) and not _PLAIN_LISTED.fullmatch(value)


def _indented(lines: Iterable[str], first: str, others: str) -> Iterator[str]:
    for number, line in enumerate(lines):
        yield f"{others if number else first}{line}" if line else line


def _text(value: Any, before: int) -> Iterator[str]:
    """The lines of a single value, the first of which stands behind its key or dash."""
    if not isinstance(value, str) or (len(value) + before <= _WIDTH and "\n" not in value) or not _may_be_block(value):
        yield _scalar(value, _PLAIN)
    elif "\n" in value:
        yield "|-"
        yield from value.split("\n")
    elif _ONE_SPACE_APART.fullmatch(value):
        yield ">-"
        yield from textwrap.wrap(value, _WIDTH - 8, break_long_words=False, break_on_hyphens=False)
    else:
        yield _scalar(value, _PLAIN)


def _may_be_block(text: str) -> bool:
    """Whether a block would hold each letter: none invisible, no blanks where a block begins or its lines end."""
    lines = text.split("\n")
    ends = all(line == line.rstrip(" ") for line in lines) and bool(lines[-1])
    return ends and text[0] not in " \n" and all(char == "\n" or char.isprintable() for char in text)


def _scalar(value: Any, unquoted: re.Pattern[str]) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value:.0f}" if value.is_integer() and abs(value) < 1e15 else repr(value)
    text = str(value)
    if not isinstance(value, str) or _is_plain(text, unquoted):
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)


def _is_plain(text: str, unquoted: re.Pattern[str]) -> bool:
    return bool(unquoted.fullmatch(text)) and text not in _EMPTY and not text.endswith(" ")
