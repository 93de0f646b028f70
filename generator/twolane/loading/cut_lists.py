"""Finds items of lists in brackets that are the rest of the item before them (D012)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

from twolane.findings import Finding, Subject
from twolane.loading.bracket_text import (
    Lines,
    as_block,
    between,
    comma_before,
    is_tight,
    opens_with,
    with_part,
    written,
)
from twolane.loading.comma_tails import Cut, Item, cuts, joined, without_and
from twolane.loading.model_keys import field_model, keys_of
from twolane.model.element import Element, Prose, Reference, annotation_marks
from twolane.source import AT, Place, Quoted, Source, Span
from twolane.wording.quoting import short
from twolane.wording.spoken_language import translated, worded
from twolane.yaml_text.document import Document
from twolane.yaml_text.reading_rules import CUT_AT_COMMA
from twolane.yaml_text.syntax_values import safe


def cut_lists(document: Document, value: Any, model: type[Element]) -> list[Finding]:
    """What D012 finds in the lists of a value as it was read, before anything is taken out of it."""
    return list(_below(document, document.text.split("\n"), value, model))


def _below(document: Document, lines: Lines, value: Any, owner: type[Element] | None) -> Iterator[Finding]:
    if isinstance(value, list):
        for each in value:
            yield from _below(document, lines, each, owner)
    source = value.get(AT) if isinstance(value, dict) else None
    if owner is None or not isinstance(source, Source):
        return
    for key in (key for key in value if key in keys_of(owner)):
        held = value[key]
        if isinstance(held, list) and any(isinstance(each, str) for each in held):
            yield from _in_list(lines, source, owner, key, held)
        else:
            yield from _below(document, lines, held, field_model(owner, key))


def _in_list(lines: Lines, source: Source, owner: type[Element], key: str, held: Sequence[Any]) -> Iterator[Finding]:
    span, spans = source.values.get(key), source.items.get(key, [])
    names = annotation_marks(owner, Reference).keys()
    if key in names or span is None or len(spans) != len(held) or not opens_with(lines, span, "["):
        return
    items = tuple(_item(lines, held, spans, index) for index in range(len(held)))
    found = cuts(items, prose=_is_prose(owner, key))
    whole = as_block(lines, span, _block(lines, spans, items, found)) if all(each.text for each in items) else ""
    for cut in found:
        place = Place.of(source.file, comma_before(lines, spans[cut.first], spans[cut.last]))
        subject = Subject.of(source, key)
        yield (_with_and if cut.listed else _in_two)(place, subject, items, cut, (lines, spans, whole))


def _is_prose(owner: type[Element], key: str) -> bool:
    """Whether the items of a list are sentences or phrases: the texts of a prose key, or texts that stand for it."""
    short = field_model(owner, key)
    return key in annotation_marks(owner, Prose) or bool(short and short.SHORT in annotation_marks(short, Prose))


def _item(lines: Lines, held: Sequence[Any], spans: Sequence[Span], index: int) -> Item:
    """An item as it is judged; one that is no text, or stands elsewhere than in these lines, is left alone."""
    text, span = held[index], spans[index]
    plain = isinstance(text, str) and not isinstance(text, Quoted) and written(lines, span) == text
    tight = index > 0 and spans[index - 1][2] < len(lines) and is_tight(lines, spans[index - 1], span)
    return Item(text if isinstance(text, str) else "", plain, tight)


def _block(lines: Lines, spans: Sequence[Span], items: Sequence[Item], found: Sequence[Cut]) -> list[str]:
    """The items as they can stand behind dashes, each whole."""
    texts = [written(lines, span) for span in spans]
    for cut in reversed(found):
        if cut.listed:
            texts[cut.last] = without_and(texts[cut.last])
        else:
            texts[cut.first : cut.last + 1] = [safe(joined(items[cut.first : cut.last + 1]))]
    return texts


_Written: TypeAlias = tuple[Lines, Sequence[Span], str]
"""The lines of the file, where each item stands, and the list with a line for each item."""


def _in_two(place: Place, subject: Subject, items: Sequence[Item], cut: Cut, given: _Written) -> Finding:
    lines, spans, whole = given
    span = (*spans[cut.first][:2], *spans[cut.last][2:])
    message = worded(
        "between brackets this comma ends the item “{head}”, and “{tail}” becomes an item of its own",
        head=short(items[cut.first].text),
        tail=short(items[cut.first + 1].text),
    )
    mended = whole or with_part(lines, span, between(joined(items[cut.first : cut.last + 1])))
    return CUT_AT_COMMA.on(place, message, subject=subject, hint=_hint(items[cut.first + 1].text), replacement=mended)


def _hint(tail: str) -> str:
    if tail[:1].isdigit():
        return _HINT
    own = worded("if “{tail}” is an item of its own, put it in quotes", tail=short(tail))
    return f"{translated(_HINT)}; {own}"


_HINT = (
    "write each item behind a dash on a line of its own, where a comma is just a comma, or put the whole text in quotes"
)


def _with_and(place: Place, subject: Subject, items: Sequence[Item], cut: Cut, given: _Written) -> Finding:
    """The last of several items, with the “and” that stands before the last one in a sentence."""
    lines, spans, _ = given
    tail = items[cut.last].text
    rest = without_and(tail)
    message = worded("the last item of this list is “{tail}”, with “{word}”", tail=short(tail), word=tail.split()[0])
    hint = worded("commas alone stand between items in brackets: write “{rest}”", rest=short(rest))
    mended = with_part(lines, spans[cut.last], rest)
    return CUT_AT_COMMA.on(place, message, subject=subject, hint=hint, replacement=mended)
