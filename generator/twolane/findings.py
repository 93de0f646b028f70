"""Severity, Rule and Finding: the one currency of loading, checking and aligning."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from twolane.source import Place, Source


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


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a rule found, at one primary place.

    ``message`` is one or two sentences in plain words; ``hint`` says what would mend it; ``replacement`` is
    text to paste. ``subject`` names what is at fault by file, keys and ids, never by line, so that the
    same finding is recognised after lines have moved.
    """

    rule: Rule
    message: str
    place: Place
    subject: str = ""
    hint: str = ""
    replacement: str = ""
    related: tuple[Related, ...] = ()
    severity: Severity = Severity.WARNING

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
        subject = "/".join((source.file, *source.path(), *((key,) if key else ())))
        place = source.place(key, index)
        return Finding(self, message, place, subject, hint, replacement, tuple(related), self.severity)

    def on(self, place: Place, subject: str, message: str, *, hint: str = "", replacement: str = "") -> Finding:
        """A finding at a place that no element owns, such as a line that could not be read."""
        return Finding(self, message, place, subject, hint, replacement, (), self.severity)


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """The findings by severity, the worst first, and in reading order within one severity."""
    return sorted(findings, key=lambda finding: (-finding.severity, *finding.order))


def in_reading_order(findings: Iterable[Finding]) -> list[Finding]:
    """The findings by file, line and column."""
    return sorted(findings, key=lambda finding: finding.order)
