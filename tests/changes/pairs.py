"""Pairs of versions as data: how the new one differs from the playbook in ``full``, and what is said both ways."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import groupby
from pathlib import Path

from tests.support.cases import sections
from tests.support.playbooks import CASES, base_files
from twolane.changes.change import Change, Comparison
from twolane.changes.comparison import compare
from twolane.loading.playbook_files import load
from twolane.model.playbook import Playbook

FOLDER = CASES / "changes"
FULL = FOLDER / "full"
"""A small playbook in which every field of the format is filled, and every list that has an order has two items."""
FILES = tuple(sorted(FOLDER.rglob("*.case")))
BY_FOLDER = {name: tuple(paths) for name, paths in groupby(FILES, key=lambda path: path.parent.name)}
"""The files by what their pairs are about."""


@dataclass(frozen=True)
class Pair:
    """One case file: what it is about, the new version, and what is said of both ways."""

    about: str
    old: Playbook
    new: Playbook
    files: dict[str, bytes]
    expected: str

    @cached_property
    def forth(self) -> Comparison:
        """The changes from the playbook in ``full`` to the new version."""
        return compare(self.old, self.new)

    @cached_property
    def back(self) -> Comparison:
        """The changes from the new version to the playbook in ``full``."""
        return compare(self.new, self.old)

    def said(self) -> str:
        """What is said of both ways today."""
        return f"{_said('forth', self.forth)}\n{_said('back', self.back)}"


@cache
def read_pair(path: Path) -> Pair:
    """The pair in ``path``."""
    about, files, expected = sections(path.read_text("utf-8"), str(path), FULL)
    return Pair(about, full(), loaded(files), files, expected)


@cache
def full() -> Playbook:
    """The playbook from which every new version differs."""
    return loaded(base_files(FULL))


def loaded(files: dict[str, bytes]) -> Playbook:
    """The playbook in ``files``, by path below its root; it must read without a mistake."""
    definitions = {name.removeprefix("process/"): data for name, data in files.items()}
    found = load(definitions, "process", ["welcome.md"])
    assert found.playbook is not None
    assert [each.message for each in found.findings] == []
    return found.playbook


def _said(way: str, comparison: Comparison) -> str:
    level = comparison.level.word if comparison.level else "nothing"
    return "".join(f"{line}\n" for line in (f"{way}: {level}", *_lines(comparison)))


def _lines(comparison: Comparison) -> Iterator[str]:
    for change in comparison.changes:
        yield f"{change.kind.code} {change.kind.slug} {change.level.word}"
        yield f"    {change.sentence}"
        yield from (f"    {name}: {text}" for name, text in _facts(change) if text)


def _facts(change: Change) -> Iterator[tuple[str, str]]:
    yield "what", " / ".join(change.path)
    yield "at", str(change.place)
    yield "before", str(change.before or "")
    yield "witness", change.witness.sentence if change.witness else ""
    yield "also", ", ".join(str(each.place) for each in change.related)
    yield "to paste", change.replacement
    yield "concerns", ", ".join(change.processes)
    yield "must read again", ", ".join(change.roles)
