"""Severity, Rule and Finding: the one currency of loading, checking and aligning."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from twolane.source import Place, Source

MOST_SHOWN = 1000
"""The most findings that a report shows: nobody looks through more."""
LONGEST = 10_000
"""The most letters of a text in a report."""


class Severity(IntEnum):
    """How much a finding matters; larger is worse."""

    ADVICE = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        """The name as people read it: ``advice``, ``warning``, ``error``."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that a finding is about, and what stands there, in words."""

    place: Place
    message: str

    def __post_init__(self) -> None:
        if len(self.message) > LONGEST:
            object.__setattr__(self, "message", cut(self.message))


@dataclass(frozen=True, slots=True)
class Subject:
    """What a finding is about, by file, keys and ids, never by line, so that it is known again after lines have moved.

    ``elements`` lead from the file's root to an element, each by the key that holds it and its id, or its number
    where it has none; ``key`` is the one of that element, where it is about one. As text it is a path.
    """

    file: str
    elements: tuple[tuple[str, str], ...] = ()
    key: str | None = None

    @classmethod
    def of(cls, source: Source, key: str | None = None) -> Subject:
        """An element that was read, or what it says at a key."""
        return cls(source.file, source.elements(), key)

    def __str__(self) -> str:
        inside = (part for key, id in self.elements for part in ((key, id) if id else (key,)))
        return cut("/".join((self.file, *inside, *(() if self.key is None else (self.key,)))))


NOTHING = Subject("")
"""What is about no file that is known."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a rule found, at one primary place.

    ``message`` is one or two sentences in plain words; ``hint`` says what would mend it; ``replacement`` is
    text to paste. Of texts longer than ``LONGEST`` the beginning is kept.
    """

    rule: Rule
    message: str
    place: Place
    subject: Subject = NOTHING
    hint: str = ""
    replacement: str = ""
    related: tuple[Related, ...] = ()
    severity: Severity = Severity.WARNING

    def __post_init__(self) -> None:
        for name in ("message", "hint"):
            if len(getattr(self, name)) > LONGEST:
                object.__setattr__(self, name, cut(getattr(self, name)))
        # A part of a text to paste would be wrong.
        if len(self.replacement) > LONGEST:
            object.__setattr__(self, "replacement", "")

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """The key by which findings are put in reading order: file, line, column, code."""
        return (self.place.file, self.place.line, self.place.column, self.rule.code, self.message)


@dataclass(frozen=True, slots=True)
class Rule:
    """What identifies a rule: its fixed code, its slug, its severity, the principles it stands on.

    ``principles`` are the numbers of the principles page, such as ``P16``.
    """

    code: str
    slug: str
    severity: Severity = Severity.WARNING
    principles: tuple[str, ...] = ()

    def at(
        self,
        source: Source,
        key: str | None,
        message: str,
        *,
        index: int | None = None,
        hint: str = "",
        replacement: str = "",
        related: Iterable[Related] = (),
    ) -> Finding:
        """A finding at the value of ``key`` (at its item ``index``), or at the element where it is not given."""
        place = source.place(key, index)
        return Finding(
            self, message, place, Subject.of(source, key or None), hint, replacement, tuple(related), self.severity
        )

    def on(
        self, place: Place, message: str, *, subject: Subject | None = None, hint: str = "", replacement: str = ""
    ) -> Finding:
        """A finding at a place that no element owns, such as a line that could not be read.

        It is about the file unless a ``subject`` says more.
        """
        return Finding(self, message, place, subject or Subject(place.file), hint, replacement, (), self.severity)


@dataclass(frozen=True, slots=True)
class Shown:
    """The findings that a report shows, and how many more there are."""

    findings: tuple[Finding, ...]
    left_out: int


def shown(findings: Iterable[Finding]) -> Shown:
    """The worst of the findings, as many as a report shows, in the order in which they come."""
    found = tuple(findings)
    by_weight = sorted(range(len(found)), key=lambda number: -found[number].severity)
    kept = tuple(found[number] for number in sorted(by_weight[:MOST_SHOWN]))
    return Shown(kept, len(found) - len(kept))


def more(number: int, one: str = "finding") -> str:
    """How many more there are, in words: ``1 more finding``, ``2,000 more findings``; empty for none."""
    return f"{number:,} more {one}{'' if number == 1 else 's'}" if number else ""


def cut(text: str) -> str:
    """The text, or its beginning where it is longer than anybody reads."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """The findings by severity, the worst first, and in reading order within one severity."""
    return sorted(findings, key=lambda finding: (-finding.severity, *finding.order))


def in_reading_order(findings: Iterable[Finding]) -> list[Finding]:
    """The findings by file, line and column."""
    return sorted(findings, key=lambda finding: finding.order)
