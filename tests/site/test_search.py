"""Search finds what a rep types in the middle of a call, on a site opened from a disk."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page

from tests.site.example import example_site
from tests.support.searching import found, searched

pytestmark = pytest.mark.browser

PHRASES = yaml.safe_load((Path(__file__).parents[1] / "cases/search.yml").read_text("utf-8"))
FIRST = 3
"""Among how many results the right page must be."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This repository's own playbook."""
    return example_site(tmp_path_factory)


@pytest.fixture(scope="module")
def page(browser: Browser, site: Path) -> Iterator[Page]:
    """A page whose search the tests use."""
    with searched(browser, site) as page:
        yield page


def test_the_list_is_long_enough() -> None:
    """Fifteen phrases, each once."""
    assert len({phrase["says"] for phrase in PHRASES}) == 15


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda phrase: phrase["says"])
def test_the_right_page_is_among_the_first(page: Page, site: Path, phrase: dict[str, Any]) -> None:
    """For each phrase one of its pages is among the first three results."""
    right = [phrase["page"]] if isinstance(phrase["page"], str) else phrase["page"]
    first = found(page, site, phrase["says"])[:FIRST]
    assert set(first) & set(right), first


def test_words_that_say_nothing_find_nothing_by_themselves(page: Page, site: Path) -> None:
    """A sentence finds what its telling word finds."""
    assert found(page, site, "we have a spreadsheet") == found(page, site, "spreadsheet")


@pytest.mark.parametrize(
    ("words", "term"),
    [
        ("missed order", "slip"),
        ("late order", "slip"),
        ("otd", "on-time-delivery"),
        ("planning board", "board"),
        ("deputy", "second-planner"),
        ("silent ending", "no-decision"),
    ],
)
def test_another_word_for_a_term_finds_the_term(page: Page, site: Path, words: str, term: str) -> None:
    """Before all that uses the word; the result says both words and leads to the term."""
    assert found(page, site, words)[0] == "glossary"
    result = page.locator(".md-search-result__item").first
    place = result.locator(f"a[href*='#term-{term}']")
    assert words.split()[0] in place.locator("h2").inner_text().lower()


def test_endings_do_not_matter(page: Page, site: Path) -> None:
    """Another form of the words finds the same."""
    assert found(page, site, "schedules published") == found(page, site, "publishing the schedule")


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("that is too expensive", "new-business/discussion#step-name-the-price"),
        ("is there a discount", "in-a-call#objection-new-business-discussion-2"),
        ("they use excel", "in-a-call#objection-new-business-prospecting-1"),
    ],
)
def test_words_of_buyers_find_those_of_the_playbook(page: Page, site: Path, words: str, right: str) -> None:
    """What everybody says of prices and tools finds what the playbook has about them."""
    address, _, anchor = right.partition("#")
    assert address in found(page, site, words)
    result = page.locator(f".md-search-result__item a[href*='{address}.html'][href$='#{anchor}']")
    assert result.count() == 1


def test_a_noun_keeps_what_it_ends_with(page: Page, site: Path) -> None:
    """Several routings are not a routine."""
    assert "expansion/where-is-my-buyer" not in found(page, site, "our routings")


def test_search_language_still_works(page: Page, site: Path) -> None:
    """A query with its signs reaches the theme as it is: what must not be there is not."""
    assert "glossary" in found(page, site, "routing")
    assert "glossary" not in found(page, site, "routing -routing")


@pytest.mark.parametrize("words", [*"abcdrs12", "co", "cost c", "c001", "c002"])
def test_a_letter_finds_what_begins_with_it(page: Page, site: Path, words: str) -> None:
    """Somebody who types slowly sees results from the first letter on, whatever figures stand in the playbook."""
    assert found(page, site, words)
    assert "matching document" in page.locator(".md-search-result__meta").inner_text()


@pytest.mark.parametrize(
    ("words", "same"),
    [
        ("slip^", "slip"),
        ("slip^x", "slip x"),
        ("slip~x", "slip x"),
        ("slip:", "slip"),
        ("call: slip", "call slip"),
        ("-+slip", "slip"),
        ("+ slip", "slip"),
        ("*slip log*", "*slip log*"),
        ('"slip log', "slip log"),
        ("slip log (two weeks)?", "slip log two weeks"),
    ],
)
def test_signs_that_are_no_search_language_are_left_out(page: Page, site: Path, words: str, same: str) -> None:
    """A sign that means nothing where it stands, as while a query is still being typed, does not stop search."""
    results = found(page, site, words)
    assert results
    assert results == found(page, site, same)


@pytest.mark.parametrize("words", ["+", "-", "~", "^", ":", "*", "**", '"', "\\", "<b>", "{{", "__proto__", "toString"])
def test_nothing_that_is_typed_stops_search(page: Page, site: Path, words: str) -> None:
    """Signs alone and words of programs get an answer like any others, and the next words are found."""
    found(page, site, words)
    said = page.locator(".md-search-result__meta").inner_text()
    assert re.fullmatch("No matching documents|[0-9]+ matching documents?|Type to start searching", said)
    assert found(page, site, "slip log")


def test_a_result_leads_to_the_card(page: Page, site: Path) -> None:
    """An objection is a result of its own, which leads to its card."""
    found(page, site, "we have a spreadsheet for that")
    page.locator(".md-search-result__link", has_text="We have a spreadsheet").first.click()
    page.wait_for_url("**/in-a-call.html**#objection-new-business-prospecting-1")
    assert page.locator("#objection-new-business-prospecting-1").is_visible()


def test_long_pages_come_after_short_ones(site: Path) -> None:
    """Stages and cards are favoured; rules, the reference and retired processes are not."""
    entries = json.loads((site / "search/search_index.json").read_text("utf-8"))["docs"]
    rank = {entry["location"]: entry.get("boost", 1) for entry in entries}
    assert rank["new-business/closing.html"] > rank["in-a-call.html"] > rank["new-business/buyer-journey.html"]
    assert rank["new-business/buyer-journey.html"] > rank["differentiators.html"] > rank["rules/b203.html"]
    assert rank["legacy/index.html"] < rank["new-business/index.html"]
    assert not [place for place in rank if place.startswith(("rules/", "legacy/")) and "#" in place]
    assert not [place for place in rank if "print" in place]
