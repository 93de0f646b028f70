"""From the bytes of a file to its text: encoding, line ends, control characters and tabs, each said in plain words."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from itertools import groupby

from twolane.findings import Finding
from twolane.source import Place
from twolane.yaml_text.reading_rules import UNREADABLE

_PLAIN_ASCII = bytes([9, 10, 13, *range(32, 127)])
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_BREAKS = re.compile("[\x0b\x0c\x85\u2028\u2029]")
_WIDE = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAVE = "open the file in your editor and save it again with the encoding “UTF-8”"
_MOST_LINES = 20
_MOST_PARTS = 4
"""Where more than one byte in so many is zero, the text has two bytes a letter, or it is none."""


def decode(file: str, data: bytes) -> tuple[str, list[Finding]]:
    """The text of ``data`` with line feeds as line ends, and what was wrong with its bytes.

    Where the encoding is wrong the text is what was probably meant, so that reading can go on; it is empty
    where the file is no text at all.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _other_encoding(file, data, error)
    if data.count(0) > len(data) / _MOST_PARTS:
        return _wide_without_mark(file, data)
    return (_line_feeds(text) if "\r" in text else text), []


def clean(file: str, data: bytes, text: str) -> tuple[str, list[Finding]]:
    """``text`` without tabs and control characters, line for line, and a finding for each run of such lines."""
    findings: list[Finding] = []
    if data.translate(None, _PLAIN_ASCII) and _FORBIDDEN.search(text):
        text, findings = _without_controls(file, text)
    if "\t" in text:
        text, tabs = _without_tabs(file, text)
        findings += tabs
    return text, findings


def _line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _no_text(file: str) -> Finding:
    return UNREADABLE.on(
        Place(file),
        "this is not a text file",
        hint="put a text file in its place; perhaps a document or a picture was saved under this name",
    )


def _wide_without_mark(file: str, data: bytes) -> tuple[str, list[Finding]]:
    """Text of two bytes a letter that does not begin by saying so, as some programs write it."""
    name = "utf-16-be" if data[:1] == b"\0" else "utf-16-le"
    text = _line_feeds(data.decode(name, "replace"))
    if not text.replace("\n", "").replace("\t", "").isprintable():
        return "", [_no_text(file)]
    return text, [UNREADABLE.on(Place(file), "the file is saved as UTF-16 and not as UTF-8", hint=_SAVE)]


def _other_encoding(file: str, data: bytes, error: UnicodeDecodeError) -> tuple[str, list[Finding]]:
    for mark, name in _WIDE:
        if data.startswith(mark):
            text = _line_feeds(data.decode(name, "replace"))
            message = f"the file is saved as {name.upper()} and not as UTF-8"
            return text, [UNREADABLE.on(Place(file), message, hint=_SAVE)]
    if b"\0" in data:
        return "", [_no_text(file)]
    text = _line_feeds(_mixed(data))
    line = len(_line_feeds(_mixed(data[: error.start])).split("\n")) - 1
    column = len(_line_feeds(_mixed(data[: error.start])).split("\n")[line].removeprefix("\ufeff"))
    lines = text.split("\n")
    message = "this letter is not saved as UTF-8, so the file cannot be read reliably from here on"
    place = Place.of(file, (line, column, line, column + 1))
    return text, [UNREADABLE.on(place, message, hint=_SAVE, replacement=lines[line])]


def _mixed(data: bytes) -> str:
    """``data`` as UTF-8, and each byte that is none as the Windows letter that it probably was."""
    parts, start = [], 0
    while True:
        try:
            parts.append(data[start:].decode("utf-8"))
            return "".join(parts).removeprefix("\ufeff")
        except UnicodeDecodeError as error:
            if len(parts) > 2 * _MOST_LINES:
                return "".join(parts) + data[start:].decode("cp1252", "replace")
            stop, end = start + error.start, start + error.end
            parts.append(data[start:stop].decode("utf-8") + data[stop:end].decode("cp1252", "replace"))
            start = end


def _without_controls(file: str, text: str) -> tuple[str, list[Finding]]:
    lines = text.split("\n")
    findings: list[Finding] = []
    for number, line in enumerate(lines):
        match = _FORBIDDEN.search(line)
        if match is None:
            continue
        lines[number] = _FORBIDDEN.sub("", _BREAKS.sub(" ", line))
        if len(findings) < _MOST_LINES:
            findings.append(_control(file, number, match, lines[number]))
    return "\n".join(lines), findings


def _control(file: str, number: int, match: re.Match[str], mended: str) -> Finding:
    message = f"an invisible control character (U+{ord(match[0]):04X}) stands here"
    place = Place.of(file, (number, match.start(), number, match.end()))
    hint = "delete it; it often comes along when text is pasted from another program"
    return UNREADABLE.on(place, message, hint=hint, replacement=mended)


def _without_tabs(file: str, text: str) -> tuple[str, list[Finding]]:
    lines = text.split("\n")
    findings: list[Finding] = []
    for first, last in _runs([number for number, line in enumerate(lines) if "\t" in line]):
        column = lines[first].index("\t")
        width = _width(lines, first, last)
        lines[first : last + 1] = [_spaces(line, width) for line in lines[first : last + 1]]
        if len(findings) < _MOST_LINES:
            mended = "\n".join(lines[first : last + 1])
            findings.append(_tab(file, (first, column, last), mended))
    return "\n".join(lines), findings


def _tab(file: str, where: tuple[int, int, int], mended: str) -> Finding:
    first, column, last = where
    message = "a tab stands here; YAML wants spaces"
    if last > first:
        message = f"tabs stand here and on the lines up to {last + 1}; YAML wants spaces"
    place = Place.of(file, (first, column, first, column + 1))
    hint = "replace each tab by spaces; most editors can be set to do that for .yml files"
    return UNREADABLE.on(place, message, hint=hint, replacement=mended)


def _spaces(line: str, width: int) -> str:
    rest = line.lstrip(" \t")
    indent = line[: len(line) - len(rest)].replace("\t", " " * width)
    return indent + re.sub(r"\t+", " ", rest).rstrip(" ")


def _width(lines: list[str], first: int, last: int) -> int:
    """The spaces that a tab of these lines stands for: those that make it fit the lines around, else two."""
    tabs = len(lines[first]) - len(lines[first].lstrip("\t"))
    around = [*reversed(lines[max(first - 3, 0) : first]), *lines[last + 1 : last + 4]]
    for line in around:
        content = line.lstrip(" ")
        indent = len(line) - len(content) + (2 if content.startswith("- ") else 0)
        if tabs and content and indent % tabs == 0 and indent // tabs in (2, 4, 6, 8):
            return indent // tabs
    return 2


def _runs(numbers: list[int]) -> Iterator[tuple[int, int]]:
    """First and last of each run of consecutive numbers."""
    for _, group in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        run = [number for _, number in group]
        yield run[0], run[-1]
