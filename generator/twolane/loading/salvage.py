"""Takes faulty parts out of a raw value, so that the rest of the file can still be judged in the same run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from twolane.loading.document import AT, Value
from twolane.loading.model_keys import keys_of, model_at
from twolane.loading.near import choices_of, meant, nearest
from twolane.model.element import Element
from twolane.model.text import Salvaged, kebab
from twolane.source import Source

NAMELESS = "without-id-at-line-"
"""How the stand-in for an id begins that its author left out."""

Loc: TypeAlias = tuple[int | str, ...]
Fault: TypeAlias = Mapping[str, Any]
_PLACEHOLDERS = {"version": "0.0.0", "kind": "information", "date": "1970-01-01", "url": "", "from": "", "to": ""}
"""What stands in for a required value that is missing or wrong, where any text would not do."""


def without_empty(value: Value) -> Value:
    """The value without keys that hold nothing: ``goal:`` alone says the same as no goal."""
    if isinstance(value, dict):
        for key in [key for key, inner in value.items() if inner is None]:
            del value[key]
    for inner in _inside(value):
        without_empty(inner)
    return value


def _inside(value: Value) -> Iterator[Any]:
    if isinstance(value, dict):
        yield from (inner for inner in value.values() if isinstance(inner, dict | list))
    elif isinstance(value, list):
        yield from (inner for inner in value if isinstance(inner, dict | list))


def without_faults(value: Value, model: type[Element], faults: Iterable[Fault], guesses: set[Loc]) -> bool:
    """Mend each fault in place, from the end to the begin; false where nothing could be changed.

    A misspelt key or choice is read as the one that its author probably meant. ``guesses`` takes up where keys
    were read so: what does not fit there is no mistake of its own.
    """
    in_reverse = sorted(faults, key=lambda fault: [_orderly(part) for part in fault["loc"]], reverse=True)
    mended = [_mend_or_drop(value, model, fault, guesses) for fault in in_reverse]
    return any(mended)


def is_guess(fault: Fault, guesses: set[Loc]) -> bool:
    """Whether the fault is only that a key was guessed wrongly."""
    loc = tuple(fault["loc"])
    return loc in guesses or (bool(loc) and isinstance(loc[-1], int) and loc[:-1] in guesses)


def _orderly(part: int | str) -> tuple[int, str]:
    return (part, "") if isinstance(part, int) else (-1, part)


def _mend_or_drop(root: Value, model: type[Element], fault: Fault, guesses: set[Loc]) -> bool:
    loc = tuple(part for part in fault["loc"] if part != "entries")
    if fault["type"] == "extra_forbidden" and _respell(root, model, loc):
        guesses.add((*loc[:-1], _near_key(model, loc)))
        return True
    if fault["type"] == "literal_error" and _choose(root, loc, fault):
        return True
    # Where a value cannot be mended, what holds it is left out: better than to lose the whole file.
    return any(_mend(root, model, loc[:end], fault["type"]) for end in range(len(loc), 0, -1))


def _near_key(model: type[Element], loc: Loc) -> str:
    owner = model_at(model, loc[:-1])
    return nearest(str(loc[-1]), keys_of(owner)) if owner else ""


def _respell(root: Value, model: type[Element], loc: Loc) -> bool:
    """Reads a misspelt key as the near one, unless that is given too."""
    holder, key, near = _holder(root, loc), str(loc[-1]), _near_key(model, loc)
    if not near or not isinstance(holder, dict) or near in holder or key not in holder:
        return False
    holder[near] = holder.pop(key)
    if isinstance(source := holder.get(AT), Source):
        _place_alike(source, key, near)
    return True


def _place_alike(source: Source, key: str, other: str) -> None:
    """What ``other`` says stands where ``key`` stands."""
    for spans in (source.keys, source.values):
        if key in spans:
            spans[other] = spans[key]
    if key in source.items:
        source.items[other] = source.items[key]


def _choose(root: Value, loc: Loc, fault: Fault) -> bool:
    """Reads a misspelt choice as the near one."""
    word = meant(fault["input"], choices_of(fault["ctx"]["expected"])) if isinstance(fault["input"], str) else ""
    if isinstance(loc[-1], int) and not isinstance(_holder(root, loc), list):
        loc = loc[:-1]
    holder: Any = _holder(root, loc)
    if not word or not isinstance(holder, dict | list) or not _has(holder, loc[-1]):
        return False
    holder[loc[-1]] = word  # type: ignore[index]
    return True


def _mend(root: Value, model: type[Element], loc: Loc, kind: str) -> bool:
    holder = _holder(root, loc)
    if not loc or not isinstance(holder, dict | list):
        return False
    last = loc[-1]
    if isinstance(holder, list):
        return isinstance(last, int) and _drop_item(root, holder, loc)
    if kind == "bad_id" and isinstance(holder.get(str(last)), str):
        holder[str(last)] = Salvaged(kebab(holder[str(last)]) or _placeholder(holder, "id"))
    elif isinstance(holder.get(str(last)), Salvaged):
        return _mend(root, model, loc[:-1], "")
    elif _required(model, loc):
        holder[str(last)] = _placeholder(holder, str(last))
    else:
        holder.pop(str(last), None)
    return True


def _holder(root: Value, loc: Loc) -> Any:
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


def _drop_item(root: Value, holder: list[Any], loc: Loc) -> bool:
    index, outer = loc[-1], _holder(root, loc[:-1])
    if not isinstance(index, int) or index >= len(holder):
        return False
    del holder[index]
    source = outer.get(AT) if isinstance(outer, dict) else None
    spans = source.items.get(str(loc[-2])) if isinstance(source, Source) else None
    if spans:
        del spans[index : index + 1]
    return True


def _required(model: type[Element], loc: Loc) -> bool:
    owner = model_at(model, loc[:-1])
    if owner is None:
        return False
    fields = {info.alias or name: info for name, info in owner.model_fields.items()}
    return loc[-1] in fields and fields[str(loc[-1])].is_required()


def _placeholder(holder: dict[str, Any], key: str) -> Salvaged:
    source = holder.get(AT)
    line = source.span[0] + 1 if isinstance(source, Source) else 0
    if key == "id":
        return Salvaged(f"{NAMELESS}{line}")
    return Salvaged(_PLACEHOLDERS.get(key, str(holder.get("id") or holder.get("name") or f"line {line}")))
