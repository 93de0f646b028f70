"""Says in plain words what a key takes, from its part of a JSON Schema and the marks of the model."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from pydantic import TypeAdapter

from twolane.definition_format.format_values import Takes
from twolane.links.element_links import Ref
from twolane.model import value_types
from twolane.model.releases import WholePeriod

Schema = dict[str, Any]

_WORDS: Mapping[Any, tuple[str, str]] = MappingProxyType(
    {
        value_types.Id: ("an id: lower-case letters, digits and hyphens", "ids"),
        value_types.Version: ("a version of three numbers, such as 2.1.0", "versions"),
        value_types.Period: (
            "a date, month or quarter, such as 2027-03-31, 2027-03 or 2027-Q1",
            "dates, months or quarters",
        ),
        WholePeriod: ("a month or quarter, such as 2026-09 or 2026-Q3", "months or quarters"),
        value_types.Day: ("a date, such as 2026-10-01", "dates"),
        value_types.Percent: ("a number from 0 to 100", "numbers from 0 to 100"),
        value_types.Time: ("a number, 0 or more; decimals are fine", "numbers"),
        value_types.Count: ("a whole number, 0 or more", "whole numbers"),
        value_types.Number: ("a number", "numbers"),
        value_types.Truth: ("true or false", "true or false"),
        value_types.Text: ("text", "texts"),
    }
)
"""One of each kind of single value, and several."""
_MARKDOWN = (" (Markdown)", " (Markdown)")
_ONE_IS_FINE = "; one alone needs no list"
_TEXT_IS_FINE = ", or texts alone"
_TELLING = ("pattern", "format", "minimum", "maximum", "exclusiveMinimum")


def takes(schema: Schema, refs: tuple[Ref, ...], prose: bool) -> Takes:
    """The words for a key that leads to ``refs``: mappings, or, where the schema asks for a text, their ids."""
    if grouped := _grouped(schema):
        return Takes(grouped)
    one, several, alone = alternatives(schema)
    ids = one is not None and "$ref" not in one
    if several is None:
        return _single(one or schema, refs, prose, ids)
    after = _ONE_IS_FINE if alone else _TEXT_IS_FINE if _short(schema) else ""
    if refs:
        return Takes("a list of ids of" if not _is_mapping(several) else "a list of", _plural(refs), after)
    if choices(several):
        return Takes("a list of these", after=after)
    return Takes(f"a list of {_word(several, 1)}{_MARKDOWN[1] if prose else ''}", after=after)


def _single(schema: Schema, refs: tuple[Ref, ...], prose: bool, ids: bool) -> Takes:
    if refs and ids:
        return Takes("the id of", tuple(Ref(f"{_article(ref.text)} {ref.text}", ref.address) for ref in refs))
    if refs:
        return Takes("keys of its own:", refs)
    if schema.get("additionalProperties"):
        return Takes("new ids, each with the old id that it replaces")
    if choices(schema):
        return Takes("one of these")
    return Takes(_word(schema, 0) + (_MARKDOWN[0] if prose else ""))


def _grouped(schema: Schema) -> str:
    """The words for ids with several others beside each, which may be a list alone; empty for everything else."""
    options = schema.get("anyOf", [schema])
    held = next((each["additionalProperties"] for each in options if each.get("additionalProperties")), None)
    if not isinstance(held, dict) or "anyOf" not in held:
        return ""
    says = "an id, with the list of those that belong to it; one alone needs no list"
    return f"{says}; or a list of processes alone" if any("items" in each for each in options) else says


def alternatives(schema: Schema) -> tuple[Schema | None, Schema | None, bool]:
    """A single value's schema, that of a list's items, and whether one item may stand without a list."""
    options = [each for each in schema.get("anyOf", [schema]) if each.get("type") != "null"]
    lists = [each for each in options if "items" in each]
    singles = [each for each in options if "items" not in each]
    items = _element(lists[0]["items"]) if lists else None
    return (singles[0] if singles else None), items, bool(lists and singles)


def _element(items: Schema) -> Schema:
    """The schema of the elements of a list, where each may also be a text alone."""
    return next((each for each in items.get("anyOf", ()) if "$ref" in each), items)


def _short(schema: Schema) -> bool:
    """Whether the items of a list may be texts alone."""
    lists = [each for each in schema.get("anyOf", [schema]) if "items" in each]
    return any("$ref" in each for each in lists[0]["items"].get("anyOf", ())) if lists else False


def choices(schema: Schema) -> tuple[str, ...]:
    """The words of which one must be taken; none where any will do."""
    one, several, _ = alternatives(schema)
    found = (several or one or schema).get("enum", ())
    return tuple(each for each in found if each is not None)


def _is_mapping(schema: Schema) -> bool:
    return "$ref" in schema


def _plural(refs: tuple[Ref, ...]) -> tuple[Ref, ...]:
    return tuple(Ref(plural(ref.text), ref.address) for ref in refs)


def plural(word: str) -> str:
    """Several of what ``word`` names: ``buyer steps``, ``entry criteria``."""
    if word.endswith("criterion"):
        return word.removesuffix("on") + "a"
    return f"{word}{'es' if word.endswith('s') else 's'}"


def _article(word: str) -> str:
    return "an" if word[0].lower() in "aeio" else "a"


def _word(schema: Schema, number: int) -> str:
    return _by_schema().get(_print(schema), _WORDS[value_types.Text])[number]


@cache
def _by_schema() -> Mapping[str, tuple[str, str]]:
    return {_print(TypeAdapter(kind).json_schema()): words for kind, words in _WORDS.items()}


def _print(schema: Schema) -> str:
    """What tells kinds of single values apart, as one text."""
    kinds = schema.get("type", ())
    types = sorted({kinds} if isinstance(kinds, str) else set(kinds) - {"null"})
    return json.dumps([types, {key: schema[key] for key in _TELLING if key in schema}], sort_keys=True)
