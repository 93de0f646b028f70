"""Takes faulty parts out of a raw value, so that the rest of the file can still be judged in the same run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from twolane.loading.document import AT, Value
from twolane.loading.model_keys import model_at
from twolane.model.element import Element
from twolane.model.text import Salvaged, kebab
from twolane.source import Source

NAMELESS = "without-id-at-line-"
"""How the stand-in for an id begins that its author left out."""

Loc = tuple[int | str, ...]
_PLACEHOLDERS = {"version": "0.0.0", "kind": "information", "date": "1970-01-01"}
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


def without_faults(value: Value, model: type[Element], faults: Iterable[Mapping[str, Any]]) -> bool:
    """Mend each fault in place, from the end to the begin; false where nothing could be changed."""
    in_reverse = sorted(faults, key=lambda fault: [_orderly(part) for part in fault["loc"]], reverse=True)
    mended = [_mend(value, model, tuple(fault["loc"]), fault["type"]) for fault in in_reverse]
    return any(mended)


def _orderly(part: int | str) -> tuple[int, str]:
    return (part, "") if isinstance(part, int) else (-1, part)


def _mend(root: Value, model: type[Element], loc: Loc, kind: str) -> bool:
    loc = tuple(part for part in loc if part != "entries")
    holder = _holder(root, loc)
    if not loc or not isinstance(holder, dict | list):
        return False
    last = loc[-1]
    if isinstance(holder, list):
        return isinstance(last, int) and _drop_item(root, holder, loc)
    if kind == "bad_id":
        holder[str(last)] = Salvaged(kebab(str(holder[str(last)])))
    elif isinstance(holder.get(str(last)), Salvaged):
        return _mend(root, model, loc[:-1], kind)
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
