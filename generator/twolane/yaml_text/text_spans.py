"""Which stretches of a YAML file are text, in which a `#` is a letter, and where a text of several lines begins."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from twolane.source import Source, Span
from twolane.yaml_text.document import AT, Document, Quoted, Value

BLOCK = "|>"


@dataclass(frozen=True, slots=True)
class TextSpans:
    """The texts within quotes and in blocks, in their order, each with the sign that opens it.

    ``begun`` leads from the last line of each text of several lines, and its last column, to its first line.
    """

    spans: tuple[tuple[Span, str], ...]
    begun: Mapping[tuple[int, int], int]

    @classmethod
    def of(cls, document: Document) -> TextSpans:
        """Those of a file that was read."""
        lines = document.text.split("\n")
        found = {span: text for text, span in _texts(document.value, None)}
        quoted = sorted(span for span, text in found.items() if isinstance(text, Quoted))
        begun = {span[2:]: span[0] for span in found if span[2] > span[0]}
        return cls(tuple(_text(span, lines) for span in quoted), begun)

    def sign_around(self, line: int, column: int) -> str:
        """The sign that opens the text in which this place lies; empty where it lies in none."""
        at = bisect_right(self.spans, ((line, column, 1 << 60, 0), "")) - 1
        if at < 0:
            return ""
        span, sign = self.spans[at]
        return sign if span[:2] <= (line, column) < span[2:] else ""

    def first_line(self, line: str, number: int, column: int) -> int:
        """The line on which the value begins behind which something stands in this column."""
        end = len(line[:column].rstrip())
        return self.begun.get((number, end), number)


def _text(span: Span, lines: list[str]) -> tuple[Span, str]:
    """The span of the text itself: what stands behind the sign of a block is none of it."""
    line, column, *_ = span
    sign = lines[line][column : column + 1] if line < len(lines) else ""
    return ((line + 1, 0, *span[2:]), sign) if sign and sign in BLOCK else (span, sign or '"')


def _texts(value: Value | Source, span: Span | None) -> Iterator[tuple[str, Span]]:
    """All texts in ``value``, and where each stands."""
    if isinstance(value, str) and span is not None:
        yield value, span
    if isinstance(value, dict):
        source = value[AT]
        assert isinstance(source, Source)
        for key, each in value.items():
            yield from _texts_in(each, source.values.get(key), source.items.get(key, []))
    elif isinstance(value, list):
        yield from _texts_in(value, span, [])


def _texts_in(value: Value | Source, span: Span | None, items: list[Span]) -> Iterator[tuple[str, Span]]:
    if isinstance(value, list):
        for index, each in enumerate(value):
            yield from _texts(each, items[index] if index < len(items) else None)
    else:
        yield from _texts(value, span)
