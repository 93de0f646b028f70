"""Puts the font inside a page that stands alone, those files of it whose letters the page has."""

from __future__ import annotations

import base64
import re

from twolane import third_party

_FACE = re.compile(r"@font-face \{[^{}]*\}\n?")
_FILE = re.compile(r'url\("([^"]+)"\)')
_LETTERS = re.compile(r"unicode-range:([^;}]*)")


def inlined_font(style: str, text: str) -> str:
    """The font's style sheet with its files inside; what ``text`` does not need is left out.

    Raises ``third_party.MissingFile`` where a file did not come with this installation.
    """
    files = {file.name: file for file in third_party.font_files()}
    codes = frozenset(map(ord, text))

    def data(match: re.Match[str]) -> str:
        content = base64.b64encode(files[match[1]].read_bytes()).decode()
        return f'url("data:font/woff2;base64,{content}")'

    def face(match: re.Match[str]) -> str:
        letters = _LETTERS.search(match[0])
        needed = letters is None or any(codes & set(_codes(each)) for each in letters[1].split(","))
        return _FILE.sub(data, match[0]) if needed else ""

    return _FACE.sub(face, style)


def carried_font(style: str) -> str:
    """The font alone, all of it: what a picture carries that somebody saves; MissingFile as above."""
    faces = (face for face in _FACE.findall(style) if _FILE.search(face))
    return inlined_font("".join(faces), "".join(map(chr, range(0x2C7F))))


def _codes(span: str) -> range:
    """The letters of a range as style sheets write them, such as ``U+0100-02BA``."""
    first, _, last = span.strip().removeprefix("U+").partition("-")
    return range(int(first, 16), int(last or first, 16) + 1)
