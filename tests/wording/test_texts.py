"""The tables of texts: what templates name is there, nothing is there in vain, and every choice has a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest

from tests.support.playbooks import EXAMPLE
from twolane.model.element import Element
from twolane.wording.choices import Choices
from twolane.wording.spoken_language import spoken, texts, translated, worded
from twolane.wording.texts.all_texts import ENGLISH, Texts

TEMPLATES = EXAMPLE / "site_templates"
PACKAGE = EXAMPLE / "generator" / "twolane"


def _read(folder: Path, pattern: str) -> Iterator[str]:
    for file in folder.rglob(pattern):
        if "texts" not in file.relative_to(folder).parts:
            yield file.read_text("utf-8")


def test_templates_name_texts_that_exist() -> None:
    """A misspelt text in a template is found here, and not by the first who builds that page."""
    named = {name for template in _read(TEMPLATES, "*.html") for name in re.findall(r"\bt\.([a-z_]+)", template)}
    assert named - set(ENGLISH.names()) == set()


def test_no_text_is_there_in_vain() -> None:
    """Whoever translates the tables translates nothing that no page says."""
    everything = "\n".join((*_read(TEMPLATES, "*.html"), *_read(PACKAGE, "*.py")))
    used = set(re.findall(r"\b(?:t|texts\(\))\.([a-z_]+)", everything))
    assert set(ENGLISH.names()) - used == set()


def test_no_name_is_given_twice() -> None:
    """A text of one kind of page never takes the place of another kind's."""
    own = [name for table in Texts.__mro__ for name in vars(table).get("__annotations__", ())]
    assert len(own) == len(set(own))


def _choices(annotation: Any) -> Iterator[str]:
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
    for inner in getattr(annotation, "__args__", ()):
        yield from _choices(inner)


def _elements(kind: type[Element]) -> Iterator[type[Element]]:
    for each in kind.__subclasses__():
        yield from (each, *_elements(each))


def test_every_choice_of_the_format_has_a_word() -> None:
    """What definitions choose from is said in words for readers, and in another language in that one's."""
    choices = {
        choice
        for kind in _elements(Element)
        for field in kind.model_fields.values()
        for choice in _choices(field.annotation)
    }
    named = (ENGLISH.choice_words, ENGLISH.level_names)
    assert {choice for choice in choices if not any(choice in words for words in named)} == set()


def test_a_table_cannot_be_changed() -> None:
    """One page cannot change what another one says."""
    with pytest.raises(AttributeError, match="cannot be changed"):
        ENGLISH.home = "Start"  # type: ignore[misc]  # what a checker finds, too
    assert ENGLISH.home == "Home"


def test_a_language_names_texts_that_exist() -> None:
    """Of a text that no table has, whoever runs it is told; a checker of types finds it before."""
    with pytest.raises(TypeError, match="Texts has no text hom"):
        Texts(hom="Start")  # type: ignore[call-arg]  # what a checker finds, too


def test_a_language_is_spoken_inside_and_no_longer_outside() -> None:
    """Another language holds while its site is made; a sentence of a rule is looked up by the English one."""
    german = Texts(home="Start", sentences=Choices(hello="Hallo, {name}"))
    with spoken(german):
        assert texts().home == "Start"
        assert texts().roles == "Roles"
        assert worded("hello", name="Eva") == "Hallo, Eva"
        assert translated("no such sentence") == "no such sentence"
    assert texts().home == "Home"
    assert worded("hello {name}", name="{Eva}") == "hello {Eva}"
