"""Takes faulty parts out of a raw value, so that the rest of the file can still be judged in the same run."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from twolane.loading.guessing import Fault, Loc, guess, holder_of, placeholder, way_to
from twolane.loading.model_keys import field_model, keys_of, model_at
from twolane.model.element import Element
from twolane.model.value_types import Salvaged, kebab
from twolane.source import Source
from twolane.yaml_text.document import AT, Value


def without_empty(value: Value, model: type[Element] | None) -> Value:
    """The value without keys of the format that hold nothing: ``goal:`` alone says the same as no goal, or ``""``."""
    if isinstance(value, dict):
        empty = [key for key, inner in value.items() if _is_empty(inner)]
        for key in empty:
            if not model or key in keys_of(model):
                del value[key]
        for key, inner in value.items():
            if isinstance(inner, dict | list):
                without_empty(inner, field_model(model, key) if model else None)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            if isinstance(inner, dict | list):
                without_empty(inner, model)
            elif _is_empty(inner):
                value[index] = None
    return value


def _is_empty(value: object) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def without_faults(value: Value, model: type[Element], faults: Iterable[Fault], guesses: set[Loc]) -> bool:
    """Mend each fault in place, from the end to the begin; false where nothing could be changed.

    A misspelt key or choice is read as the one that its author probably meant. ``guesses`` takes up where keys
    were read so: what does not fit there is no mistake of its own.
    """
    in_reverse = sorted(faults, key=lambda fault: [_orderly(part) for part in fault["loc"]], reverse=True)
    mended = [_mend_or_drop(value, model, fault, guesses) for fault in in_reverse]
    return any(mended)


def _orderly(part: int | str) -> tuple[int, str]:
    return (part, "") if isinstance(part, int) else (-1, part)


def _mend_or_drop(root: Value, model: type[Element], fault: Fault, guesses: set[Loc]) -> bool:
    loc = way_to(fault)
    # Where a value cannot be mended, what holds it is left out: better than to lose the whole file.
    return guess(root, model, fault, guesses) or any(
        _mend(root, model, loc[:end], fault["type"]) for end in range(len(loc), 0, -1)
    )


def _mend(root: Value, model: type[Element], loc: Loc, kind: str) -> bool:
    holder = holder_of(root, loc)
    if not loc or not isinstance(holder, dict | list):
        return False
    last = loc[-1]
    if isinstance(holder, list):
        return isinstance(last, int) and _drop_item(root, holder, loc)
    if kind == "bad_id" and isinstance(holder.get(str(last)), str):
        holder[str(last)] = Salvaged(kebab(holder[str(last)]) or placeholder(holder, "id"))
    elif isinstance(holder.get(str(last)), Salvaged):
        return _mend(root, model, loc[:-1], "")
    elif _required(model, loc):
        holder[str(last)] = placeholder(holder, str(last))
    else:
        holder.pop(str(last), None)
    return True


def _drop_item(root: Value, holder: list[Any], loc: Loc) -> bool:
    index, outer = loc[-1], holder_of(root, loc[:-1])
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
