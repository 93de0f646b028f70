"""What kind of value a field takes, and therefore what may happen to it between two versions."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from functools import cache
from types import MappingProxyType
from typing import Any, Literal, get_args, get_origin

from twolane.changes.kind import Nature
from twolane.model.element import Element, Prose, Reference, annotation_marks


class FieldKind(Enum):
    """A kind of field, with what may happen to it."""

    TEXT = (Nature.ADDED, Nature.REMOVED, Nature.REWORDED)
    """A text that may be missing."""
    WORDS = (Nature.REWORDED,)
    """A text that is always there."""
    VALUE = (Nature.CHANGED,)
    """One reference, choice, number, date or truth; a missing one is a value too."""
    LIST = (Nature.ADDED, Nature.REMOVED, Nature.REORDERED)
    """References, choices or words of which each counts for itself."""
    TEXTS = (Nature.ADDED, Nature.REMOVED, Nature.REORDERED, Nature.REWORDED)
    """Texts of which each may be worded anew."""
    GATE = (Nature.TIGHTENED, Nature.LOOSENED)
    """What a deal may not do without, and which deals that concerns."""

    @property
    def natures(self) -> tuple[Nature, ...]:
        """What may happen to such a field."""
        return tuple(self.value)


TIME: Mapping[str, str] = MappingProxyType({"from": "time", "until": "time"})
"""The fields that are judged as one, by their names in the file; a loop's ``from`` is a stage and none of them."""
_GATES = ("required", "applies_to")
_WHOLE = ("audience",)
"""Lists that mean something only as a whole: an empty one stands for everybody."""


def field_of(owner: type[Element], key: str) -> str:
    """What a field is called in the table of kinds of change: ``from`` and ``until`` are one ``time``."""
    return TIME.get(key, key) if "until" in owner.model_fields else key


@cache
def field_kind(owner: type[Element], key: str) -> FieldKind:
    """The kind of a field, by the name that it has in the file; raises ``KeyError`` for what is no field."""
    info = _fields(owner)[key]
    if key in _GATES:
        return FieldKind.GATE
    if key in _WHOLE or (key in annotation_marks(owner, Reference) and not _is_list(info.annotation)):
        return FieldKind.VALUE
    if _is_list(info.annotation):
        return FieldKind.TEXTS if key in annotation_marks(owner, Prose) else FieldKind.LIST
    if info.annotation is not str:
        return FieldKind.VALUE
    return FieldKind.TEXT if info.default == "" else FieldKind.WORDS


def _fields(owner: type[Element]) -> dict[str, Any]:
    return {info.alias or name: info for name, info in owner.model_fields.items() if name != "at"}


def _is_list(annotation: Any) -> bool:
    if get_origin(annotation) is Literal:
        return False
    return get_origin(annotation) is tuple or any(_is_list(each) for each in get_args(annotation))
