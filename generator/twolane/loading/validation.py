"""Raw values to elements of the model; what does not fit becomes findings at the value at fault."""

from __future__ import annotations

from typing import TypeVar

from pydantic import ValidationError

from twolane.findings import Finding
from twolane.loading.document import AT, Document, Value
from twolane.loading.fault_words import explain
from twolane.loading.salvage import without_empty, without_faults
from twolane.model.element import Element
from twolane.model.text import Salvaged
from twolane.source import Source

E = TypeVar("E", bound=Element)
_ROUNDS = 20


def validate(document: Document, model: type[E]) -> tuple[E | None, list[Finding]]:
    """The document as a ``model``, and what was wrong with it.

    A part that does not fit is reported and left out (or given a placeholder where it is required), so that the
    rest can be judged in the same run. ``None`` comes back only where nothing of it can be used.
    """
    value = without_empty(document.value)
    if value is None:
        value = {AT: Source(document.file)}
    findings: list[Finding] = []
    for _ in range(_ROUNDS):
        try:
            return model.model_validate(value), findings
        except ValidationError as error:
            faults = error.errors(include_url=False)
            told = [fault for fault in faults if not isinstance(fault["input"], Salvaged)]
            findings += [explain(document, value, model, fault) for fault in told]
            if not without_faults(value, model, faults):
                break
    return None, findings


def keyed(document: Document, key: str) -> Value:
    """The document's value; a bare list at the top counts as the value of ``key``."""
    if not isinstance(document.value, list):
        return document.value
    root = Source(document.file)
    for index, item in enumerate(document.value):
        source = item.get(AT) if isinstance(item, dict) else None
        if isinstance(source, Source):
            source.parent, source.key, source.index = root, key, index
    return {AT: root, key: document.value}
