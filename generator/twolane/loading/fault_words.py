"""Says in plain words what is wrong with a value that does not fit the format, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from twolane.findings import Finding, Subject
from twolane.loading.model_keys import field_model, keys_of, model_at
from twolane.loading.tried_keys import answer, file_of, meant_key
from twolane.model.element import Element, Prose, annotation_marks
from twolane.model.renames import Regrouped, Renames
from twolane.model.value_types import Salvaged, kebab
from twolane.model.walk import element_types
from twolane.source import Source
from twolane.wording.did_you_mean import choices_of, meant
from twolane.wording.lists import listed
from twolane.yaml_text.document import AT, Document, Quoted, Value
from twolane.yaml_text.reading_rules import BAD_ID, MISSING_KEY, UNKNOWN_KEY, WRONG_VALUE
from twolane.yaml_text.syntax_help import comment_ate_value

Fault = Mapping[str, Any]
Loc = tuple[int | str, ...]


_EXPECTED = {
    "float": "a number",
    "int": "a whole number",
    "bool": "true or false",
    "date": "a date such as 2026-10-01",
}
"""What fields other than texts take, by the kind of the fault."""


def explain(document: Document, root: Value, model: type[Element], fault: Fault) -> Finding:
    """The finding for one fault that validation reported."""
    loc: Loc = tuple(part for part in fault["loc"] if part not in ("entries", "itself"))
    source, key, index = locate(document.file, root, loc)
    owner = model_at(model, loc[:-1]) if loc else model
    match fault["type"]:
        case "missing":
            return _missing(document, source, owner or model, str(loc[-1]), fault["input"])
        case "extra_forbidden":
            return _unknown(source, owner or model, str(loc[-1]), _outer(model, loc))
        case "bad_id":
            return _bad_id(source, key, fault["ctx"])
        case "lacking":
            return _lacking(fault, source, key, index, model_at(model, loc) or model)
    message, hint, replacement = _wrong(fault, key, document, model_at(model, loc))
    return WRONG_VALUE.at(source, key, message, index=index, hint=hint, replacement=replacement)


def _outer(model: type[Element], loc: Loc) -> type[Element] | None:
    """What is around the mapping that holds the key at the end of ``loc``; ``None`` for the keys of a file."""
    keys = [at for at, part in enumerate(loc[:-1]) if isinstance(part, str)]
    return model_at(model, loc[: keys[-1]]) if keys else None


def locate(file: str, root: Value, loc: Loc) -> tuple[Source, str | None, int | None]:
    """The innermost mapping on the way ``loc``, and the key and list number there."""
    source, key, index = Source(file), None, None
    node: Any = root
    for part in loc:
        if isinstance(node, dict) and isinstance(node.get(AT), Source):
            source, key, index = node[AT], None, None
        if isinstance(part, int):
            index = part
            node = node[part] if isinstance(node, list) and part < len(node) else None
        else:
            key, index = part, None
            node = node.get(part) if isinstance(node, dict) else None
    return source, key, index


def what(source: Source, owner: type[Element]) -> str:
    """What to call an element in a sentence: ``the stage “prospecting”``, ``this proof``."""
    kind = owner.KIND or owner.__name__.lower().removesuffix("file")
    if source.parent is None:
        return "this file"
    return f"the {kind} “{source.name}”" if source.name else f"this {kind}"


def _missing(document: Document, source: Source, owner: type[Element], key: str, given: Any) -> Finding:
    info = next(info for name, info in owner.model_fields.items() if (info.alias or name) == key)
    example = f"{key}: {info.examples[0]}" if info.examples else f"{key}: …"
    if key == "id" and isinstance(given, dict) and (id := _id_from(given)):
        example = f"id: {id}"
    if key in source.keys:
        line = _line(document, source.keys[key][0])
        ate = comment_ate_value(line)
        return MISSING_KEY.on(
            source.key_place(key),
            f"`{key}` of {what(source, owner)} is empty",
            subject=Subject.of(source, key),
            hint="everything after # is a comment: put the text in quotes" if ate else _empty_hint(owner, key, example),
            replacement=ate or "",
        )
    hint = f"fill in the column `{key}`" if owner.KIND == "row" else f"add for example `{example}`"
    return MISSING_KEY.at(source, None, f"{what(source, owner)} has no `{key}`", hint=hint)


def _lacking(fault: Fault, source: Source, key: str | None, index: int | None, owner: type[Element]) -> Finding:
    """A key that an element must have because of the others that it has or has not."""
    given = fault["input"]
    itself = given.get(AT) if isinstance(given, dict) else None
    inner, context = itself if isinstance(itself, Source) else Source(source.file, parent=source), fault["ctx"]
    found = MISSING_KEY.at(inner, None, f"{what(inner, owner)} has no `{context['key']}`", hint=context["hint"])
    return found if itself else replace(found, place=source.place(key, index))


def _empty_hint(owner: type[Element], key: str, example: str) -> str:
    return f"fill in the column `{key}`" if owner.KIND == "row" else f"write for example `{example}`"


def _id_from(given: Mapping[str, Any]) -> str:
    """An id made from what else an element says about itself; empty where there is nothing to make it from."""
    said = (given.get(key) for key in ("name", "title", "term", "claim", "text", "criterion", "buyer", "what"))
    text = next((each for each in said if isinstance(each, str) and not isinstance(each, Salvaged)), "")
    return "-".join(kebab(text).split("-")[:4])


def _unknown(source: Source, owner: type[Element], key: str, outer: type[Element] | None) -> Finding:
    if owner.KIND == "row":
        message = "this row has more cells than the first line has columns"
        hint = "take the cell out; perhaps a text before it contains the sign that separates the cells"
        return UNKNOWN_KEY.on(source.key_place(key), message, subject=Subject.of(source, key), hint=hint)
    near = meant_key(owner, key)
    hint = f"did you mean `{near}`?" if near else _home(source, owner, key, outer)
    if near in source.keys:
        several = field_model(owner, near) or near in annotation_marks(owner, Prose)
        what_then = "put both there" if several else "keep one of the two"
        hint = f"did you mean `{near}`? It is given here already: {what_then}"
    return UNKNOWN_KEY.on(
        source.key_place(key),
        f"`{key}` is not a key of {what(source, owner)}",
        subject=Subject.of(source, key),
        hint=hint,
    )


def _home(source: Source, owner: type[Element], key: str, outer: type[Element] | None) -> str:
    """Where a key belongs that stands a level too deep or too high; the keys that there are where nobody can tell."""
    slipped = _slipped(source, key, outer)
    elsewhere = answer(owner, key)
    if slipped and (key in source.items or not elsewhere):
        return slipped
    if elsewhere:
        return elsewhere
    direct = {model.KIND for each in keys_of(owner) if (model := field_model(owner, each)) and key in keys_of(model)}
    deeper = {model.KIND for model in element_types(owner)[1:] if key in keys_of(model)}
    for kinds in (direct, deeper):
        if len(kinds) == 1 and (kind := next(iter(kinds))):
            return f"it is a key of each {kind}: write it there"
    if file := file_of(key):
        return f"it has a file of its own: write it in {file}"
    return f"known keys are {listed(keys_of(owner))}"


def _slipped(source: Source, key: str, outer: type[Element] | None) -> str:
    """Where a key that stands a level too deep would begin; empty where it can be none of the element around."""
    around = source.parent
    if around is not None and outer is not None and around.keys and key in keys_of(outer) and key not in around.keys:
        first = next(iter(around.keys))
        return f"it is a key of {what(around, outer)}: to belong there, it begins in the same column as `{first}` there"
    return ""


def _bad_id(source: Source, key: str | None, context: Mapping[str, Any]) -> Finding:
    suggestion = context.get("suggestion", "")
    hint = f"write `{key}: {suggestion}`" if suggestion else "use lower-case letters, digits and hyphens"
    return BAD_ID.at(source, key, context["message"], hint=hint)


def first_keys(owner: type[Element] | None) -> str:
    """The keys that an element must have, as one would write them; where none is a must, those that it takes."""
    fields = owner.model_fields.items() if owner else ()
    needed = [(info.alias or name, info.examples) for name, info in fields if info.is_required()]
    lines = [f"`{key}: {examples[0]}`" for key, examples in needed if examples]
    if not lines:
        keys = keys_of(owner) if owner else ()
        if owner is Renames:
            return "write `new-id: old-id`, each on its own line"
        if owner is Regrouped:
            return "write an id with those that belong to it, such as `closing: [negotiation, contract]`"
        if len(keys) == 1:
            return f"begin with `{keys[0]}:`"
        return f"known keys are {listed(keys)}" if keys else ""
    return f"write for example {listed(lines)}" + (", each on its own line" if lines[1:] else "")


def _wrong(fault: Fault, key: str | None, document: Document, owner: type[Element] | None) -> tuple[str, str, str]:
    """Message, hint and replacement for a value that is of the wrong kind or outside its choices."""
    value, label = fault["input"], f"`{key}`" if key else "this file"
    found = describe(value)
    match fault["type"]:
        case "wrong_value":
            return f"{label}: {fault['ctx']['message']}", fault["ctx"].get("hint", ""), ""
        case "literal_error":
            choices = choices_of(fault["ctx"]["expected"])
            near = meant(value, choices) if isinstance(value, str) else ""
            hint = f"did you mean `{near}`?" if near else ""
            return f"{label}: expected {listed(choices, 'or')}, found {found}", hint, ""
        case "tuple_type" | "list_type":
            return f"{label}: expected a list, found {found}", _list_hint(value), ""
        case "model_type" if value is None and owner is not None and owner.SHORT:
            return _empty_item(label)
        case "model_type" | "dict_type" | "model_attributes_type":
            return f"{label}: expected keys with values, found {found}", first_keys(owner), ""
        case "string_type" if isinstance(value, list):
            return _one_of_them(label, key, value)
        case "string_type" if value is None:
            return _empty_item(label)
        case "string_type" if (text := split_at_colon(value)) is not None:
            line = _quoted_line(document, value, text)
            return f"{label}: a colon followed by a space splits the text in two", "put the text in quotes", line
    return f"{label}: expected {_EXPECTED.get(fault['type'].split('_')[0], 'a text')}, found {found}", "", ""


def _empty_item(label: str) -> tuple[str, str, str]:
    return f"{label}: an item of the list is empty", "write the text after the dash, or take the line out", ""


def _one_of_them(label: str, key: str | None, value: list[Any]) -> tuple[str, str, str]:
    """What to say of a list where one value stands; of two who do a step, each waits for the other."""
    first, *others = [each for each in value if isinstance(each, str)] or [""]
    if first and not others:
        return f"{label}: expected one value, found a list", f"write `{key}: {first}`", ""
    if key not in ("responsible", "accountable") or not others:
        return f"{label}: expected one value, found a list", "keep one of them", ""
    rest = listed([f"`{each}`" for each in others])
    hint = f"keep `{key}: {first}`, and name {rest} in `consulted`, or give what they do a step of its own"
    return f"{label}: expected one role, found a list; of two, each waits for the other", hint, ""


def _list_hint(value: Any) -> str:
    first = next((key for key in value if key != AT), "") if isinstance(value, dict) else ""
    if first and isinstance(value[first], dict):
        return f"write each item under a dash, with its id inside: `- id: {kebab(first)}`"
    return f"begin each item with a dash: `- {first}: …`" if first else "put each item on its own line, after a dash"


def describe(value: Any) -> str:
    """What was found, in words."""
    if isinstance(value, list):
        return "a list"
    if isinstance(value, dict):
        return "keys with values"
    if value is None:
        return "nothing"
    text = str(value)
    shown = text if len(text) <= 60 else f"{text[:57]}…"
    return f"the text “{shown}”" if isinstance(value, Quoted) else f"“{shown}”"


def split_at_colon(value: Any) -> str | None:
    """The text that its author meant, where a colon made a mapping of one key out of it."""
    if not isinstance(value, dict):
        return None
    pairs = [(key, inner) for key, inner in value.items() if key != AT]
    if len(pairs) != 1 or not isinstance(pairs[0][1], str) or " " not in pairs[0][0] + pairs[0][1]:
        return None
    return f"{pairs[0][0]}: {pairs[0][1]}"


def _quoted_line(document: Document, value: Any, text: str) -> str:
    line = _line(document, value[AT].span[0])
    quoted = '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return line.replace(text, quoted) if text in line else ""


def _line(document: Document, number: int) -> str:
    lines = document.text.splitlines()
    return lines[number] if number < len(lines) else ""
