"""The words in which two wordings differ: complete, marked by words, and bounded however long the texts are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twolane.changes.word_diff import Mark, apart, differing, new_side, old_side

TEXTS = st.text(st.sampled_from("ab c.,-\n1訪é\u0301"), max_size=40) | st.text(max_size=40)


def marked(old: str, new: str) -> str:
    """Both wordings in one, with marks around what differs."""
    forms = {Mark.SAME: "{}", Mark.OLD: "[-{}-]", Mark.NEW: "{{+{}+}}"}
    return "".join(forms[each.mark].format(each.text) for each in differing(old, new))


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("Agrees to a visit", "Agrees to a discovery visit", "Agrees to a {+discovery +}visit"),
        ("Agrees to a visit", "Agrees to a call", "Agrees to a [-visit-]{+call+}"),
        ("Send two figures first", "Send ten slides first", "Send [-two figures-]{+ten slides+} first"),
        ("Within 1.5 weeks", "Within 1.6 weeks", "Within [-1.5-]{+1.6+} weeks"),
        ("By 2026-10-01, signed", "By 2027-01-01, signed", "By [-2026-10-01-]{+2027-01-01+}, signed"),
        ("They pay.", "They pay!", "They pay[-.-]{+!+}"),
        ("10", "25", "[-10-]{+25+}"),
        ("Call the planner", "Nobody answers", "[-Call the planner-]{+Nobody answers+}"),
        ("訪問する", "訪問した", "訪問[-する-]{+した+}"),
        ("First one,\nthen two", "First one,\nthen three", "First one,\nthen [-two-]{+three+}"),
        ("", "New", "{+New+}"),
        ("Old", "", "[-Old-]"),
        ("Same", "Same", "Same"),
        ("", "", ""),
    ],
)
def test_differing_words(old: str, new: str, shown: str) -> None:
    """Whole words are marked, and where hardly anything is the same, the whole of both."""
    assert marked(old, new) == shown


@given(TEXTS, TEXTS)
def test_nothing_is_lost(old: str, new: str) -> None:
    """The pieces give back both wordings, letter for letter, and none is empty."""
    pieces = differing(old, new)
    assert "".join(each.text for each in old_side(pieces)) == old
    assert "".join(each.text for each in new_side(pieces)) == new
    assert all(each.text for each in pieces)


@given(TEXTS)
def test_the_same_differs_in_nothing(text: str) -> None:
    """A wording and itself have no marks."""
    assert {each.mark for each in differing(text, text)} <= {Mark.SAME}


def test_long_texts_are_marked_from_first_to_last_difference() -> None:
    """A text of thousands of words is not compared word by word; what is the same around it stays unmarked."""
    middle = " ".join(f"word{number}" for number in range(2_000))
    old, new = f"Begin {middle} one end", f"Begin {middle.replace('word', 'term')} two end"
    pieces = differing(f"{old} {middle}", f"{new} {middle}")
    assert [each.mark for each in pieces] == [Mark.SAME, Mark.OLD, Mark.NEW, Mark.SAME]
    assert pieces[0].text == "Begin "
    assert pieces[3].text == f" end {middle}"


@pytest.mark.parametrize(
    ("text", "parts"), [(" a b ", (" ", "a b", " ")), ("a", ("", "a", "")), ("  ", ("", "  ", "")), ("", ("", "", ""))]
)
def test_space_stays_outside_of_marks(text: str, parts: tuple[str, str, str]) -> None:
    """What is marked begins and ends with a word, unless all of it is space."""
    assert apart(text) == parts
