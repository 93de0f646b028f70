"""Reads faulty parts of a raw value as what their author probably meant, so that what follows from them is judged."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from twolane.loading.fault_words import split_at_colon
from twolane.loading.model_keys import keys_of, model_at
from twolane.loading.tried_keys import meant_key
from twolane.model.element import Element
from twolane.model.value_types import Salvaged, kebab
from twolane.source import Source
from twolane.wording.did_you_mean import choices_of, meant
from twolane.yaml_text.document import AT, Value

NAMELESS = "without-id-at-line-"
"""How the stand-in for an id begins that its author left out."""

Loc: TypeAlias = tuple[int | str, ...]
Fault: TypeAlias = Mapping[str, Any]
_PLACEHOLDERS = {"version": "0.0.0", "kind": "information", "date": "1970-01-01", "url": "", "from": "", "to": ""}
"""What stands in for a required value that is missing or wrong, where any text would not do."""


def way_to(fault: Fault) -> Loc:
    """The keys and list numbers that lead to a fault."""
    return tuple(part for part in fault["loc"] if part != "entries")


def guess(root: Value, model: type[Element], fault: Fault, guesses: set[Loc]) -> bool:
    """Mend a fault in place as its author probably meant it; false where there is nothing to guess.

    ``guesses`` takes up where a key was read as another one: what does not fit there is no mistake of its own.
    """
    loc = way_to(fault)
    if is_respelling(root, model, fault):
        guesses.add((*loc[:-1], _near_key(model, loc)))
        _respell(root, model, loc)
        return True
    match fault["type"]:
        case "literal_error":
            return _choose(root, loc, fault)
        case "string_type" if isinstance(fault["input"], list) and loc:
            return _take_first(root, loc)
        case "string_type" if loc and (text := split_at_colon(fault["input"])) is not None:
            return _put(root, loc, text)
        case "tuple_type" if isinstance(fault["input"], dict) and loc:
            return _make_list(root, model, loc)
        case "model_type" if isinstance(fault["input"], str) and loc:
            return _make_element(root, model, loc)
    return False


def is_guess(fault: Fault, guesses: set[Loc]) -> bool:
    """Whether the fault is only that a key was guessed wrongly."""
    loc = tuple(fault["loc"])
    return loc in guesses or (bool(loc) and isinstance(loc[-1], int) and loc[:-1] in guesses)


def is_respelling(root: Value, model: type[Element], fault: Fault) -> bool:
    """Whether the fault is a misspelt key, and the right one is not given too."""
    loc = way_to(fault)
    holder = holder_of(root, loc) if fault["type"] == "extra_forbidden" and loc else None
    if not isinstance(holder, dict) or loc[-1] not in holder:
        return False
    near = _near_key(model, loc)
    return bool(near) and near not in holder


def _near_key(model: type[Element], loc: Loc) -> str:
    owner = model_at(model, loc[:-1])
    return meant_key(owner, str(loc[-1])) if owner else ""


def _respell(root: Value, model: type[Element], loc: Loc) -> None:
    holder, key, near = holder_of(root, loc), str(loc[-1]), _near_key(model, loc)
    holder[near] = holder.pop(key)
    source = holder.get(AT)
    if not isinstance(source, Source):
        return
    for spans in (source.keys, source.values):
        if key in spans:
            spans[near] = spans[key]
    if key in source.items:
        source.items[near] = source.items[key]


def _put(root: Value, loc: Loc, text: str) -> bool:
    """Reads a text that a colon split in two as the whole text."""
    holder: Any = holder_of(root, loc)
    if not isinstance(holder, dict | list) or not _has(holder, loc[-1]):
        return False
    holder[loc[-1]] = text  # type: ignore[index]  # a list or a mapping
    return True


def _choose(root: Value, loc: Loc, fault: Fault) -> bool:
    """Reads a misspelt choice as the near one."""
    word = meant(fault["input"], choices_of(fault["ctx"]["expected"])) if isinstance(fault["input"], str) else ""
    if isinstance(loc[-1], int) and not isinstance(holder_of(root, loc), list):
        loc = loc[:-1]
    holder: Any = holder_of(root, loc)
    if not word or not isinstance(holder, dict | list) or not _has(holder, loc[-1]):
        return False
    holder[loc[-1]] = word  # type: ignore[index]  # a list or a mapping
    return True


def _take_first(root: Value, loc: Loc) -> bool:
    """Reads a list where one value stands as its first; other roles that do a step with the first are asked."""
    holder, key = holder_of(root, loc), str(loc[-1])
    held = holder.get(key) if isinstance(holder, dict) else None
    texts = [each for each in held if isinstance(each, str)] if isinstance(held, list) else []
    if not isinstance(holder, dict) or not texts:
        return False
    holder[key] = texts[0]
    asked = holder.get("consulted", []) if key in ("responsible", "accountable") else None
    if texts[1:] and isinstance(asked, list):
        holder["consulted"] = [*asked, *texts[1:]]
    return True


def _make_list(root: Value, model: type[Element], loc: Loc) -> bool:
    """Reads one item as a list of it, and items under their ids as a list of items that have those ids."""
    holder, key, owner = holder_of(root, loc), str(loc[-1]), model_at(model, loc)
    group = holder.get(key) if isinstance(holder, dict) else None
    if owner is None or not isinstance(group, dict):
        return False
    items = {id: item for id, item in group.items() if isinstance(item, dict)}
    if not items or set(group) & set(keys_of(owner)):
        holder[key] = [group]
        return True
    for id, item in items.items():
        item.setdefault("id", Salvaged(kebab(id)))
    holder[key] = list(items.values())
    return True


def _make_element(root: Value, model: type[Element], loc: Loc) -> bool:
    """Reads a mere name in a list of elements as an element that has it."""
    holder, owner, outer = holder_of(root, loc), model_at(model, loc), holder_of(root, loc[:-1])
    index = loc[-1]
    if not isinstance(holder, list) or not isinstance(index, int) or not isinstance(outer, dict) or owner is None:
        return False
    needed = [info.alias or name for name, info in owner.model_fields.items() if info.is_required()]
    around, key, text = outer.get(AT), str(loc[-2]), str(holder[index])
    if "id" not in needed or not kebab(text) or not isinstance(around, Source):
        return False
    spans = around.items.get(key, [])
    span = spans[index] if index < len(spans) else around.span
    element: dict[str, Any] = {AT: Source(around.file, span, around, key, index), "id": Salvaged(kebab(text))}
    for name in needed:
        element.setdefault(name, Salvaged(_PLACEHOLDERS.get(name, text)))
    holder[index] = element
    return True


def holder_of(root: Value, loc: Loc) -> Any:
    """What holds the last part of ``loc``; a text where a list was expected counts as its key's value."""
    node: Any = root
    for part in loc[:-1]:
        inside = node[part] if _has(node, part) else None
        if not isinstance(inside, dict | list):
            return node if isinstance(node, dict) and isinstance(loc[-1], str) else None
        node = inside
    return node


def _has(node: Any, part: int | str) -> bool:
    if isinstance(node, list):
        return isinstance(part, int) and part < len(node)
    return isinstance(node, dict) and part in node


def placeholder(holder: dict[str, Any], key: str) -> Salvaged:
    """What stands in for the value of ``key`` that its author left out."""
    source = holder.get(AT)
    line = source.span[0] + 1 if isinstance(source, Source) else 0
    if key == "id":
        return Salvaged(f"{NAMELESS}{line}")
    return Salvaged(_PLACEHOLDERS.get(key, str(holder.get("id") or holder.get("name") or f"line {line}")))
