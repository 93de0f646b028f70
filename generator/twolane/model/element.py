"""What every part of a definition has in common: it is frozen, refuses unknown keys and knows where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field, SkipValidation
from pydantic.json_schema import SkipJsonSchema

from twolane.source import AT, NOWHERE, Source


class Element(BaseModel):
    """One mapping of a definition file, as a frozen value."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        str_strip_whitespace=True,
        defer_build=True,
    )

    KIND: ClassVar[str] = ""
    """What people call such an element, in messages: ``stage``, ``buyer step``."""

    SCOPE: ClassVar[str] = ""
    """Where ids of this kind are unique: ``playbook``, ``process``, or empty where it has no id."""

    SHORT: ClassVar[str] = ""
    """The key for which a text alone stands in a list of such elements; empty where each is written out."""

    at: SkipJsonSchema[Annotated[Source, SkipValidation]] = Field(NOWHERE, alias=AT, exclude=True, repr=False)

    @property
    def name_or_id(self) -> str:
        """What to call the element in a sentence: its name, else its id."""
        return str(getattr(self, "name", "") or getattr(self, "id", ""))


@dataclass(frozen=True, slots=True)
class Reference:
    """Marks a field whose text is the id of an element of ``kind``."""

    kind: str


@dataclass(frozen=True, slots=True)
class Prose:
    """Marks a text that takes Markdown."""


def annotation_marks(element: type[Element], mark: type[Any]) -> dict[str, Any]:
    """The fields of ``element`` (by their name in the file) whose text, or list of texts, carries ``mark``."""
    from_fields: dict[str, Any] = {}
    for name, info in element.model_fields.items():
        found = _mark_in(info, mark)
        if found is not None:
            from_fields[info.alias or name] = found
    return from_fields


def _mark_in(info: Any, mark: type[Any]) -> Any:
    direct = [each for each in getattr(info, "metadata", ()) if isinstance(each, mark)]
    if direct:
        return direct[0]
    return _mark_in_type(getattr(info, "annotation", info), mark)


def _mark_in_type(annotation: Any, mark: type[Any]) -> Any:
    for each in getattr(annotation, "__metadata__", ()):
        if isinstance(each, mark):
            return each
    for inner in getattr(annotation, "__args__", ()):
        found = _mark_in_type(inner, mark)
        if found is not None:
            return found
    return None
