"""From where reading broke to the likely causes, in words for people who write no programs, with the lines mended."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from twolane.yaml_text import syntax_flow, syntax_layout, syntax_signs, syntax_values
from twolane.yaml_text.syntax_lines import Mend, Trouble, quoted, split

Detector: TypeAlias = Callable[[Sequence[str], int, Trouble], Iterator[Mend]]

_KEY_LIKE = re.compile(r" *(?:- +)*[a-z][a-z_]*:(?: |$)")
_PLAIN_WORDS = (
    ("mapping values", "a colon stands where YAML expects none"),
    ("expected ':'", "YAML expects “key: value” here and finds no colon"),
    ("expected key", "this does not fit what stands above; YAML expects the next “key: value” here"),
    ("'-' indicator", "this does not fit the list above; YAML expects the next entry, beginning with “- ”"),
    ("expected ','", "a list or group in brackets is not complete; YAML expects a comma or the closing bracket"),
    ("end of stream", "a quote that was opened is never closed"),
    ("document start", "this does not fit what stands above"),
    ("cannot start", "no text can begin with this sign"),
    ("sequence entries", "an entry of a list cannot stand here"),
    ("unknown alias", "a text that begins with “*” stands for another one, and that is defined nowhere"),
    ("alias of itself", "this alias stands inside of what it stands for"),
    ("tag", "a word that begins with “!” is a YAML tag; tags are not part of the format"),
    ("directive", "a line that begins with “%” is a YAML directive; directives are not part of the format"),
    ("second document", "a second document begins here; a file holds one"),
    ("unused anchor", "a word that begins with “&” is a YAML anchor, and nothing refers to this one"),
    ("no space", "a space is missing here, behind the dash or the colon"),
    ("question mark", "a text cannot begin with “?” between brackets unless it is in quotes"),
    ("key", "this cannot be a key: a key is a word, and a colon stands behind it"),
)


def mends(lines: Sequence[str], trouble: Trouble) -> Iterator[Mend]:
    """The likely causes of ``trouble`` with the lines mended, the likeliest first; none is tried out yet."""
    own = _OWN.get(trouble.problem)
    if own is not None:
        yield from own(lines, trouble.line, trouble)
        return
    numbers = _suspects(lines, trouble)
    for detector in _order(lines, trouble):
        for number in numbers:
            yield from detector(lines, number, trouble)


def in_plain_words(lines: Sequence[str], trouble: Trouble) -> Mend:
    """What the parser says, in plain words, with the line left out, since nothing better is known."""
    words = (text for part, text in _PLAIN_WORDS if part in trouble.problem)
    message = next(words, "YAML cannot read this line")
    line = min(trouble.line, len(lines) - 1)
    while line > 0 and not lines[line].strip():
        line -= 1
    column = trouble.column if line == trouble.line else len(lines[line].rstrip())
    hint = "compare it, and the line above, with a part of the file that works: indent, colons, quotes, brackets"
    return Mend(message, hint, line, ("",), (line, column))


def comment_ate_value(line: str) -> str | None:
    """The line mended where a text such as ``#1 in planning`` was taken for a comment, so that its key is empty."""
    part = split(line)
    if part.key and part.value.startswith("#"):
        return part.with_value(quoted(part.value))
    return None


def _suspects(lines: Sequence[str], trouble: Trouble) -> list[int]:
    """The lines in which the mistake may be: where reading broke, where what was read began, the line above."""
    above = trouble.line - 1
    while above > 0 and not lines[min(above, len(lines) - 1)].strip():
        above -= 1
    numbers = (trouble.line, trouble.before[0], trouble.began[0], above)
    return list(dict.fromkeys(n for n in numbers if 0 <= n < len(lines) and lines[n].strip()))


def _order(lines: Sequence[str], trouble: Trouble) -> tuple[Detector, ...]:
    """The detectors, the likeliest first for this trouble."""
    texts = (syntax_values.curly, syntax_values.quotes, syntax_flow.brackets, syntax_flow.entries)
    layout: tuple[Detector, ...] = (syntax_layout.indent, syntax_values.unquoted, syntax_values.wrapped)
    number = trouble.began[0] if "expected ':'" in trouble.problem else trouble.line
    line = lines[number] if number < len(lines) else ""
    key = _KEY_LIKE.match(line)
    if key is None or trouble.column >= key.end():
        layout = (syntax_values.unquoted, syntax_values.wrapped, syntax_layout.indent)
    ends = (syntax_layout.continued, syntax_layout.no_colon)
    if re.match(r" *[a-z_]+ +(?:[A-Z0-9]|\[[^\]]*\]$|[^\s.,;!?]+$)", line) or re.fullmatch(r" *[a-z_]+ *", line):
        ends = (syntax_layout.no_colon, syntax_layout.continued)
    first = (syntax_signs.signs, syntax_layout.odd_spaces, syntax_layout.emptied)
    return (*first, *texts, syntax_layout.no_space, *layout, *ends)


def _directive(lines: Sequence[str], number: int, _: Trouble) -> Iterator[Mend]:
    message = "a line that begins with “%” is a YAML directive; directives are not part of the format"
    yield Mend(message, "delete the line", number, ("",), (number, 0))


def _second(lines: Sequence[str], number: int, _: Trouble) -> Iterator[Mend]:
    while number > 0 and not lines[number].startswith(("---", "...")):
        number -= 1
    message = "a second document begins here (“---”); a file holds one"
    hint = "delete the line, or move what follows to a file of its own"
    if re.fullmatch(r"(?:---|\.\.\.)\s*(?:#.*)?", lines[number]):
        yield Mend(message, hint, number, ("",), (number, 0))


def _tag(lines: Sequence[str], number: int, trouble: Trouble) -> Iterator[Mend]:
    line = lines[number]
    programmers = re.match(r"!!\w+ *", line[trouble.column :])
    if programmers:
        mended = line[: trouble.column] + line[trouble.column + programmers.end() :]
        message = f"“{programmers[0].strip()}” is a YAML tag; tags are not part of the format"
        yield Mend(message, "take it out", number, (mended,), (number, trouble.column))
    yield from _text(lines, number, trouble)


def _nothing(_: Sequence[str], __: int, ___: Trouble) -> Iterator[Mend]:
    yield from ()


def _text(lines: Sequence[str], number: int, trouble: Trouble) -> Iterator[Mend]:
    yield from syntax_values.unquoted(lines, number, trouble)
    yield from syntax_flow.entries(lines, number, trouble)


def _key(lines: Sequence[str], number: int, trouble: Trouble) -> Iterator[Mend]:
    yield from syntax_layout.odd_spaces(lines, number, trouble)
    part = split(lines[number])
    if part.key[:1] in "“„”«" and part.key[-2:-1] in "”“»":
        mended = f"{part.indent}{part.dashes}{part.key[1:-2]}:{part.gap}{part.value}{part.comment}"
        message = "the curly quotes belong to the key here, so YAML does not know it"
        yield Mend(message, "write the key without quotes", number, (mended,), (number, part.content))


def _no_space(lines: Sequence[str], number: int, trouble: Trouble) -> Iterator[Mend]:
    yield from syntax_layout.odd_spaces(lines, number, trouble)
    yield from syntax_signs.bullets(lines, number, trouble)
    yield from syntax_layout.no_space(lines, number, trouble)


def _empty_block(lines: Sequence[str], number: int, trouble: Trouble) -> Iterator[Mend]:
    part = split(lines[number])
    message = f"a text cannot begin with “{part.value[:1]}” unless it is in quotes: it announces several lines"
    yield Mend(message, syntax_values.QUOTE_IT, number, (part.with_value(quoted(part.value)),), (number, part.column))


_OWN: dict[str, Detector] = {
    "directive": _directive,
    "second document": _second,
    "unused anchor": _text,
    "unknown alias": _text,
    "alias of itself": _nothing,
    "question mark": syntax_flow.entries,
    "tag": _tag,
    "gap": syntax_signs.gap,
    "no space": _no_space,
    "key": _key,
    "empty block": _empty_block,
}
