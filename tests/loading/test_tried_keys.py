"""Keys that people try first: what is said of them names keys that there are, and does no harm."""

from __future__ import annotations

import re

from twolane.loading.key_answers import ANSWERS
from twolane.loading.model_keys import keys_of
from twolane.loading.playbook_files import OF_A_PROCESS, SHARED
from twolane.loading.tried_keys import SAME, file_of, meant_key
from twolane.model.element import Element
from twolane.model.walk import element_types

FILES = {**SHARED, **OF_A_PROCESS}
ELEMENTS: frozenset[type[Element]] = frozenset(
    owner for model, _ in FILES.values() for owner in element_types(model) if issubclass(owner, Element)
)
EVERY_KEY = frozenset(key for owner in ELEMENTS for key in keys_of(owner))
WRITTEN = ("required: true", "required: false", "kind: gate", "side: buyer")


def test_what_is_tried_is_no_key() -> None:
    """Nothing is said of a key that the element has: where the format gets one, its row here goes."""
    for owner, words in SAME.items():
        assert not words.keys() & set(keys_of(owner)), owner
    for answer in ANSWERS:
        for owner in answer.owners:
            assert not set(answer.keys) & set(keys_of(owner)), answer


def test_words_for_the_same_lead_to_keys_of_the_element() -> None:
    """A key that is suggested is one that the element takes."""
    for owner, words in SAME.items():
        for word, key in words.items():
            assert key in keys_of(owner), (owner, word)
            assert meant_key(owner, word) == key


def test_answers_name_keys_that_there_are() -> None:
    """Whatever stands in backquotes can be written: a key of the format, or a key with a value that loads."""
    for answer in ANSWERS:
        for code in re.findall(r"`([^`]+)`", answer.says):
            assert code in EVERY_KEY or code in WRITTEN, answer.says
    assert all("`" not in code or code.partition(":")[0] in EVERY_KEY for code in WRITTEN)


def test_files_hold_what_is_sent_there() -> None:
    """A key that is sent to another file is one that this file takes, or the file's own name."""
    for owner in ELEMENTS:
        for key in keys_of(owner):
            file = file_of(key).partition(" ")[0]
            if file:
                model, _ = FILES[file]
                assert any(key in keys_of(each) for each in element_types(model)), key


def test_nobody_gets_two_answers() -> None:
    """A key of an element stands in one row alone."""
    seen: set[tuple[type[Element], str]] = set()
    for answer in ANSWERS:
        for pair in ((owner, key) for owner in answer.owners for key in answer.keys):
            assert pair not in seen, pair
            seen.add(pair)
