"""Finds texts between braces that a comma ended, and the rest of them, which YAML takes for keys (D003, D012)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Annotated, Any

from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from twolane.findings import Finding, Subject
from twolane.loading.bracket_text import Lines, between, comma_before, is_tight, opens_with, with_part, written
from twolane.loading.comma_tails import goes_on
from twolane.loading.fault_words import what
from twolane.loading.model_keys import field_model, keys_of
from twolane.model.element import Element, Prose, Reference, annotation_marks
from twolane.model.number_notation import readings
from twolane.model.value_types import KEBAB
from twolane.source import AT, Place, Quoted, Source, Span
from twolane.wording.quoting import short
from twolane.wording.spoken_language import worded
from twolane.yaml_text.document import Document
from twolane.yaml_text.reading_rules import CUT_AT_COMMA, UNKNOWN_KEY


@dataclass(frozen=True, slots=True)
class _Entry:
    """What stands between two commas of a group: its key, its place as a whole, and whether it is a key alone."""

    key: str
    span: Span
    bare: bool


def cut_groups(document: Document, value: Any, model: type[Element]) -> list[Finding]:
    """What was cut off in the groups of a value; it is taken out there, so that nothing else is said of it."""
    return list(_below(document.text.split("\n"), value, model))


def _below(lines: Lines, value: Any, owner: type[Element] | None) -> Iterator[Finding]:
    if isinstance(value, list):
        for each in value:
            yield from _below(lines, each, owner)
    source = value.get(AT) if isinstance(value, dict) else None
    if owner is None or not isinstance(source, Source):
        return
    if opens_with(lines, source.span, "{"):
        yield from _in_group(lines, value, source, owner)
    for key in [key for key in value if isinstance(value[key], dict | list)]:
        yield from _below(lines, value[key], field_model(owner, key) if key in keys_of(owner) else None)


def _in_group(lines: Lines, value: dict[str, Any], source: Source, owner: type[Element]) -> Iterator[Finding]:
    for head, tails in _runs(_entries(source), value, owner):
        if (mended := _whole(lines, value, source, owner, head, tails)) is None:
            continue
        yield _finding(lines, source, owner, head, tails, mended)
        for each in tails:
            value.pop(each.key, None)
            source.keys.pop(each.key, None)
            source.values.pop(each.key, None)


def _entries(source: Source) -> list[_Entry]:
    """All of the entries of a group, in their order."""
    bare = dict.fromkeys(span for _, span in source.bare)
    whole = (_Entry(key, (*span[:2], *source.values.get(key, span)[2:]), False) for key, span in source.keys.items())
    alone = (_Entry(str(key), span, not isinstance(key, Quoted)) for key, span in source.bare)
    return sorted((*(each for each in whole if each.span not in bare), *alone), key=lambda each: each.span)


def _runs(
    entries: Sequence[_Entry], value: dict[str, Any], owner: type[Element]
) -> Iterator[tuple[_Entry, list[_Entry]]]:
    """Each text of a group that a comma may have ended, with the entries behind it that are no keys."""
    head: _Entry | None = None
    tails: list[_Entry] = []
    for each in entries:
        if head is not None and _is_rest(each, owner):
            tails.append(each)
            continue
        if head is not None and tails:
            yield head, tails
        head, tails = (each if _is_text(value.get(each.key)) and each.key in keys_of(owner) else None), []
    if head is not None and tails:
        yield head, tails


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and not isinstance(value, Quoted)


def _is_rest(entry: _Entry, owner: type[Element]) -> bool:
    """Whether an entry can be the rest of a text: nothing behind it, or words that nobody takes for a key."""
    unknown = entry.key not in keys_of(owner)
    if entry.bare:
        return unknown or not _field(owner, entry.key).is_required()
    return unknown and (" " in entry.key or goes_on(entry.key))


def _whole(
    lines: Lines, value: dict[str, Any], source: Source, owner: type[Element], head: _Entry, tails: Sequence[_Entry]
) -> tuple[str, str] | None:
    """What to do and the line mended; ``None`` where the head takes no such text, so that no comma ended it."""
    first: str = value[head.key]
    span = source.values[head.key]
    spans = [span, *(each.span for each in tails)]
    texts = [first, *(written(lines, each) for each in spans[1:])]
    gaps = [*("," if is_tight(lines, *pair) else ", " for pair in pairwise(spans)), ""]
    text = "".join(part + gap for part, gap in zip(texts, gaps, strict=True))
    for hint, mended in _candidates(text, texts, owner, head.key):
        sound = written(lines, span) == first and all(texts) and mended
        return hint, with_part(lines, (*span[:2], *spans[-1][2:]), mended) if sound else ""
    return None


def _candidates(text: str, texts: Sequence[str], owner: type[Element], key: str) -> Iterator[tuple[str, str]]:
    """How a value with a comma in it is written where the field takes it: in brackets, in quotes, or as a number."""
    prose, ids = (key in annotation_marks(owner, mark) for mark in (Prose, Reference))
    if not prose and _takes(owner, key, texts) and (not ids or all(map(KEBAB.fullmatch, texts))):
        yield "write several in brackets", f"[{', '.join(between(each) for each in texts)}]"
    elif not ids and _takes(owner, key, Quoted(text)):
        yield "put the whole text in quotes", between(text)
    elif numbers := [each for each in readings(text) if _takes(owner, key, each)]:
        if len(numbers) == 1:
            yield worded("write the number as {number}", number=numbers[0]), numbers[0]
        else:
            yield worded("write {one} or {other}, whichever is meant", one=numbers[0], other=numbers[1]), ""


def _takes(owner: type[Element], key: str, value: Any) -> bool:
    """Whether the value of a key could be this."""
    try:
        _adapter(owner, key).validate_python(value)
    except ValidationError:
        return False
    return True


@cache
def _adapter(owner: type[Element], key: str) -> TypeAdapter[Any]:
    info = _field(owner, key)
    return TypeAdapter(Annotated[(info.annotation, *info.metadata, None)])  # type: ignore[arg-type]  # made of what it is


def _field(owner: type[Element], key: str) -> FieldInfo:
    return next(info for name, info in owner.model_fields.items() if (info.alias or name) == key)


def _finding(
    lines: Lines, source: Source, owner: type[Element], head: _Entry, tails: Sequence[_Entry], mended: tuple[str, str]
) -> Finding:
    place = Place.of(source.file, comma_before(lines, head.span, tails[-1].span))
    hint, replacement = mended
    tail, text = tails[0].key, short(written(lines, source.values[head.key]))
    if tail in keys_of(owner):
        message = worded(
            "between braces this comma ends “{text}”, and nothing stands behind `{tail}`", text=text, tail=tail
        )
        hint = worded("{hint}; where `{tail}` is meant as a key, write `{tail}: …`", hint=hint, tail=tail)
        subject, rule = Subject.of(source, head.key), CUT_AT_COMMA
    else:
        message = worded(
            "`{tail}` is not a key of {what}: between braces this comma ends “{text}”",
            tail=short(tail),
            what=what(source, owner),
            text=text,
        )
        subject, rule = Subject.of(source, tail), UNKNOWN_KEY
    return rule.on(place, message, subject=subject, hint=hint, replacement=replacement)
