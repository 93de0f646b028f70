"""Cuts a text into the pieces that tokens are made of: words, numbers in any notation, signs and breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from twolane.meaning.plain_text import plain
from twolane.meaning.spelling import american

_PIECE = re.compile(
    r"""(?P<code>`+[^`]+`+)
    | (?P<address>[\w.+-]+@\w[\w-]*\.[\w.-]*\w)
    | (?P<phone>(?<![\w+])(?:\+\d|0\d|\(0\d)[\d ()/.-]{5,}\d(?!\w))
    | (?P<iso>(?<!\d)\d{4}-\d{2}-\d{2}(?!\d))
    | (?P<dotted>(?<![\w.])\d{1,2}(?P<dot>[./])\d{1,2}(?P=dot)(?:\d{4}|\d{2})(?![\w.]*\d))
    | (?P<version>(?<![\w.])v?\d+(?:\.\d+){2,}(?!\w)|\bv\d+(?:\.\d+)*(?!\w))
    | (?P<clock>(?<![\w:])\d{1,2}:\d{2}(?![\d:]))
    | (?P<number>(?<![\w.,])\d{1,3}(?:(?P<group>[,.' ])\d{3})(?:(?P=group)\d{3})*(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)?)
    | (?P<sign>>=|<=|[€$£¥%‰≥≤><±~÷×=+&])
    | (?P<word>[^\W\d_]+\d\w*|[^\W\d_]+(?:'[^\W\d_]+)*'?)
    | (?P<break>\n|[,;:.!?()|/-])
    """,
    re.X,
)
_JOINED = {"/": "÷"}
_CONTRACTIONS = {
    "can't": "can not", "cannot": "can not", "won't": "will not", "shan't": "shall not", "let's": "let us",
    "it's": "it is", "that's": "that is", "there's": "there is", "who's": "who is", "what's": "what is",
    "here's": "here is", "where's": "where is", "how's": "how is", "he's": "he is", "she's": "she is",
    "gonna": "going to", "wanna": "want to",
}  # fmt: skip
_ENDINGS = {"n't": " not", "'re": " are", "'ll": " will", "'ve": " have", "'d": " would", "'m": " am"}


@dataclass(frozen=True, slots=True)
class Piece:
    """``text`` in small letters and American spelling, ``raw`` as it stands there; ``tight`` touches the one before."""

    text: str
    raw: str
    sort: str
    tight: bool = False


def pieces(text: str) -> list[Piece]:
    """The pieces of a text in Markdown."""
    return list(_pieces(plain(text)))


def _pieces(text: str) -> Iterator[Piece]:
    end = -1
    for found in _PIECE.finditer(text):
        sort, raw, tight = found.lastgroup or "", found[0], found.start() == end
        sort = next(name for name in _SORTS if found[name] is not None)
        end = found.end()
        if sort == "word":
            yield from _words(raw, tight)
        elif raw == "/" and not tight and text[end : end + 1] == " ":
            yield Piece("÷", raw, "sign")
        elif raw == "-" and tight and text[end : end + 1].isalpha():
            end += 0
        else:
            yield Piece(raw.casefold(), raw, sort, tight)


_SORTS = ("code", "address", "phone", "iso", "dotted", "version", "clock", "number", "sign", "word", "break")


def _words(raw: str, tight: bool) -> Iterator[Piece]:
    small = raw.casefold()
    expanded = _CONTRACTIONS.get(small) or next(
        (small.removesuffix(end) + more for end, more in _ENDINGS.items() if small.endswith(end)), ""
    )
    if expanded:
        for at, word in enumerate(expanded.split()):
            yield Piece(word, raw if at == 0 else word, "word", tight and at == 0)
        return
    owner = small.removesuffix("'").removesuffix("'s")
    if owner != small:
        yield Piece(american(owner), raw.rstrip("'").removesuffix("'s").removesuffix("'S"), "word", tight)
        yield Piece("'s", "'s", "word", True)
    elif small:
        yield Piece(american(small), raw, "word", tight)
