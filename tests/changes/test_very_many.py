"""Very many things under new ids: which was which is still suggested where their words are the same."""

from __future__ import annotations

import pytest

from tests.support.playbooks import base_files, playbook
from twolane.changes.comparison import compare
from twolane.changes.resembling import likeness


def suggested(number: int, words: str) -> int:
    """How many of so many terms with other ids, and these words behind their definition, are taken for renamed."""
    both = []
    for prefix, more in (("old", "of a plant"), ("new", words)):
        terms = "".join(
            f"  - {{id: {prefix}-{each}, term: Term {each}, definition: The count {each} {more}}}\n"
            for each in range(number)
        )
        both.append(playbook(base_files() | {"process/glossary.yml": f"terms:\n{terms}".encode()}))
    return sum(bool(each.replacement) for each in compare(*both).changes if each.old)


@pytest.mark.parametrize(
    ("number", "words", "found"),
    [(100, "of a plant", 100), (100, "of the plant", 100), (101, "of a plant", 101), (101, "of the plant", 0)],
)
def test_terms_with_other_ids(number: int, words: str, found: int) -> None:
    """Of up to a hundred on each side all are compared; of more, those that say the same are found."""
    assert suggested(number, words) == found


def test_long_texts_are_alike_by_their_words() -> None:
    """Of long texts the order of the words is not looked at."""
    assert likeness("a b " * 90, "b a " * 90) < 1
    assert likeness("a b " * 900, "b a " * 900) == 1
