"""What a playbook leaves out of its findings: comments beside the lines, entries of its configuration."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

from twolane.findings import Finding, Subject
from twolane.source import Place
from twolane.wording.did_you_mean import nearest
from twolane.yaml_text import reading_rules
from twolane.yaml_text.document import Document
from twolane.yaml_text.text_spans import TextSpans

NEVER_IGNORED = frozenset(each.code for each in reading_rules.ALL)
"""Codes of the rules by which a file can be read at all: what they find has to be mended."""

_MARK = "twolane:"
_COMMENT = re.compile(r"(?:^|(?<=\s))#\s*twolane:")
_WRITTEN = re.compile(r"\s*ignore\[([^\]]*)\]\s*(.*)")
_OPENS = re.compile(r"(?:(?:^|\s)-|:)(?:\s+[&!]\S*)*$")
"""What a key or a dash looks like whose value begins on a line below."""
_CODE = re.compile(r"[A-Z]\d{3}")
_DIGITS = str.maketrans("OoIl", "0011")


@dataclass(frozen=True, slots=True)
class Ignore:
    """A comment that leaves out what the rules ``names`` (codes or slugs) find on the line ``applies_to``.

    The comment itself stands at ``place``; behind a value it is about its own line, on a line of its own
    about the next line that says something. It is about the line ``also`` too: the first one of the text of several
    lines behind which it stands, or the one below where it stands behind a key whose value begins there. Where it is
    a part of a text, ``inside`` is the sign that opens that, and it leaves out nothing.
    """

    place: Place
    applies_to: int
    names: tuple[str, ...]
    reason: str
    also: int = 0
    inside: str = ""

    @property
    def lines(self) -> tuple[int, ...]:
        """The lines of the file that it is about, counted from 1."""
        return () if self.inside else tuple(dict.fromkeys((self.applies_to, self.also or self.applies_to)))


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
    lines, texts = document.text.split("\n"), TextSpans.of(document)
    following = _following(lines)
    found = []
    for number, line in enumerate(lines):
        for match in _COMMENT.finditer(line) if _MARK in line else ():
            sign = texts.sign_around(number, match.start())
            if not sign:
                found.append(_ignore(document.file, lines, (number, match.start()), following, texts))
                break
            found += _in_text(document.file, line, (number, match.start()), sign)
    return found


def _in_text(file: str, line: str, at: tuple[int, int], sign: str) -> list[Ignore]:
    """What looks like a comment and is a part of a text; nothing where somebody only writes about comments."""
    number, column = at
    written = _WRITTEN.match(line[column:].partition(":")[2])
    if not written or not written[1].strip() or "`" in line[:column]:
        return []
    names = tuple(each.strip() for each in written[1].split(",") if each.strip())
    place = Place.of(file, (number, column, number, len(line.rstrip())))
    return [Ignore(place, number + 1, names, written[2], inside=sign)]


def apply(findings: Iterable[Finding], ignores: Iterable[Ignore], configured: Iterable[PathIgnore] = ()) -> Applied:
    """``findings`` without those that an ignore covers; nothing is ignored without a reason."""
    beside: dict[tuple[str, int, str], Ignore] = {}
    for ignore in ignores:
        for line in ignore.lines if ignore.reason else ():
            for name in ignore.names:
                beside.setdefault((ignore.place.file, line, name.lower()), ignore)
    everywhere = [each for each in configured if each.reason]
    by_rule: dict[tuple[str, str], PathIgnore | None] = {}
    kept: list[Finding] = []
    ignored: list[tuple[Finding, Ignore | PathIgnore]] = []
    for finding in findings:
        rule, file, line = finding.rule, finding.place.file, finding.place.line
        if (rule.code, file) not in by_rule:
            by_rule[rule.code, file] = next((each for each in everywhere if each.covers(finding)), None)
        near = beside.get((file, line, rule.code.lower())) or beside.get((file, line, rule.slug))
        by = near or by_rule[rule.code, file]
        if by is None or rule.code in NEVER_IGNORED:
            kept.append(finding)
        else:
            ignored.append((finding, by))
    return Applied(tuple(kept), tuple(ignored))


def faults(ignores: Iterable[Ignore], known: Mapping[str, str]) -> Iterator[Finding]:
    """What is wrong with the comments; ``known`` leads from each code and each slug to the code."""
    for ignore in (each for each in ignores if not each.inside):
        subject = Subject(ignore.place.file, key="twolane: ignore")
        for message, hint in _faults(ignore, known):
            yield reading_rules.WRONG_VALUE.on(ignore.place, message, subject=subject, hint=hint)


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


def _ignore(file: str, lines: list[str], place: tuple[int, int], following: Sequence[int], texts: TextSpans) -> Ignore:
    line, column = place
    comment = lines[line][column:].rstrip()
    written = _WRITTEN.fullmatch(comment.partition(":")[2])
    names = tuple(each.strip() for each in written[1].split(",") if each.strip()) if written else ()
    reason = written[2] if written else ""
    at = Place.of(file, (line, column, line, column + len(comment)))
    before = lines[line][:column].strip()
    if not before:
        return Ignore(at, following[line] + 1, names, reason)
    below = following[line] if _OPENS.search(before) else texts.first_line(lines[line], line, column)
    return Ignore(at, line + 1, names, reason, also=below + 1)


def _following(lines: list[str]) -> list[int]:
    """For each line the next one that is neither empty nor a comment, counted from 0; itself where there is none."""
    following, found = [0] * len(lines), -1
    for number in range(len(lines) - 1, -1, -1):
        following[number] = found if found >= 0 else number
        if lines[number].strip() and not lines[number].lstrip().startswith("#"):
            found = number
    return following
