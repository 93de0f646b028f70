"""Search tells processes apart, keeps retired ones behind, and finds words in whichever spelling."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.support.searching import found, searched
from tests.support.starters import PROCESS, built, starter_playbook

pytestmark = pytest.mark.browser

OFFERING = "new-customers/offering"
WRITTEN = (
    "Send the e-mail about the hand-off to José Müller. Deals above $20k, and all over 150,000 euros, go to R&D. "
    "Fill Next_Step__c and StageName. ISO 27001 and SOC2 count. Use Plan B in the U.S.A. "
    "The follow up is the buyer’s own. The Größe of the kick off decides. "
    "ガイドを送る。가격표를 보내세요. यह हिन्दी में है। هذا كِتَاب جديد"
)
PLAIN = "how: A day beside the people who do it. No slides."


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The starter's site with two processes that sell, and one by which nobody sells any more."""
    copies = {"old-way": ("Old way", "retired"), "renewal": ("Renewal", "draft")}
    playbook = starter_playbook(tmp_path_factory.mktemp("search") / "pb", None, copies)
    file = playbook / PROCESS
    text = file.read_text("utf-8")
    assert text.count(PLAIN) == 1
    file.write_text(text.replace(PLAIN, f"how: {WRITTEN}"), "utf-8")
    return built(playbook)


@pytest.fixture(scope="module")
def page(browser: Browser, site: Path) -> Iterator[Page]:
    """A page whose search the tests use."""
    with searched(browser, site) as page:
        yield page


def titles(page: Page) -> list[str]:
    """The titles of the results."""
    return page.locator(".md-search-result__item").evaluate_all(
        "items => items.map(item => item.querySelector('h1').innerText.trim())"
    )


@pytest.mark.parametrize(
    "words",
    [
        *("e mail", "handoff", "hand off", "jose", "mueller", "GRÖSSE", "$20k", "20 000", "150.000", "r & d"),
        *("next_step__c", "NextStep", "stage name", "ISO27001", "SOC 2", "plan b", "USA", "kick-off"),
        *("ガイド", "가격표", "हिन्दी", "كتاب"),
    ],
)
def test_a_word_in_any_spelling(page: Page, site: Path, words: str) -> None:
    """However a rep spells it, the page that has it is the first, or the first that has anything in its text."""
    assert found(page, site, words)[0] == OFFERING


def test_what_is_shown_is_what_stands_there(page: Page, site: Path) -> None:
    """Other spellings are for finding alone; the word as the page has it is marked."""
    for words in ("handoff", "hand off", "handoff"):  # what was looked for before changes nothing
        found(page, site, words)
    result = page.locator(".md-search-result__item").first
    assert "the hand-off to José" in result.inner_text()
    assert result.locator("mark").all_inner_texts() == ["hand-off"]
    for words in ("hand-off", "$20k", "R&D", "old way"):
        found(page, site, words)
        shown = page.locator(".md-search-result__list").inner_text()
        assert ("mark>" in shown, "rk>" in shown) == (False, False), words


def test_one_kind_of_apostrophe(page: Page, site: Path) -> None:
    """The one that is typed and the one that is set find the same."""
    assert found(page, site, "the buyer's work") == found(page, site, "the buyer’s work") != []


def test_the_page_that_alone_has_the_word_is_first(page: Page, site: Path) -> None:
    """The name of a field is not cut into words that every page has."""
    pages = found(page, site, "Next_Step__c")
    assert {each.split("/")[0] for each in pages} == {"new-customers"}


def test_the_process_tells_pages_apart(page: Page, site: Path) -> None:
    """Pages of the same title say whose they are; whoever names the process finds its page first."""
    found(page, site, "prospecting")
    assert titles(page)[:2] == ["Prospecting · New customers", "Prospecting · Renewal"]
    for words, first in (("renewal prospecting", "renewal"), ("prospecting new customers", "new-customers")):
        assert found(page, site, words)[0] == f"{first}/prospecting"


@pytest.mark.parametrize(
    ("words", "both"),
    [
        ("prospecting", True),
        ("offering", True),
        ("look at the work", False),
        ("buyer journey", True),
        ("action plan", True),
    ],
)
def test_what_is_retired_comes_behind(page: Page, site: Path, words: str, both: bool) -> None:
    """And says so, wherever the same is found in a process that is in use."""
    pages = found(page, site, words)
    retired = [each.startswith("old-way/") for each in pages]
    in_use = [each.startswith(("new-customers/", "renewal/")) for each in pages]
    assert any(retired) == both, pages
    assert in_use.index(True) < [*retired, True].index(True)
    assert all("(retired)" in title for title, old in zip(titles(page), retired, strict=True) if old)


def test_a_retired_process_is_still_found_by_its_name(page: Page, site: Path) -> None:
    """Who asks for it gets it, with its mark."""
    assert found(page, site, "old way prospecting")[0] == "old-way/prospecting"
    assert titles(page)[0] == "Prospecting · Old way (retired)"


def test_the_index_holds_nothing_twice(site: Path) -> None:
    """Spellings are made in the browser: what travels is the text as it stands, and the process once a page."""
    index = json.loads((site / "search/search_index.json").read_text("utf-8"))
    text = json.dumps(index, ensure_ascii=False)
    assert ("handoff" in text, "e-mail" in text) == (False, True)
    named = [each["location"] for each in index["docs"] if each.get("of")]
    assert named != []
    assert [place for place in named if "#" in place] == []
