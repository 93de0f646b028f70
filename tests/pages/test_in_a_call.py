"""The cards for the middle of a call say what they must, fit what they should, and mark proof that has grown old."""

from __future__ import annotations

from datetime import date

from tests.support.playbooks import base_files
from tests.support.sites import read, site
from twolane.configuration.output_styles import DiagramStyle
from twolane.links.finished_page import Page

BASE = base_files()
PROCESS = "process/new-business/process.yml"
DIFFERENTIATORS = "process/differentiators.yml"


def page(files: dict[str, bytes] = BASE, **settings: object) -> Page:
    return site(files, **settings)["in-a-call"]


def cards(found: Page) -> dict[str, dict[str, str]]:
    """The attributes of each card by its id."""
    tags = read(found.body).tags
    return {each["id"]: each for tag, each in tags if tag == "li" and "tl-call" in each.get("class", "").split()}


def text(found: Page) -> str:
    return read(found.body).text


def changed(file: str, old: str, new: str) -> dict[str, bytes]:
    """The base playbook with one text of a file in the place of another."""
    words = BASE[file].decode()
    assert words.count(old) == 1
    return {**BASE, file: words.replace(old, new).encode()}


def test_an_objection_is_a_card() -> None:
    """What they say, the answer, the proof of its differentiator, and by what it is filtered."""
    found = cards(page())
    card = found["objection-new-business-prospecting-1-card"]
    assert card["data-stage"] == "new-business/prospecting"
    assert card["data-competitor"] == "gridplan"
    assert card["data-segment"] == "mid-size"
    assert "We have a spreadsheet for that" in text(page())


def test_proof_grows_old() -> None:
    """A year after somebody looked at a proof, its card says to look again; without a date it says so."""
    assert "look again" not in text(page(as_of=date(2027, 9, 1)))
    assert "checked 1 September 2026, look again" in text(page(as_of=date(2027, 9, 2)))
    undated = changed(DIFFERENTIATORS, "verified: 2026-09-01", "")
    assert "no date" in text(page(undated))


RIVAL = "limitations: [No change-over times]"
SAID = f"""{RIVAL}
    when_we_win: [Somebody has counted what a slip costs]
    questions: [Who keeps the times up to date?]
    verified: 2026-08-01"""


def test_competitor_is_a_card() -> None:
    """When we win and what to ask stand first; a year after somebody looked, the card says to look again."""
    files = changed(DIFFERENTIATORS, RIVAL, SAID)
    said = text(page(files))
    order = ("When we win", "Somebody has counted what a slip costs", "Ask them", "Who keeps the times", "Good at")
    places = [said.index(words) for words in order]
    assert places == sorted(places)
    rival = said[said.rindex("Gridplan", 0, places[0]) :]
    assert "checked 1 August 2026" in rival
    assert "look again" not in text(page(files, as_of=date(2027, 8, 1)))
    later = text(page(files, as_of=date(2027, 8, 2)))
    assert later.count("look again") == later.count("checked 1 August 2026, look again") == 1


def test_page_of_differentiators_says_the_same_of_a_competitor() -> None:
    """When we win, what to ask, and the day, beside what was there before."""
    said = text(site(changed(DIFFERENTIATORS, RIVAL, SAID))["differentiators"])
    for words in (
        "When we win:",
        "Somebody has counted what a slip costs",
        "Ask them:",
        "Who keeps the times up to date?",
    ):
        assert words in said
    assert said.count("checked 1 August 2026") == 1


def test_retired_processes_have_no_cards() -> None:
    """Nobody sells by them any more."""
    found = cards(page(changed(PROCESS, "status: active", "status: retired")))
    assert [each for each in found if each.startswith("objection")] == []


def test_each_card_is_found_by_itself() -> None:
    """Search has an entry for each card; the table of contents has the groups only."""
    found = page()
    titles = {entry.anchor: entry.title for entry in found.search}
    assert titles["objection-new-business-prospecting-1"] == "We have a spreadsheet for that"
    assert "objection-new-business-prospecting-1" not in {heading.id for heading in found.headings}


def test_a_playbook_without_anything_to_say_has_no_cards() -> None:
    """No page, and no link to it."""
    small = {
        "process/playbook.yml": b"title: Small\n",
        "process/sell/process.yml": b"id: sell\nname: Sell\nversion: 1.0.0\n",
    }
    found = site(small)
    assert "in-a-call" not in found
    assert "in-a-call" not in found["index"].body


def test_markdown_for_another_engine_has_no_filter() -> None:
    """It brings no script, and so nothing that only a script can use."""
    found = page(diagrams=DiagramStyle.FENCED).body
    assert "<input" not in found
    assert "We have a spreadsheet for that" in found
