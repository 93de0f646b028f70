"""Texts are the same where their words are."""

from __future__ import annotations

import pytest

from twolane.checks.wordings import wording


@pytest.mark.parametrize(
    "other",
    [
        "Who else notices it when it goes wrong?",
        "who else notices it when it\n  goes wrong",
        "Who else notices it, when it goes **wrong**?",
    ],
)
def test_line_breaks_capitals_and_punctuation_do_not_matter(other: str) -> None:
    """A text is recognised after it was broken into lines, capitalised or punctuated in another way."""
    assert wording(other) == wording("Who else notices it when it goes wrong?") != ""


def test_another_word_matters() -> None:
    """One other word makes it another text."""
    assert wording("Who else notices it when it goes well?") != wording("Who else notices it when it goes wrong?")


def test_short_texts_have_no_wording() -> None:
    """Fewer than seven words are nobody's own, so they are never recognised."""
    assert wording("Agrees to a visit next week, perhaps") != ""
    assert wording("Agrees to a visit next week") == ""
