"""The reference of changes has every kind, with what is said of it, its level, whom it concerns, and why."""

from __future__ import annotations

import re

from tests.support.playbooks import base_files
from tests.support.sites import OnDemand, read, site
from twolane.changes.all_kinds import ALL_KINDS
from twolane.changes.kind_explanation import by_entity, page
from twolane.changes.levels import Audience, Level
from twolane.wording.spoken_language import texts

SITE = OnDemand(lambda: site(base_files()))
PAGE = "reference/changes"
MEANINGS = texts().audience_meanings


def row(code: str) -> str:
    """The row of a kind, as it is written in the page."""
    (found,) = re.findall(rf'<tr><th scope="row" id="{code.lower()}">.*?</tr>', SITE[PAGE].body, re.DOTALL)
    return str(found)


def test_every_kind_has_a_row() -> None:
    """Each kind is there once, with what else happens to its sort of thing, at an address that is its code."""
    shown = [each.code.lower() for pages in by_entity().values() for each in pages]
    assert re.findall(r'id="(c\d{3})"', SITE[PAGE].body) == shown
    assert sorted(shown) == [kind.code.lower() for kind in ALL_KINDS]
    for kind in ALL_KINDS:
        assert f" {kind.slug}</th>" in row(kind.code)
        assert f">{kind.level.word}</span>" in row(kind.code)


def test_whom_it_concerns_and_why() -> None:
    """A row names every audience that a kind concerns, and the reason where there is one."""
    for kind in ALL_KINDS:
        text = " ".join(read(row(kind.code)).text.split())
        for audience, level in kind.levels.items():
            assert f"{texts().audience_names[audience]}: {level.word}" in text
        assert kind.why in text


def test_every_meaning_is_explained_once() -> None:
    """What a level means to an audience is explained for each that arises, and for no other."""
    arising = {(audience, level) for kind in ALL_KINDS for audience, level in kind.levels.items()}
    assert {(Audience(name), Level.of(level)) for name, means in MEANINGS.items() for level in means} == arising
    assert all(means in read(SITE[PAGE].body).text for by_level in MEANINGS.values() for means in by_level.values())


def test_search_finds_a_kind_by_code_and_slug() -> None:
    """Whoever looks for a code or slug from a report finds this page."""
    found = " ".join(entry.text for entry in SITE[PAGE].search).split()
    assert {name for kind in ALL_KINDS for name in (kind.code, kind.slug)} <= set(found)


def test_the_same_for_every_playbook() -> None:
    """The reference does not depend on the playbook, and the page about the format leads to it."""
    files = {**base_files(), "process/playbook.yml": b"title: Another\n"}
    assert site(files)[PAGE] == SITE[PAGE]
    assert "changes.html" in read(SITE["reference/index"].body).hrefs


def test_sentences_have_gaps_and_no_templates() -> None:
    """What is said of a kind has gaps where each change fills in its own words."""
    for kind in ALL_KINDS:
        says = page(kind).says
        assert not {"{", "}"} & set(says)
        assert "…." not in says
