"""Decides which version a release gets, and puts into sentences what it changes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from twolane.changes.change import Change
from twolane.changes.levels import Level
from twolane.changes.numbering import needed, order, raised, step

_MOST = 12
"""Sentences that somebody reads in a ledger; of more changes, the lighter ones are counted."""
FIRST = "The first release."
UNCHANGED = "A new number for the same process."
_CODE = re.compile("(`[^`]*`)")
_COUNTED = re.compile(r"And \d+ smaller changes?\.")
_SIGNS = re.compile(r"[\\<\[*_]")


class NotReleasable(Exception):
    """The version cannot be released so; the message says why and what to do, ``because`` the changes that count."""

    def __init__(self, message: str, because: Sequence[Change] = ()) -> None:
        super().__init__(message)
        self.because = tuple(because)


@dataclass(frozen=True, slots=True)
class Step:
    """The version that a release gets, and its level (``None`` for a first release or where nobody knows).

    ``warning`` says that the level is more than the changes ask for; else it is empty.
    """

    version: str
    level: Level | None = None
    warning: str = ""


def next_step(current: str, last: str, changes: Iterable[Change] | None, wish: Level | None) -> Step:
    """The step from the release ``last`` for a process whose file says the version ``current``.

    ``changes`` are those since then, ``None`` where nobody knows them; ``wish`` is the level that somebody asks for.
    A version that was raised by hand is taken where it fits. Raises ``NotReleasable``.
    """
    if order(current) < order(last):
        raise NotReleasable(f"process.yml says version {current}, and {last} was released already; write {last} there.")
    every = None if changes is None else tuple(changes)
    least = None if every is None else needed(every, last)
    by_hand = step(last, current)
    if every == () and by_hand is None and not (wish is Level.MAJOR and _is_draft(last)):
        raise NotReleasable(
            f"Nothing has changed since version {last}, so there is nothing to release. "
            "If it is to have another number all the same, write that into process.yml first."
        )
    level = wish or by_hand or least
    if level is None:
        raise NotReleasable(
            f"There is no sound frozen copy of version {last}, so nobody knows what has changed since. "
            "Name the level yourself: --level major, minor or patch."
        )
    if by_hand is not None and level is not by_hand:
        raise NotReleasable(
            f"process.yml says version {current}, which is a {by_hand.word} step from {last}, and --level says "
            f"{level.word}. Leave --level out to release {current}, or write {last} there."
        )
    if least is not None and level < least:
        raise NotReleasable(_too_small(level, least, last), [each for each in every or () if each.level > level])
    version = current if by_hand is not None else raised(last, level)
    return Step(version, level, "" if every is None else _too_large(level, least, last))


def _too_small(level: Level, least: Level, last: str) -> str:
    return f"A {level.word} step is too small: what has changed since {last} asks for a {least.word} one."


def _is_draft(version: str) -> bool:
    """Whether the process may leave its first drafts behind whenever somebody says so."""
    return order(version).major == 0 or bool(order(version).prerelease)


def _too_large(level: Level, least: Level | None, last: str) -> str:
    if _is_draft(last) or (least is not None and level <= least):
        return ""
    if least is None:
        return f"Nothing has changed since {last}; this is a {level.word} step."
    return f"What has changed since {last} asks for a {least.word} step only; this is a {level.word} one."


def summary(changes: Iterable[Change]) -> str:
    """What has changed, a sentence for each change, the weightiest first; for a person to put into better words."""
    sentences = list(dict.fromkeys(_markdown(change.sentence) for change in changes))
    if len(sentences) < 2:
        return "".join(sentences)
    shown, more = sentences[:_MOST], len(sentences) - _MOST
    if more > 0:
        shown.append(f"And {more} smaller change{'' if more == 1 else 's'}.")
    return "\n".join(f"- {sentence}" for sentence in shown)


def repeats(text: str, changes: Iterable[Change]) -> bool:
    """Whether a summary says nothing but sentences of the changes, as ``summary`` wrote it and nobody has edited it."""
    said = {_markdown(change.sentence) for change in changes}
    lines = [line.strip().removeprefix("- ") for line in text.splitlines() if line.strip()]
    return bool(lines) and all(line in said or _COUNTED.fullmatch(line) for line in lines)


def _markdown(sentence: str) -> str:
    """The sentence as Markdown that shows it letter for letter; ids stand in it as code already."""
    parts = _CODE.split(sentence)
    return "".join(part if part.startswith("`") else _SIGNS.sub(r"\\\g<0>", part) for part in parts)
