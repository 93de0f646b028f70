"""The language that pages are written in: which table of texts holds while a site is made.

A build speaks one language from its first page to its last, so that pages need not hand the table to each other, as
with gettext's ``_``. English holds where nobody has said otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from twolane.wording.texts.all_texts import ENGLISH, Texts

_SPOKEN: ContextVar[Texts] = ContextVar("spoken", default=ENGLISH)


def texts() -> Texts:
    """The words of the language that is spoken here."""
    return _SPOKEN.get()


def translated(sentence: str) -> str:
    """A sentence of a rule, a kind of change or a key of the format in the language that is spoken here."""
    return texts().sentences.get(sentence, sentence)


def worded(sentence: str, **names: object) -> str:
    """The same with its gaps filled in: ``worded("the stage “{stage}” has no goal", stage=stage.name)``."""
    return translated(sentence).format(**names)


@contextmanager
def spoken(language: Texts) -> Iterator[None]:
    """Makes every page that is drawn inside speak ``language``."""
    token = _SPOKEN.set(language)
    try:
        yield
    finally:
        _SPOKEN.reset(token)
