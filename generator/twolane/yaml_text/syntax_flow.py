"""Mends for lists and groups in brackets: a bracket or comma that is missing, an entry that needs quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from twolane.yaml_text.syntax_lines import Line, Mend, Trouble, quoted, split
from twolane.yaml_text.syntax_values import QUOTE_IT, broken_quotes, fault

_CLOSERS = {"[": "]", "{": "}"}
_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"(?=\s*(?:[,:\]}]|$))|'(?:[^']|'')*'(?=\s*(?:[,:\]}]|$))")
_ENTRY = re.compile(r"(?P<lead>\s*+)(?P<key>[A-Za-z_][\w-]*+:\s++)?(?P<text>(?:.*\S)?)(?P<tail>\s*)", re.DOTALL)
_MOST_OPEN = 100
"""The most quotes in a line that are not closed; behind more, what is quoted is not looked for any more."""
_NO_COMMA = (re.compile(r"(?<=[\"'])\s+(?=[\"'])"), re.compile(r"(?<=[^\s,{\[:]) +(?=[a-z_]+: )"))


def brackets(lines: Sequence[str], number: int, _: Trouble) -> Iterator[Mend]:
    """A bracket that is not closed, closed by the wrong one, or closed twice."""
    part = split(lines[number])
    if part.value[:1] not in _CLOSERS:
        return
    balanced, column, message = _balance(part.value)
    if message:
        mended = part.with_value(balanced)
        hint = "each “[” needs its “]”, each “{” its “}”"
        yield Mend(message, hint, number, (mended,), (number, part.column + column))


def _balance(value: str) -> tuple[str, int, str]:
    """``value`` with brackets that match, the column of the first that doesn't, and words for it."""
    opened: list[tuple[int, str]] = []
    kept, column, message = list[str](), 0, ""
    for at, char in _outside_quotes(value):
        if char in _CLOSERS:
            opened.append((at, char))
        elif char in ("]", "}"):
            expected = _CLOSERS[opened.pop()[1]] if opened else ""
            if char != expected and not message:
                column, message = at, f"the bracket “{char}” closes nothing here"
            char = expected
        kept.append(char)
    if opened and not message:
        column, message = opened[-1][0], f"the bracket “{opened[-1][1]}” is not closed"
    result, closers = "".join(kept), "".join(_CLOSERS[char] for _, char in reversed(opened))
    return (result.rstrip(" ,") if closers else result) + closers, column, message


def _outside_quotes(value: str) -> Iterator[tuple[int, str]]:
    """Column and text of each piece: a quoted text whole, else one character."""
    at, tries = 0, _MOST_OPEN
    while at < len(value):
        opens = tries > 0 and value[at] in "\"'"
        match = _QUOTED.match(value, at) if opens else None
        tries -= opens and match is None
        piece = match[0] if match else value[at]
        yield at, piece
        at += len(piece)


def entries(lines: Sequence[str], number: int, trouble: Trouble) -> Iterator[Mend]:
    """A comma that is missing, or an entry between brackets that needs quotes."""
    part = split(lines[number])
    if part.value[:1] not in _CLOSERS or part.value[-1:] != _CLOSERS[part.value[0]]:
        return
    for pattern in _NO_COMMA:
        if found := pattern.search(part.value):
            mended = part.with_value(pattern.sub(", ", part.value))
            message = "a comma is missing between two entries"
            at = (number, part.column + found.start())
            yield Mend(message, "put a comma between the entries", number, (mended,), at)
    yield from _in_quotes(part, number, trouble)


def _in_quotes(part: Line, number: int, trouble: Trouble) -> Iterator[Mend]:
    if re.search(r"[\[\]{}]", part.value[1:-1]):
        return
    texts, first, at = [], None, part.column + 1
    for entry in _split(part.value[1:-1]):
        found = _entry(entry, trouble)
        texts.append(found[3] if found else entry)
        first = first or (found and (found[0], found[1], at + found[2]))
        at += len(entry) + 1
    if first:
        mended = part.with_value(part.value[0] + ",".join(texts) + part.value[-1])
        yield Mend(first[0], first[1], number, (mended,), (number, first[2]))


def _split(inner: str) -> list[str]:
    """The entries between the brackets, at the commas outside quotes."""
    texts = [list[str]()]
    for _, piece in _outside_quotes(inner):
        if piece == ",":
            texts.append([])
        else:
            texts[-1].append(piece)
    return ["".join(text) for text in texts]


def _entry(entry: str, trouble: Trouble) -> tuple[str, str, int, str] | None:
    """Message, hint, column of the culprit and the entry mended; ``None`` where nothing is wrong with it."""
    match = _ENTRY.fullmatch(entry)
    lead, key, text, tail = match.group("lead", "key", "text", "tail") if match else ("", None, entry, "")
    before = len(lead) + len(key or "")
    if text[:1] in ("'", '"'):
        broken = next(broken_quotes(text, trouble), None)
        if broken is None:
            return None
        return broken[0], broken[1], before + broken[2], f"{lead}{key or ''}{broken[3]}{tail}"
    found = fault(text)
    if text.startswith("?") and len(text) > 1:
        found = 0, "a text cannot begin with “?” between brackets unless it is in quotes"
    if found is None:
        return None
    return found[1], QUOTE_IT, before + found[0], f"{lead}{key or ''}{quoted(text)}{tail}"
