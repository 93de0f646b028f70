"""Walks over every element of a value, and knows which of its fields refer to others or take Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from twolane.model.element import Element, Prose, Reference, annotation_marks


@dataclass(frozen=True, slots=True)
class Use:
    """One reference: the element that makes it, the key it stands under (and its number there), kind and id."""

    element: Element
    key: str
    index: int | None
    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class FieldText:
    """One text of an element: the key it stands under (and its number there), and whether it takes Markdown."""

    element: Element
    key: str
    index: int | None
    text: str
    prose: bool


def elements(root: Element) -> Iterator[Element]:
    """``root`` and every element inside it, parents first, in the order of the file's format."""
    yield root
    for name in _element_fields(type(root)):
        held = getattr(root, name)
        for each in held if isinstance(held, tuple) else (held,):
            if isinstance(each, Element):
                yield from elements(each)


def uses(element: Element) -> Iterator[Use]:
    """The references that ``element`` itself makes."""
    for key, (name, reference) in _marked(type(element), Reference).items():
        for index, id in _texts(getattr(element, name)):
            yield Use(element, key, index, reference.kind, id)


def texts(element: Element) -> Iterator[FieldText]:
    """The texts that ``element`` itself holds, ids and choices among them."""
    prose = _marked(type(element), Prose)
    for key, name in _text_fields(type(element)):
        for index, text in _texts(getattr(element, name)):
            yield FieldText(element, key, index, text, key in prose)


def _texts(held: Any) -> Iterator[tuple[int | None, str]]:
    if isinstance(held, str):
        yield None, held
    elif isinstance(held, tuple):
        yield from ((index, each) for index, each in enumerate(held) if isinstance(each, str))


@cache
def _marked(owner: type[Element], mark: type[Any]) -> dict[str, tuple[str, Any]]:
    names = {info.alias or name: name for name, info in owner.model_fields.items()}
    return {key: (names[key], found) for key, found in annotation_marks(owner, mark).items()}


@cache
def _element_fields(owner: type[Element]) -> tuple[str, ...]:
    return tuple(name for name, info in owner.model_fields.items() if _holds(info.annotation, Element))


@cache
def _text_fields(owner: type[Element]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (info.alias or name, name)
        for name, info in owner.model_fields.items()
        if name != "at" and not _holds(info.annotation, Element) and _holds(info.annotation, str)
    )


def _holds(annotation: Any, wanted: type[Any]) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, wanted):
        return True
    if isinstance(annotation, str):
        return wanted is str
    return any(_holds(inner, wanted) for inner in getattr(annotation, "__args__", ()))


def element_types(root: type[Element]) -> tuple[type[Element], ...]:
    """``root`` and every class of element that can stand inside it, each once."""
    found: dict[type[Element], None] = {}
    _collect(root, found)
    return tuple(found)


def _collect(annotation: Any, found: dict[type[Element], None]) -> None:
    if not (isinstance(annotation, type) and issubclass(annotation, Element)):
        for inner in getattr(annotation, "__args__", ()):
            _collect(inner, found)
    elif annotation not in found:
        found[annotation] = None
        for info in annotation.model_fields.values():
            _collect(info.annotation, found)
