"""Recognises a text by its wording, and collects the wordings of a starter to compare others with (P15)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from twolane.checks.everything import everything
from twolane.model.playbook import Playbook
from twolane.model.walk import FieldText, texts
from twolane.source import Place

_WORD = re.compile(r"[\w'’]+")
_FEWEST_WORDS = 7


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


def wording(text: str) -> str:
    """``text`` as two texts are compared: whatever their line breaks, punctuation and capitals.

    Empty for fewer than seven words: “Agrees to a visit” is nobody's own wording.
    """
    words = _WORD.findall(text.casefold())
    return " ".join(words) if len(words) >= _FEWEST_WORDS else ""


def wordings(playbook: Playbook) -> frozenset[str]:
    """The wordings of all prose of ``playbook``, to look others up in."""
    return frozenset(wording(text) for text, _ in written_texts(playbook)) - {""}
