"""The tables of texts: what templates name is there, nothing is there in vain, and every choice has a word."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from string import Formatter
from typing import Any, Literal, get_args, get_origin

import pytest

import twolane.wording.texts
from tests.support.languages import PSEUDO
from tests.support.playbooks import EXAMPLE
from twolane.model.element import Element
from twolane.wording.choices import Choices
from twolane.wording.plurals import Plural
from twolane.wording.spoken_language import spoken, texts, translated, worded
from twolane.wording.tables import Table
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


def _languages() -> Iterator[tuple[str, Texts]]:
    """Each language that a module beside the tables has, but for English, and the one that nobody speaks."""
    yield "pseudo", PSEUDO
    for module in pkgutil.iter_modules(twolane.wording.texts.__path__, "twolane.wording.texts."):
        for value in vars(import_module(module.name)).values():
            if isinstance(value, Texts) and value is not ENGLISH:
                yield module.name, value


def _places(value: Any, way: str = "") -> dict[str, set[str]]:
    """What is filled in, by the way to each text; both forms of what is counted are one."""
    if isinstance(value, Table):
        parts = [(name, getattr(value, name)) for name in value.names() if name != "sentences"]
    elif isinstance(value, Choices):
        parts = [*value.items()]
    elif isinstance(value, tuple):
        parts = [(str(number), each) for number, each in enumerate(value)]
    else:
        forms = (value.one, value.many) if isinstance(value, Plural) else (str(value),)
        return {way: {name for form in forms for _, name, _, _ in Formatter().parse(form) if name}}
    return {where: names for name, each in parts for where, names in _places(each, f"{way}/{name}").items()}


@pytest.mark.parametrize(("name", "language"), [*_languages()])
def test_a_language_fills_in_what_english_does(name: str, language: Texts) -> None:
    """A text in another language has the places of the English one, so that nothing is lost and nothing fails."""
    assert _places(language) == _places(ENGLISH)
    sentences = language.sentences.items()
    assert [each for each, said in sentences if _places(each) != _places(said)] == []
