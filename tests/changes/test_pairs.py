"""Every pair below ``tests/cases/changes`` says exactly what it holds, forth and back."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.changes.pairs import BY_FOLDER, FILES, FOLDER, FULL, read_pair
from tests.support.cases import with_expected
from tests.support.playbooks import base_files
from twolane.changes.all_kinds import ALL_KINDS, ANYTHING, by_code
from twolane.changes.change import Change
from twolane.changes.comparison import compare
from twolane.changes.kind import Nature
from twolane.changes.kinds import by_hand_kinds
from twolane.source import Place

of_each_folder = pytest.mark.parametrize("folder", BY_FOLDER)
NAMES = {path: path.relative_to(FOLDER).with_suffix("").as_posix() for path in FILES}
ONE_SIDED: dict[str, str] = {
    "entry-criterion/moved-from-exit": "read backwards it is an exit criterion that moves",
}
"""Pairs that are not their own mirror image, each with the reason."""


@pytest.mark.parametrize("path", FILES, ids=NAMES.get)
def test_pair(path: Path, request: pytest.FixtureRequest) -> None:
    """What is said of a pair both ways is what it holds, letter for letter: kinds, levels, places and roles."""
    pair = read_pair(path)
    said = pair.said()
    if request.config.getoption("--update-cases"):
        path.write_text(with_expected(path.read_text("utf-8"), said), "utf-8")
        return
    assert pair.about
    assert said == pair.expected


def test_each_kind_has_a_pair() -> None:
    """Every kind stands in the answer of a pair of its own entity, and nothing else does than kinds."""
    found: dict[str, set[str]] = {}
    for path in FILES:
        for code in re.findall(r"^(C\d{3}) ", read_pair(path).expected, re.MULTILINE):
            found.setdefault(code, set()).add(path.parent.name)
    # Pages written by hand are no definitions; tests/changes/test_compared_pages.py has each of their kinds.
    assert set(found) == set(by_code()) - {each.code for each in by_hand_kinds.KINDS}
    for each in (each for each in ALL_KINDS if each not in by_hand_kinds.KINDS):
        assert each.entity == ANYTHING or each.entity.lower().replace(" ", "-") in found[each.code], each.slug


def test_each_pair_is_about_its_entity() -> None:
    """A pair says something of what its folder is called after, unless nothing is to be said of it."""
    for path in FILES:
        pair = read_pair(path)
        entities = {each.kind.entity.lower().replace(" ", "-") for each in pair.forth.changes}
        assert not entities or entities & {path.parent.name, ANYTHING}, path.name


@of_each_folder
def test_backwards_is_the_mirror_image(folder: str) -> None:
    """What came one way goes the other way, and what was tightened is loosened; with itself, nothing differs."""
    for path in BY_FOLDER[folder]:
        pair = read_pair(path)
        assert compare(pair.new, pair.new).changes == (), path
        if NAMES[path] not in ONE_SIDED:
            assert things(pair.forth.changes, mirrored=True) == things(pair.back.changes), path


def things(changes: Iterable[Change], *, mirrored: bool = False) -> Counter[tuple[str, Nature, str]]:
    """How often what happened to what; ``mirrored``, as it is read backwards."""
    natures = ((change.kind, change.kind.nature.mirror if mirrored else change.kind.nature) for change in changes)
    return Counter((kind.entity, nature, kind.field) for kind, nature in natures)


@of_each_folder
def test_every_change_has_a_place_in_the_new_version(folder: str) -> None:
    """Each change points at a line and column that the new version has, and remembers one of the old version."""
    was = base_files(FULL)
    for pair in map(read_pair, BY_FOLDER[folder]):
        for files, before, comparison in ((pair.files, was, pair.forth), (was, pair.files, pair.back)):
            for change in comparison.changes:
                assert exists(change.place, files), change.sentence
                assert all(exists(each.place, files) for each in change.related), change.sentence
                assert change.before is None or exists(change.before, before), change.sentence


def exists(place: Place, files: dict[str, bytes]) -> bool:
    """Whether the file has that line, and the line that column."""
    lines = files[place.file].decode().splitlines()
    return place.line <= len(lines) and place.column <= len(lines[place.line - 1]) + 1
