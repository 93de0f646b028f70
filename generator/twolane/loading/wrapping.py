"""Takes off a line that wraps a whole file in the file's own name, such as `strategy:` at the top of `strategy.yml`."""

from __future__ import annotations

from typing import Any

from twolane.findings import Finding, Subject
from twolane.loading.model_keys import keys_of
from twolane.model.element import Element
from twolane.source import AT, Source
from twolane.wording.spoken_language import worded
from twolane.yaml_text.document import Document, Value
from twolane.yaml_text.reading_rules import UNKNOWN_KEY


def unwrapped(document: Document, model: type[Element]) -> tuple[Value, list[Finding]]:
    """What the file says without such a line, and the finding about it; the value as it is where there is none."""
    value: Any = document.value
    name = document.file.rpartition("/")[2].partition(".")[0]
    key = next((key for key in value if key.lower() == name), "") if isinstance(value, dict) else ""
    if not key or not _wraps(value, key, keys_of(model)):
        return document.value, []
    source, inner = value[AT], value[key]
    message = worded("`{key}` is wrapped around the whole file, whose name says that already", key=key)
    hint = "take this line out, and move everything below it to the left, so that its first keys begin in column 1"
    if not isinstance(inner, dict):
        hint = "take this line out; what stands below it is right as it is"
    finding = UNKNOWN_KEY.on(source.key_place(key), message, subject=Subject.of(source, key), hint=hint)
    return _without(value, key), [finding]


def _wraps(value: dict[str, Any], key: str, keys: tuple[str, ...]) -> bool:
    """Whether a key holds what the file is to hold, or nothing, with that below it."""
    inner = value[key]
    if key in keys:
        return isinstance(inner, dict) and not inner.keys().isdisjoint(keys)
    return isinstance(inner, dict) or (inner is None and len(value) > len((AT, key)))


def _without(value: dict[str, Any], key: str) -> Value:
    """The group within a key, and what stands beside that key, as one group at the top of the file."""
    source, inner = value[AT], value.pop(key)
    del source.keys[key], source.values[key]
    if not isinstance(inner, dict):
        return value
    inner = dict(inner)  # an alias beside it may stand for the group, which must not come to hold itself
    own: Source = inner[AT]
    own.parent, own.key, own.index = None, "", None
    for beside in [each for each in value if each != AT and each not in inner]:
        inner[beside] = value[beside]
        own.keys[beside], own.values[beside] = source.keys[beside], source.values[beside]
        if beside in source.items:
            own.items[beside] = source.items[beside]
        _reparent(value[beside], own)
    return inner


def _reparent(value: Any, parent: Source) -> None:
    for each in value if isinstance(value, list) else (value,):
        if isinstance(each, dict) and each[AT] is not parent:
            each[AT].parent = parent
