"""Mends for a text that needs quotes: what in it breaks YAML, said in plain words, and the line with the quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from twolane.yaml_text.syntax_lines import Line, Mend, Trouble, closing, quoted, split

QUOTE_IT = "put the whole text in quotes"
_STARTS = {
    **dict.fromkeys("@`%*&!", "has a meaning of its own in YAML"),
    **dict.fromkeys("|>", "announces a text of several lines"),
    "[": "opens a list",
    "{": "opens a group",
    "]": "closes a list",
    "}": "closes a group",
    ",": "separates entries",
}
_CURLY = {"“": "”“", "„": "“”", "”": "”", "‘": "’", "«": "»"}
_BLOCK_HEAD = re.compile(r"[|>][-+0-9]*")
_COLON = re.compile(r":(?=\s|$)")
_APOSTROPHE = re.compile(r"'(?:til|tis|twas|em|cause|round|bout|n|s|\d\ds?)\b", re.IGNORECASE)
_ENTRY = re.compile(r" +- +(?P<text>\S.*?) *")
_WORD = re.compile(r"[\w-]+")


def fault(text: str) -> tuple[int, str] | None:
    """What in a text without quotes YAML would read as something else: its column in the text, and words for it."""
    start = text[:1]
    if start in _STARTS and not _BLOCK_HEAD.fullmatch(text):
        return 0, f"a text cannot begin with “{start}” unless it is in quotes: the sign {_STARTS[start]}"
    if text.startswith(("- ", "? ")):
        return 0, f"a text cannot begin with “{text[:2]}” unless it is in quotes"
    if colon := _COLON.search(text):
        return colon.start(), "the text contains a colon, which YAML takes for the end of a key"
    if " #" in text or start == "#":
        return text.find("#"), "the text contains “ #”, which begins a comment: YAML drops the rest"
    return None


def safe(text: str) -> str:
    """``text`` as it can stand behind a key: as it is, or in quotes where it needs them."""
    end = closing(text)
    if end is not None:
        return text if end == len(text) else quoted(text)
    return quoted(text) if text[:1] in "\"'" or fault(text) else text


def curly(lines: Sequence[str], number: int, _: Trouble) -> Iterator[Mend]:
    """Typographic quotes around a text, which are letters like others to YAML."""
    part = split(lines[number])
    if part.value[:1] in _CURLY and part.value[-1:] in _CURLY[part.value[0]] and len(part.value) > 2:
        message = f"the curly quotes {part.value[0]} {part.value[-1]} are ordinary letters to YAML, not quotes"
        mended = part.with_value(quoted(part.value[1:-1]))
        yield Mend(message, "use straight quotes", number, (mended,), (number, part.column))


def quotes(lines: Sequence[str], number: int, trouble: Trouble) -> Iterator[Mend]:
    """A text that begins with a quote: never closed, closed too early, or with a backslash in it."""
    part = split(lines[number])
    if part.value[:1] in ("'", '"'):
        for message, hint, column, value in broken_quotes(part.value, trouble):
            yield Mend(message, hint, number, (part.with_value(value),), (number, part.column + column))


def broken_quotes(value: str, trouble: Trouble) -> Iterator[tuple[str, str, int, str]]:
    """Message, hint, column of the culprit in ``value`` and the value mended."""
    quote, end = value[0], closing(value)
    if end is None:
        yield from _unclosed(value)
    elif end < len(value) and value[-1] == quote:
        inner = value[1:-1].replace("''", "'") if quote == "'" else value[1:-1].replace('\\"', '"')
        message = f"the text is in quotes and has the same quote {quote} inside, which ends it too early"
        yield message, "use the other kind of quotes around the text", end - 1, quoted(inner)
    elif end < len(value):
        message = "the text goes on behind the closing quote"
        yield message, "put quotes of the other kind around all of it", end, quoted(value)
    elif quote == '"' and "\\" in value and ("escape" in trouble.problem or "hexdec" in trouble.problem):
        yield (*_backslash(value), "'" + value[1:-1].replace("'", "''") + "'")


def _unclosed(value: str) -> Iterator[tuple[str, str, int, str]]:
    if value[0] == '"' and value.endswith('\\"'):
        yield (*_backslash(value), "'" + value[1:-1].replace("'", "''") + "'")
    elif _APOSTROPHE.match(value):
        message = "the text begins with an apostrophe, which YAML takes for an opening quote"
        yield message, QUOTE_IT, 0, quoted(value)
    message = f"the quote {value[0]} that opens here is never closed"
    if value[0] not in value[1:]:
        yield message, f"close it with {value[0]} at the end of the text", 0, value + value[0]
    yield message, QUOTE_IT, 0, quoted(value)


def _backslash(value: str) -> tuple[str, str, int]:
    message = "a backslash between double quotes has a special meaning in YAML"
    return message, "use single quotes, where a backslash is just a backslash", value.index("\\")


def unquoted(lines: Sequence[str], number: int, _: Trouble) -> Iterator[Mend]:
    """A text that begins with, or contains, what YAML takes for its own."""
    part = split(lines[number])
    if part.dashes and " " in part.key and not part.key.startswith(("'", '"')):
        yield from _whole_item(part, number)
    if not part.value or part.value[0] in "\"'" or (part.value[0] in "[{" and _only_brackets(part.value)):
        return
    if part.value.startswith("- ") and part.key:
        yield from _list_beside_key(lines, number)
    found = fault(part.value)
    if found is not None and (part.key or part.dashes):
        mended = part.with_value(quoted(part.value))
        yield Mend(found[1], QUOTE_IT, number, (mended,), (number, part.column + found[0]))


def _list_beside_key(lines: Sequence[str], number: int) -> Iterator[Mend]:
    """A list whose first entry stands on the line of its key: the same list in brackets."""
    part, last = split(lines[number]), number
    entries = [part.value[2:].strip()]
    while last + 1 < len(lines) and (entry := _ENTRY.fullmatch(lines[last + 1])):
        entries.append(entry["text"])
        last += 1
    if last > number or all(_WORD.fullmatch(entry) for entry in entries):
        listed = ", ".join(quoted(entry) if re.search(r"[,\[\]{}]", entry) else safe(entry) for entry in entries)
        message = "an entry of a list cannot stand on the line of its key"
        mended = (part.with_value(f"[{listed}]"), *("" for _ in entries[1:]))
        hint = "write the list in brackets, or each entry on a line of its own"
        yield Mend(message, hint, number, mended, (number, part.column))


def _whole_item(part: Line, number: int) -> Iterator[Mend]:
    text = part.key + part.gap + part.value
    found = fault(text)
    if found is not None:
        mended = f"{part.indent}{part.dashes}{quoted(text)}{part.comment}"
        yield Mend(found[1], QUOTE_IT, number, (mended,), (number, part.content + found[0]))


def _only_brackets(value: str) -> bool:
    """Whether a value is a list or group in brackets, whole or cut off, rather than a text that begins with one."""
    closer = "]" if value[0] == "[" else "}"
    return value.endswith((closer, ",")) or closer not in value


def wrapped(lines: Sequence[str], number: int, trouble: Trouble) -> Iterator[Mend]:
    """A text over several lines with a colon or a hash in it: quotes around all of it."""
    part = split(lines[number])
    last = number
    while last + 1 < len(lines) and lines[last + 1].startswith(" " * (part.content + 1)):
        last += 1
    if last == number or not part.key or not part.value or part.value[0] in "|>\"'[{" or part.value.startswith("- "):
        return
    text = [lines[number][part.column :], *lines[number + 1 : last + 1]]
    quote = "'" if any('"' in line or "\\" in line for line in text) else '"'
    text = [line.replace("'", "''") for line in text] if quote == "'" else text
    mended = (lines[number][: part.column] + quote + text[0], *text[1:-1], text[-1] + quote)
    at = _culprit(lines, number, last, trouble)
    message = "the text goes over several lines and contains a colon or a hash, which mean something to YAML"
    yield Mend(message, QUOTE_IT, number, mended, at)


def _culprit(lines: Sequence[str], first: int, last: int, trouble: Trouble) -> tuple[int, int]:
    hash_ = lines[first].find(" #")
    if hash_ >= 0:
        return first, hash_ + 1
    return (trouble.line, trouble.column) if first <= trouble.line <= last else (first, 0)
