"""Widths of letters are those of the font that ships, and safe guesses where another font must help out."""

from __future__ import annotations

import pytest

from bootstrap.widths import TABLE, as_text, widths
from twolane.third_party import font_files
from twolane.two_lines.letter_widths import letter_width
from twolane.two_lines.text_width import measured


def test_the_table_is_that_of_the_files() -> None:
    """Whoever renews the font renews the table, by `python tasks.py widths`."""
    assert TABLE.read_text("utf-8") == as_text(widths(font_files({})))


@pytest.mark.parametrize(
    "text", ["Zażółć gęślą jaźń", "Größe – „Maß“", "Việt Nam", "€4,000 & 50 %", "a\u00a0b", "e\u0301"]
)
def test_latin_letters_are_sure(text: str) -> None:
    """Accents, figures and signs are the font's own, also where an accent is written apart."""
    assert measured(text, 12).sure
    assert measured(text, 12).width < measured(text, 12, bold=True).width


def test_an_accent_written_apart_makes_nothing_wider() -> None:
    """What some systems write as two signs is one letter."""
    assert measured("Cafe\u0301", 10).width == measured("Café", 10).width


@pytest.mark.parametrize(
    ("letter", "least"),
    [("工", 1.0), ("한", 1.0), ("🏭", 1.25), ("✓", 0.85), ("Щ", 0.8), ("ω", 0.8), ("ش", 0.8), ("ऋ", 1.0), ("→", 0.8)],
)
def test_other_letters_get_room_enough(letter: str, least: float) -> None:
    """Whichever font draws them: guessed on the safe side, and said to be a guess."""
    width, sure = letter_width(letter, bold=False)
    assert (width >= least, sure) == (True, False)


def test_marks_take_no_room() -> None:
    """What stands on another letter, or is not drawn, has no width."""
    assert [letter_width(each, bold=False)[0] for each in ("\u0308", "\u200b", "\u0651")] == [0, 0, 0]
