"""Raw values to elements of the model; what does not fit becomes findings at the value at fault."""

from __future__ import annotations

import re
from typing import TypeVar

from pydantic import ValidationError

from twolane.findings import Finding
from twolane.loading.cut_groups import cut_groups
from twolane.loading.fault_words import explain
from twolane.loading.guessing import Loc, is_guess, is_respelling
from twolane.loading.salvage import without_empty, without_faults
from twolane.loading.short_forms import written_out
from twolane.model.element import Element
from twolane.model.value_types import Salvaged
from twolane.source import Source, Span
from twolane.yaml_text.document import AT, Document, Value

E = TypeVar("E", bound=Element)
_ROUNDS = 20
_ENTRY = re.compile(r" *(?P<dash>-) +(?P<entry>\S.*?) *")


def validate(document: Document, model: type[E]) -> tuple[E | None, list[Finding]]:
    """The document as a ``model``, and what was wrong with it.

    A part that does not fit is reported and left out (or given a placeholder where it is required), so that the
    rest can be judged in the same run. ``None`` comes back only where nothing of it can be used.
    """
    findings = cut_groups(document, document.value, model)
    value = written_out(without_empty(document.value, model), model)
    if value is None:
        value = {AT: Source(document.file)}
    guesses: set[Loc] = set()
    for _ in range(_ROUNDS):
        try:
            return model.model_validate(value), findings
        except ValidationError as error:
            faults = error.errors(include_url=False)
            # Misspelt keys first: then what lacks the right ones is no second mistake.
            faults = [each for each in faults if is_respelling(value, model, each)] or faults
            told = [each for each in faults if not isinstance(each["input"], Salvaged) and not is_guess(each, guesses)]
            findings += [explain(document, value, model, fault) for fault in told]
            if not without_faults(value, model, faults, guesses):
                break
    return None, findings


def keyed(document: Document, key: str) -> Value:
    """The document's value; a bare list at the top counts as the value of ``key``."""
    if not isinstance(document.value, list):
        return document.value
    root = Source(document.file, items={key: _entries(document.text)})
    for index, item in enumerate(document.value):
        source = item.get(AT) if isinstance(item, dict) else None
        if isinstance(source, Source):
            source.parent, source.key, source.index = root, key, index
    return {AT: root, key: document.value}


def _entries(text: str) -> list[Span]:
    """Where each entry of a list at the top of a file stands, if each begins with a dash on a line of its own."""
    found = [(line, match) for line, each in enumerate(text.split("\n")) if (match := _ENTRY.fullmatch(each))]
    indents = [match.start("dash") for _, match in found]
    return [
        (line, match.start("entry"), line, match.end("entry"))
        for line, match in found
        if match.start("dash") == min(indents)
    ]
