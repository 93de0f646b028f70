"""A tick that was made for one wording stands for another, or it does not: the rule that pages and reviews share."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from twolane.meaning.kept_ticks import evened, stands_for
from twolane.meaning.text_meaning import Reading, meaning

PAIRS = json.loads((Path(__file__).parents[1] / "scripts/even_texts.json").read_text("utf-8"))
"""The table by which the script of pages is tested, too."""


@pytest.mark.parametrize(("one", "other"), PAIRS["even"])
def test_what_makes_no_difference(one: str, other: str) -> None:
    """Case, white space and a mark at the end make none, to the script neither; nor is that another meaning."""
    assert evened(one) == evened(other)
    assert stands_for(one, other)
    assert meaning(one, other).reading is Reading.SAME


@pytest.mark.parametrize(("one", "other"), PAIRS["different"])
def test_what_may_make_a_difference(one: str, other: str) -> None:
    """Anything else is left to whoever can tell what a sentence means."""
    assert evened(one) != evened(other)


def test_a_text_that_came_or_went() -> None:
    """Evidence that there was not before was not ticked, whatever it says."""
    assert not stands_for("", "A list")
    assert not stands_for("A list", "")
    assert not stands_for("Agrees to a visit", "Agrees to two visits")
