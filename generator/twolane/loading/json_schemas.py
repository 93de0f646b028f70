"""JSON Schemas of the definition files, made from the model, for editors that complete and check while one writes."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from twolane.loading.playbook_files import OF_A_PROCESS, SHARED
from twolane.model.element import Element, Prose, annotation_marks
from twolane.model.releases import Actual
from twolane.model.walk import element_types
from twolane.model.written_page import FrontMatter

DIALECT = "http://json-schema.org/draft-07/schema#"
"""The dialect that editors know best."""

_FILES = {**SHARED, **OF_A_PROCESS}


def names() -> tuple[str, ...]:
    """The names of the schemas: ``playbook``, ``process``, …"""
    return tuple(file.removesuffix(".yml") for file in _FILES)


def schemas() -> dict[str, dict[str, Any]]:
    """For each kind of file, by its name without ending, the JSON Schema that its text must fit."""
    return {file.removesuffix(".yml"): _schema(file, model, key) for file, (model, key) in _FILES.items()}


def row_schema() -> dict[str, Any]:
    """The JSON Schema of one row of ``actuals.csv``, for the reference of the format."""
    return _schema("actuals.csv", Actual, "")


def front_schema() -> dict[str, Any]:
    """The JSON Schema of what a page written by hand says of itself, for the reference of the format."""
    return _schema("page.md", FrontMatter, "")


def _schema(file: str, model: type[Element], key: str) -> dict[str, Any]:
    schema: dict[str, Any] = model.model_json_schema(by_alias=True)
    definitions = schema.get("$defs", {})
    for owner in element_types(model):
        target = schema if owner is model else definitions.get(owner.__name__)
        if target is not None:
            _describe(target, owner)
    schema.update({"$schema": DIALECT, "title": file})
    found: dict[str, Any] = _as_draft_7(_or_bare_list(schema, key) if key else schema)
    return found


def _or_bare_list(schema: dict[str, Any], key: str) -> dict[str, Any]:
    """A file that holds one list may also be that list."""
    if len(schema["properties"]) > 1:
        return schema
    about = ("$defs", "$schema", "title", "description")
    shared: dict[str, Any] = {name: schema.pop(name) for name in about if name in schema}
    return {**shared, "anyOf": [schema, schema["properties"][key]]}


def _describe(target: dict[str, Any], owner: type[Element]) -> None:
    texts = _attribute_docstrings(owner)
    for name, info in owner.model_fields.items():
        key = info.alias or name
        if key in target.get("properties", {}):
            entry = target["properties"][key]
            entry["description"] = texts.get(name, "")
            if not info.is_required():
                _may_be_empty(entry)
            if key in annotation_marks(owner, Prose) and entry.get("examples"):
                entry["examples"] = [_without_brackets(each) for each in entry["examples"]]
    target["properties"] = {key: _order(entry) for key, entry in target.get("properties", {}).items()}


def _without_brackets(example: Any) -> Any:
    """A list of one sentence as the sentence alone: an editor could write it in brackets, where it ends at a comma."""
    return example[0] if isinstance(example, list) and len(example) == 1 else example


def _may_be_empty(entry: dict[str, Any]) -> None:
    """``goal:`` with nothing behind it says the same as no goal, so an editor must not complain."""
    kinds = entry.get("type")
    if kinds is not None:
        entry["type"] = sorted({*([kinds] if isinstance(kinds, str) else kinds), "null"})
        if "enum" in entry:
            entry["enum"] = [*entry["enum"], None]
    elif "anyOf" in entry and {"type": "null"} not in entry["anyOf"]:
        entry["anyOf"] = [*entry["anyOf"], {"type": "null"}]
    elif "$ref" in entry:
        entry["anyOf"] = [{"$ref": entry.pop("$ref")}, {"type": "null"}]
    # What is empty says nothing, and an editor would write out a mapping of such defaults key by key.
    if entry.get("default", "") in (None, "", []) or isinstance(entry.get("default"), dict):
        entry.pop("default", None)


def _order(entry: dict[str, Any]) -> dict[str, Any]:
    first: dict[str, Any] = {key: entry[key] for key in ("title", "description") if key in entry}
    return {**first, **{key: value for key, value in entry.items() if key not in first}}


def _as_draft_7(node: Any) -> Any:
    """``$defs`` and what points there under the name that draft 7 gives them.

    Pydantic before 2.11 also says of texts that they are empty where nothing is written, required ones included.
    """
    if isinstance(node, dict):
        told = {key: value for key, value in node.items() if (key, value) != ("default", "")}
        return {("definitions" if key == "$defs" else key): _as_draft_7(value) for key, value in told.items()}
    if isinstance(node, list):
        return [_as_draft_7(value) for value in node]
    if isinstance(node, str) and node.startswith("#/$defs/"):
        return node.replace("#/$defs/", "#/definitions/", 1)
    return node


def _attribute_docstrings(owner: type[Element]) -> Mapping[str, str]:
    """The text below each field of a class: what the field means."""
    return _docstrings(inspect.getsourcefile(owner) or "").get(owner.__name__, {})


@cache
def _docstrings(file: str) -> Mapping[str, Mapping[str, str]]:
    tree = ast.parse(Path(file).read_text("utf-8"))
    classes = (node for node in tree.body if isinstance(node, ast.ClassDef))
    return {node.name: dict(_documented(node)) for node in classes}


def _documented(node: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for field, text in zip(node.body, node.body[1:], strict=False):
        match field, text:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(words))):
                yield name, " ".join(words.split())
