"""What checks and comparisons say, as sentences of a page."""

from __future__ import annotations

import pytest

from twolane.wording.sentences import said


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("no step delivers it", "No step delivers it."),
        ("add it to `delivers`", "Add it to <code>delivers</code>."),
        ("No longer asked: “Who decides?”", "No longer asked: “Who decides?”"),
        ("there is an answer to “We have one.”", "There is an answer to “We have one.”"),
        ("there is an answer to “We have one”", "There is an answer to “We have one”."),
        ("", ""),
    ],
)
def test_a_sentence_ends_once(text: str, sentence: str) -> None:
    """With its own stop, with that of the words that it quotes at its end, else with one that is added."""
    assert said(text) == sentence
