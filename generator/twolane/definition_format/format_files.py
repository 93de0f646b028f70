"""Reads the files of the format from the JSON Schemas and the model behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from twolane.definition_format import format_values
from twolane.definition_format.format_values import File, Key
from twolane.definition_format.key_types import Schema, alternatives, choices, takes
from twolane.definition_format.yaml_examples import document, shown
from twolane.links.addresses import Address
from twolane.links.element_links import Ref
from twolane.loading.json_schemas import front_schema, row_schema, schemas
from twolane.loading.playbook_files import OF_A_PROCESS, SHARED
from twolane.model.element import Element, Prose, Reference, annotation_marks
from twolane.model.releases import Actual
from twolane.model.walk import element_types
from twolane.model.written_page import FrontMatter

FOLDER = "reference"
"""The folder of the pages."""
ACTUALS, PAGE = "actuals.csv", "page.md"
_UNIQUE = {"playbook": "in the whole playbook", "process": "within its process", "parent": "within its list"}
_SHOWN_AT = {"SwotItem": "weaknesses"}
"""Where a mapping that may stand in several places is shown in the example, so that no id stands there twice."""
_INNER = re.compile(r"(?<=[a-z])(?=[A-Z])")


def page_of(file: str) -> str:
    """The path of the page about a file: ``reference/process``."""
    return f"{FOLDER}/{file.partition('.')[0]}"


def file_names() -> tuple[str, ...]:
    """The names of the files that ``files`` tells of."""
    return (*_models(), ACTUALS, PAGE)


@cache
def files() -> tuple[File, ...]:
    """Every kind of file, those of the playbook's folder first; reads what the model says of its fields."""
    found = schemas()
    yaml = (_file(name, model, key, found[name.removesuffix(".yml")]) for name, (model, key) in _models().items())
    rows = replace(_file(ACTUALS, Actual, "", row_schema()), schema="", example="")
    return (*yaml, rows, _front())


def _front() -> File:
    """What a page written by hand says of itself."""
    found = _file(PAGE, FrontMatter, "", front_schema())
    example = f"---\n{found.example}---\n# A page\n"
    return replace(found, path="playbook/….md", schema="", example=example)


def _models() -> Mapping[str, tuple[type[Element], str]]:
    return {**SHARED, **OF_A_PROCESS}


def _file(name: str, model: type[Element], key: str, schema: Schema) -> File:
    top = schema["anyOf"][0] if "anyOf" in schema else schema
    parts = {**schema.get("definitions", {}), model.__name__: top}
    inner = "<process>/" if name in (*OF_A_PROCESS, ACTUALS) else ""
    return File(
        name=name,
        path=f"process/{inner}{name}",
        schema=f"{'../' if inner else ''}.schema/{name.removesuffix('.yml')}.json",
        means=_upper(_markdown(schema.get("description", "")).partition(": ")[2]),
        bare=key if "anyOf" in schema else "",
        mappings=tuple(_mapping(owner, model, name, parts) for owner in element_types(model) if _is_told(owner, parts)),
        example=document(_example(top, parts)),
    )


def _is_told(owner: type[Element], parts: Mapping[str, Schema]) -> bool:
    """Whether a class has keys of its own; one that holds names of the author's choice has none."""
    return owner.__name__ in parts


def _mapping(owner: type[Element], top: type[Element], file: str, parts: Mapping[str, Schema]) -> format_values.Mapping:
    schema = parts[owner.__name__]
    of_top = owner is top
    return format_values.Mapping(
        anchor=_anchor(owner, top),
        title="The keys of the file" if of_top else _title(owner),
        means="" if of_top else _markdown(schema.get("description", "")),
        ways=() if of_top else tuple(_ways(owner.__name__, top.__name__, parts)),
        unique=_UNIQUE.get(owner.SCOPE, "") if "id" in schema["properties"] else "",
        keys=tuple(_key(owner, _anchor(owner, top), name, schema, file) for name in schema["properties"]),
    )


def _key(owner: type[Element], anchor: str, name: str, schema: Schema, file: str) -> Key:
    entry = schema["properties"][name]
    reference = annotation_marks(owner, Reference).get(name)
    refs = _ids_of(reference.kind) if reference else _nested(entry, file)
    return Key(
        name=name,
        anchor=f"{anchor}--{name.replace('_', '-')}",
        means=_markdown(entry.get("description", "")),
        takes=takes(entry, refs, name in annotation_marks(owner, Prose)),
        choices=choices(entry),
        required=name in schema.get("required", ()),
        default=shown(entry["default"]) if "default" in entry else "",
        example=shown(_shown_example(entry)) if entry.get("examples") else "",
    )


def _shown_example(entry: Schema) -> Any:
    """The example of a key; where it holds a list of sentences, the schema gives one of them."""
    example = entry["examples"][0]
    sentence = isinstance(example, str) and " " in example
    return [example] if sentence and alternatives(entry)[1] else example


def _ids_of(kind: str) -> tuple[Ref, ...]:
    """Links to the mappings of ``kind``, or of several kinds with “or” between them."""
    return tuple(Ref(each, _kinds()[each]) for each in kind.split(" or "))


@cache
def _kinds() -> Mapping[str, Address]:
    """Where each kind of mapping with an id is described."""
    return {
        owner.KIND: Address(page_of(file), _anchor(owner, model))
        for file, (model, _) in _models().items()
        for owner in element_types(model)
        if owner.KIND
    }


def _nested(entry: Schema, file: str) -> tuple[Ref, ...]:
    """The link to the mapping that a key holds, alone or in a list."""
    name = _held(entry)
    owner = next((each for each in element_types(_models()[file][0]) if each.__name__ == name), None) if name else None
    return (Ref(_lower(_title(owner)), Address(page_of(file), _anchor(owner, None))),) if owner else ()


def _held(entry: Schema) -> str:
    """The name of the definition that an entry holds, alone or in a list; empty for single values."""
    one, several, _ = alternatives(entry)
    return str((several or one or {}).get("$ref", "")).rpartition("/")[2]


def _ways(name: str, top: str, parts: Mapping[str, Schema], above: str = "") -> Iterator[str]:
    for key, entry in parts[top]["properties"].items():
        held, way = _held(entry), f"{above}{key}"
        if held == name:
            yield way
        if held:
            yield from _ways(name, held, parts, f"{way} → ")


def _example(schema: Schema, parts: Mapping[str, Schema]) -> dict[str, Any]:
    """A mapping with every key that has an example, and the examples of what it holds."""
    found: dict[str, Any] = {}
    for key, entry in schema["properties"].items():
        held = _held(entry)
        if held and _SHOWN_AT.get(held, key) == key:
            inner = _example(parts[held], parts)
            found[key] = [inner] if alternatives(entry)[1] else inner
        elif entry.get("examples"):
            found[key] = _shown_example(entry)
    return found


def _anchor(owner: type[Element], top: type[Element] | None) -> str:
    return "file" if owner is top else _INNER.sub("-", owner.__name__).lower()


def _title(owner: type[Element]) -> str:
    """What people call a mapping: its kind where the class is named after it, else the words of the class."""
    words = _INNER.sub(" ", owner.__name__).lower()
    return _upper(owner.KIND if owner.KIND.lower() == words else words)


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _lower(title: str) -> str:
    return title if title.startswith("SWOT") else title[0].lower() + title[1:]


def _markdown(text: str) -> str:
    """The docstrings' way of marking code, in Markdown's."""
    return text.replace("``", "`")
