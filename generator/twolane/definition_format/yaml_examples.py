"""Writes examples as YAML, in the style in which people write definitions."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

_PLAIN = re.compile(r"[A-Za-z0-9./][^:#\[\]{},&*!|>'\"%@`\n]*")
"""What needs no quotes, in a text of its own as well as between brackets."""
_PLAIN_ALONE = re.compile(r"[A-Za-z0-9./](?:[^:#\n]|:(?=\S)|(?<=\S)#)*")
_WIDTH = 90


def shown(value: Any) -> str:
    """A value on one line: ``week``, ``[research, discovery]``; of sentences, each behind a dash on a line of its own.

    Between brackets a sentence would end at its first comma.
    """
    if _is_prose(value):
        return "\n".join(_behind_dashes(value))
    if isinstance(value, list):
        return f"[{', '.join(_scalar(each, _PLAIN) for each in value)}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_scalar(each, _PLAIN)}" for key, each in value.items()) + "}"
    return _scalar(value, _PLAIN_ALONE)


def document(value: dict[str, Any]) -> str:
    """A mapping as the text of a file."""
    return "".join(f"{line}\n" for line in _mapping(value))


def _mapping(value: dict[str, Any]) -> Iterator[str]:
    for key, each in value.items():
        if isinstance(each, list) and any(isinstance(item, dict) for item in each):
            yield f"{key}:"
            for item in each:
                yield from _indented(_mapping(item), "  - ")
        elif _is_prose(each) or (isinstance(each, list) and len(shown(each)) + len(key) > _WIDTH):
            yield f"{key}:"
            yield from (f"  {line}" for line in _behind_dashes(each))
        elif isinstance(each, dict):
            yield f"{key}:"
            yield from _indented(_mapping(each), "  ")
        else:
            yield f"{key}: {shown(each)}"


def _is_prose(value: Any) -> bool:
    """Whether a value is a list of more than ids and single words."""
    return isinstance(value, list) and any(" " in str(each) for each in value)


def _behind_dashes(value: list[Any]) -> Iterator[str]:
    return (f"- {_scalar(each, _PLAIN_ALONE)}" for each in value)


def _indented(lines: Iterator[str], first: str) -> Iterator[str]:
    for number, line in enumerate(lines):
        yield f"{' ' * len(first) if number else first}{line}"


def _scalar(value: Any, plain: re.Pattern[str]) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    return text if plain.fullmatch(text) else json.dumps(text, ensure_ascii=False)
