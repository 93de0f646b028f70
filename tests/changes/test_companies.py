"""Changes as four companies make them, several at once: levels and readers as worked out by hand from the rules."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.changes.pairs import loaded
from tests.support.cases import sections, with_expected
from tests.support.playbooks import CASES, base_files
from twolane.changes.change import Comparison
from twolane.changes.comparison import compare

FOLDER = CASES / "companies"
FILES = tuple(sorted(FOLDER.glob("*/*.case")))


def said(comparison: Comparison) -> Iterator[str]:
    """The level of the whole; each change with its level, its deal and its readers; what is to be pasted."""
    yield f"{comparison.level.word if comparison.level else 'nothing'}\n"
    for change in comparison.changes:
        yield f"{change.level.word} {change.kind.slug} {'/'.join(change.path)}: {', '.join(change.roles) or 'nobody'}\n"
        yield f"    deals: {change.witness.sentence}\n" if change.witness else ""
        yield f"    to paste: {change.replacement}\n" if change.replacement else ""


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_what_a_company_changes(path: Path, request: pytest.FixtureRequest) -> None:
    """Each change is told once, at the level that the rules give it, to the roles that work by it."""
    base = path.parent / "playbook"
    text = path.read_text("utf-8")
    _, files, expected = sections(text, str(path), base)
    found = "".join(said(compare(loaded(base_files(base)), loaded(files))))
    if request.config.getoption("--update-cases"):
        path.write_text(with_expected(text, found), "utf-8")
        return
    assert found == expected
