"""Reads a text again after each mistake with the broken line mended, so that one run finds all mistakes of a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from twolane.findings import NOTHING, Finding, Subject
from twolane.source import Place
from twolane.yaml_text.document import Value
from twolane.yaml_text.reading_rules import UNREADABLE
from twolane.yaml_text.syntax_help import in_plain_words, mends
from twolane.yaml_text.syntax_lines import Mend, Trouble

_ROUNDS = 20
_PARSED = 4 * 1024 * 1024
"""Code points that are parsed at most in search of mends, so that no file takes long."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """What one pass over a text gave: the value, or the trouble at which it ended and where that was."""

    value: Value
    findings: list[Finding] = field(default_factory=list)
    trouble: Trouble | None = None
    subject: Subject = NOTHING


Read: TypeAlias = Callable[[str], Attempt]


def read_with_mends(file: str, text: str, read: Read) -> tuple[Value, list[Finding]]:
    """The value of ``text`` and its findings, after mending as many lines as it takes (20 at most).

    A line that cannot be mended is left out where that lets the rest be read; else the value is ``None``.
    """
    findings: list[Finding] = []
    budget, written = _PARSED, text.split("\n")
    for _ in range(_ROUNDS):
        if budget < 0:
            break
        attempt = read(text)
        if attempt.trouble is None:
            return attempt.value, findings + attempt.findings
        mend, useful, spent = _choose(text, attempt.trouble, read, budget)
        budget -= spent + len(text)
        findings.append(_told(file, attempt.subject, mend, written))
        if not useful:
            return None, findings + attempt.findings
        text = _with(text.split("\n"), mend)
    last = findings[-1]
    findings[-1] = replace(last, hint=f"{last.hint}; the rest of the file was not read".removeprefix("; "))
    return None, findings


def _choose(text: str, trouble: Trouble, read: Read, budget: int) -> tuple[Mend, bool, int]:
    """The mend with which reading comes furthest, whether it is of use at all, and how much was parsed for it."""
    lines = text.split("\n")
    candidates = list(mends(lines, trouble))
    best, furthest, spent = None, -1.0, 0
    for mend in candidates:
        if spent + len(text) > budget or furthest == float("inf"):
            break
        spent += len(text)
        reach = _reach(read(_with(lines, mend)), mend, trouble)
        if reach > furthest:
            best, furthest = mend, reach
    if best is not None:
        return best, True, spent
    told = in_plain_words(lines, trouble)
    useful = spent + len(text) <= budget and _reach(read(_with(lines, told)), told, trouble) >= 0
    return told, useful, spent + len(text)


def _with(lines: list[str], mend: Mend) -> str:
    return "\n".join([*lines[: mend.line], *mend.lines, *lines[mend.line + len(mend.lines) :]])


def _reach(attempt: Attempt, mend: Mend, trouble: Trouble) -> float:
    """The line at which the mended text breaks next (infinity: it doesn't), or -1 where the mend is of no use."""
    new = attempt.trouble
    if new is None:
        return float("inf")
    same = (new.line, new.column, new.problem) == (trouble.line, trouble.column, trouble.problem)
    return -1 if same or new.line <= mend.last else new.line


def _told(file: str, subject: Subject, mend: Mend, written: list[str]) -> Finding:
    line, column = mend.at[0], min(mend.at[1], len(written[mend.at[0]]))  # an earlier mend may have moved it
    place = Place.of(file, (line, column, line, column + 1))
    replacement = "\n".join(mend.lines).strip("\n")
    return UNREADABLE.on(place, mend.message, subject=subject, hint=mend.hint, replacement=replacement)
