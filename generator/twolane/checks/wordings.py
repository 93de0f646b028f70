"""Recognises a text by its wording, and collects the wordings of a starter to compare others with (P15)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from twolane.checks.everything import everything
from twolane.model.playbook import Playbook
from twolane.model.walk import FieldText, texts
from twolane.source import Place

_WORD = re.compile(r"[\w'’]+")
_SENTENCE = re.compile(r"(?<=[.!?:;…])[\"'”’»)\]*_]*\s+|\n[ \t>]*(?:[-*+]|\d+[.)])[ \t]+|\n[ \t>]*\n")
"""What stands between two sentences: a sign and a space, the sign of a list, an empty line."""
_FEWEST_WORDS = 7
_TO_THE_AUTHOR = (
    "Write here what somebody new should know first",
    "The processes and roles below come from the definitions",
    "Say in three sentences why this company sells what it sells",
    "Say the same in the customer's words",
    "Name a customer who says so, and add the date on which you asked",
)
_BLANK = "fill in"
"""What the starter has in the place of a figure."""
_ASKED = tuple(re.compile(r"[\W_]+".join(_WORD.findall(each)), re.IGNORECASE) for each in _TO_THE_AUTHOR)


def prose_of(playbook: Playbook) -> Iterator[FieldText]:
    """Every text that takes Markdown, with the element and key it stands under; ids, names and choices are none."""
    for element in everything(playbook):
        yield from (each for each in texts(element) if each.prose and each.text)


def written_texts(playbook: Playbook) -> Iterator[tuple[str, Place]]:
    """Every text that takes Markdown with its place: those of the definitions, and what pages written by hand say."""
    for each in prose_of(playbook):
        yield each.text, each.element.at.place(each.key, each.index)
    for page in playbook.written:
        yield from ((passage.text, passage.place) for passage in page.passages)


def blanks(playbook: Playbook) -> Iterator[tuple[str, Place]]:
    """The figures that nobody has filled in since the starter came."""
    for each in playbook.strategy.financials:
        if each.value.strip().casefold() == _BLANK:
            yield each.value, each.at.place("value")


def asked_of_author(text: str) -> str:
    """What ``text`` says of the starter's requests to whoever writes the playbook, as it is written; else empty."""
    return next((" ".join(found[0].split()) for each in _ASKED if (found := each.search(text))), "")


def wording(text: str) -> str:
    """``text`` as two texts are compared: whatever their line breaks, punctuation and capitals.

    Empty for fewer than seven words: “Agrees to a visit” is nobody's own wording.
    """
    words = _WORD.findall(text.casefold())
    return " ".join(words) if len(words) >= _FEWEST_WORDS else ""


def sentences(text: str) -> Iterator[str]:
    """The text itself, then each of its sentences: somebody may have written around one that came."""
    yield text
    parts = _SENTENCE.split(text)
    if len(parts) > 1:
        yield from parts


def wordings(playbook: Playbook) -> frozenset[str]:
    """The wordings of all prose of ``playbook`` and of its sentences, to look others up in."""
    return frozenset(wording(each) for text, _ in written_texts(playbook) for each in sentences(text)) - {""}
