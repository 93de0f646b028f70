"""What a playbook leaves out of its findings: comments beside the lines, entries of its configuration."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

from twolane.findings import Finding
from twolane.loading import rules
from twolane.loading.document import AT, Document, Quoted, Value
from twolane.loading.near import nearest
from twolane.source import Place, Source, Span

NEVER_IGNORED = frozenset(each.code for each in rules.ALL)
"""Codes of the rules by which a file can be read at all: what they find has to be mended."""

_MARK = "twolane:"
_COMMENT = re.compile(r"(?:^|(?<=\s))#\s*twolane:")
_WRITTEN = re.compile(r"\s*ignore\[([^\]]*)\]\s*(.*)")
_CODE = re.compile(r"[A-Z]\d{3}")
_DIGITS = str.maketrans("OoIl", "0011")


@dataclass(frozen=True, slots=True)
class Ignore:
    """A comment that leaves out what the rules ``names`` (codes or slugs) find on the line ``applies_to``.

    The comment itself stands at ``place``; behind a value it is about its own line, on a line of its own
    about the next line that says something.
    """

    place: Place
    applies_to: int
    names: tuple[str, ...]
    reason: str

    def covers(self, finding: Finding, name: str = "") -> bool:
        """Whether the comment is about ``finding``, by any of its names or by this one."""
        here = finding.place.file == self.place.file and finding.place.line == self.applies_to
        return here and _names((name,) if name else self.names, finding)


@dataclass(frozen=True, slots=True)
class PathIgnore:
    """An entry of the configuration that leaves out what ``rule`` finds in the files that ``path`` covers.

    ``path`` is relative to the playbook's root; ``*`` stands for anything, and a folder for all files below it.
    ``place`` is where the entry itself stands, where that is known.
    """

    rule: str
    reason: str
    path: str = "*"
    place: Place | None = field(default=None, compare=False)

    def covers(self, finding: Finding) -> bool:
        """Whether the entry is about ``finding``."""
        file, path = finding.place.file, self.path.rstrip("/")
        return _names((self.rule,), finding) and (fnmatchcase(file, path) or fnmatchcase(file, f"{path}/*"))


@dataclass(frozen=True, slots=True)
class Applied:
    """Findings parted in two: what is shown, and what was left out with the ignore that did it."""

    kept: tuple[Finding, ...]
    ignored: tuple[tuple[Finding, Ignore | PathIgnore], ...]


def find(document: Document) -> list[Ignore]:
    """The ignore comments of a YAML file, or of front matter; the same words in a quoted text or a block are text."""
    if _MARK not in document.text or not document.file.endswith((".yml", ".yaml", ".md")):
        return []
    lines, texts = document.text.split("\n"), list(_quoted(document.value, None))
    found = []
    for number, line in enumerate(lines):
        starts = ((number, match.start()) for match in _COMMENT.finditer(line))
        begin = next((at for at in starts if not any(span[:2] <= at < span[2:] for span in texts)), None)
        if begin is not None:
            found.append(_ignore(document.file, lines, *begin))
    return found


def apply(findings: Iterable[Finding], ignores: Iterable[Ignore], configured: Iterable[PathIgnore] = ()) -> Applied:
    """``findings`` without those that an ignore covers; nothing is ignored without a reason."""
    all_ignores: tuple[Ignore | PathIgnore, ...] = (*ignores, *configured)
    valid = [each for each in all_ignores if each.reason]
    kept: list[Finding] = []
    ignored: list[tuple[Finding, Ignore | PathIgnore]] = []
    for finding in findings:
        by = next((each for each in valid if each.covers(finding)), None)
        if by is None or finding.rule.code in NEVER_IGNORED:
            kept.append(finding)
        else:
            ignored.append((finding, by))
    return Applied(tuple(kept), tuple(ignored))


def faults(ignores: Iterable[Ignore], known: Mapping[str, str]) -> Iterator[Finding]:
    """What is wrong with the comments; ``known`` leads from each code and each slug to the code."""
    for ignore in ignores:
        subject = f"{ignore.place.file}/twolane: ignore"
        for message, hint in _faults(ignore, known):
            yield rules.WRONG_VALUE.on(ignore.place, subject, message, hint=hint)


def name_fault(name: str, known: Mapping[str, str]) -> tuple[str, str] | None:
    """What is wrong with a rule's name in an ignore and what to do about it; None where it is a rule to ignore."""
    code = known.get(name.lower(), known.get(name.upper(), ""))
    if not code:
        near = nearest_rule(name, known)
        hint = f"did you mean `{near}`?" if near else "`twolane explain` lists all rules"
        return f"“{name}” is no rule, so nothing is ignored by this name", hint
    if code in NEVER_IGNORED:
        return f"what {code} finds cannot be ignored, since the file is not read rightly with it", "mend it instead"
    return None


def nearest_rule(name: str, known: Iterable[str]) -> str:
    """The code or slug that ``name`` was probably to be, else an empty text.

    One code is as like another as a third, so of codes only those are near whose digits were swapped or
    written as letters.
    """
    codes = [each for each in known if _CODE.fullmatch(each)]
    as_code = name[:1].upper() + name[1:].translate(_DIGITS)
    if _CODE.fullmatch(as_code):
        swapped = [each for each in codes if sorted(each) == sorted(as_code)]
        return as_code if as_code in codes else swapped[0] if len(swapped) == 1 else ""
    return nearest(name, (each for each in known if each not in codes))


def _faults(ignore: Ignore, known: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    if not ignore.names:
        example = f"`{_written('B203', 'the buyer signs on paper', ignore.place)}`"
        yield "this comment does not say which rules to ignore", f"write it like this: {example}"
        return
    yield from filter(None, (name_fault(each, known) for each in ignore.names))
    if not ignore.reason:
        written = _written(", ".join(ignore.names), "because …", ignore.place)
        yield "nothing is ignored without a reason", f"say why: `{written}`"


def _written(names: str, reason: str, place: Place) -> str:
    """How to write a comment in the file that ``place`` is in."""
    words = f"twolane: ignore[{names}] {reason}"
    return f"<!-- {words} -->" if place.file.endswith(".md") else f"# {words}"


def _names(names: Iterable[str], finding: Finding) -> bool:
    return any(each.upper() == finding.rule.code or each.lower() == finding.rule.slug for each in names)


def _ignore(file: str, lines: list[str], line: int, column: int) -> Ignore:
    comment = lines[line][column:].rstrip()
    written = _WRITTEN.fullmatch(comment.partition(":")[2])
    names = tuple(each.strip() for each in written[1].split(",") if each.strip()) if written else ()
    place = Place.of(file, (line, column, line, column + len(comment)))
    alone = not lines[line][:column].strip()
    return Ignore(place, (_next_line(lines, line) if alone else line) + 1, names, written[2] if written else "")


def _next_line(lines: list[str], line: int) -> int:
    """The next line that is neither empty nor a comment, counted from 0."""
    rest = range(line + 1, len(lines))
    return next((each for each in rest if lines[each].strip() and not lines[each].lstrip().startswith("#")), line)


def _quoted(value: Value | Source, span: Span | None) -> Iterator[Span]:
    """The spans of all texts in ``value`` that may hold a ``#`` as a letter."""
    if isinstance(value, Quoted) and span is not None:
        yield span
    if isinstance(value, dict):
        source = value[AT]
        assert isinstance(source, Source)
        for key, each in value.items():
            yield from _quoted_in(each, source.values.get(key), source.items.get(key, []))
    elif isinstance(value, list):
        yield from _quoted_in(value, span, [])


def _quoted_in(value: Value | Source, span: Span | None, items: list[Span]) -> Iterator[Span]:
    if isinstance(value, list):
        for index, each in enumerate(value):
            yield from _quoted(each, items[index] if index < len(items) else None)
    else:
        yield from _quoted(value, span)
