"""What the page of a deal under way says is what the review of the change says, for the same pairs of versions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.commands import twolane
from tests.support.deals import Host, faults, served
from tests.support.once import made_once
from tests.support.pairs import PAIRS, after, before
from tests.support.playbooks import playbook
from twolane.changes.change import Comparison
from twolane.changes.comparison import compare
from twolane.parts.reopened_ticks import reopened

pytestmark = pytest.mark.browser


def _site(files: dict[str, str], folder: Path) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    answer = twolane("build", folder=folder)
    assert answer.code == 0, answer.output + answer.errors


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The site of the first versions, and that of the second ones."""
    one = made_once(tmp_path_factory, "pairs-before", lambda folder: _site(before(), folder))
    other = made_once(tmp_path_factory, "pairs-after", lambda folder: _site(after(), folder))
    return one / "site", other / "site"


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    """What the review of all pairs knows."""
    old, new = ({name: text.encode() for name, text in files.items()} for files in (before(), after()))
    return compare(playbook(old), playbook(new))


@pytest.fixture(scope="module")
def under_way(browser: Browser, sites: tuple[Path, Path]) -> Iterator[tuple[Page, Host]]:
    """A browser in which each process has a deal that began on its first version, at the second one by now."""
    with served(sites[0]) as host:
        page = browser.new_context(viewport={"width": 1400, "height": 900}).new_page()
        for id in PAIRS:
            page.goto(f"{host.address}{id}/meet.html")
            page.get_by_role("button", name="New deal").click()
            page.get_by_label("Name of the deal").fill(f"Deal of {id}")
            page.get_by_role("button", name="Create the deal").click()
            _tick(page, id)
            page.get_by_role("button", name="Move on to Show").click()
            page.goto(f"{host.address}{id}/show.html")
            _tick(page, id)
        host.folder = sites[1]
        yield page, host
        page.context.close()


def _tick(page: Page, id: str) -> None:
    for each in page.locator("[data-tick^=criterion]" if id.startswith("step") else ".tl-tick").all():
        each.check()


def _items(page: Page, marked: str) -> list[str]:
    """The keys of the items whose note says something that is so marked."""
    notes = page.locator(".tl-changed").filter(has_text=re.compile(marked)).all()
    ticks = "note => (note.closest('li') || note.previousElementSibling).querySelector('.tl-tick').dataset.tick"
    return [note.evaluate(ticks) for note in notes]


@pytest.mark.parametrize("id", PAIRS)
def test_page_and_review_agree(under_way: tuple[Page, Host], comparison: Comparison, id: str) -> None:
    """Which ticks open again, what is asked, and what is not: as the pair says, and as the review does."""
    page, host = under_way
    pair = PAIRS[id]
    page.goto(f"{host.address}{id}/show.html")
    told = page.locator(".tl-deal__news > :is(p, ul), .tl-deal__news summary")
    expect(told).to_have_text(list(pair.news))
    missing = page.get_by_role("button", name="Show what is missing")
    expect(missing).to_be_enabled(enabled=bool(pair.missing))
    if pair.missing:
        missing.click()
        expect(page.locator("dialog[open] li a")).to_have_text(list(pair.missing))
        page.keyboard.press("Escape")
    opened, spared = [], []
    for stage in ("meet", "legal", "show", "close"):
        if page.goto(f"{host.address}{id}/{stage}.html").ok:  # type: ignore[union-attr]  # every address of ours is answered
            expect(page.locator(".tl-deal__bar > *").first).to_be_visible()
            opened += _items(page, "Open again")
            spared += _items(page, "Not asked of this deal")
    assert tuple(opened) == pair.opened == tuple(each.key for each in reopened(comparison) if each.process == id)
    assert tuple(spared) == pair.spared
    stuck = [each for each in comparison.changes if each.process == id and each.witness and each.witness.stuck]
    assert bool(stuck) is pair.holds


def test_the_page_of_the_process_says_it_too(under_way: tuple[Page, Host]) -> None:
    """With the stage of each item, and with what was needed before, which stays open to read."""
    page, host = under_way
    page.goto(f"{host.address}new-exit-here/index.html")
    news = page.get_by_role("group", name="New for this deal")
    expect(news.locator("p").first).to_have_text("1 new item is required since 2.0.0:")
    expect(news.get_by_role("listitem").first).to_have_text("Has its lawyers agree (Show)")
    news.get_by_text("What Show needed on version 1.0.0: 1 of 1 done").click()
    expect(news.locator("details li")).to_have_text(["Judges the replay (done)"])
    assert faults(page, ".tl-deal") == []
    page.goto(f"{host.address}new-exit-here/close.html")
    expect(news).to_be_hidden()
    page.goto(f"{host.address}new-exit-here/show.html")
    expect(page.locator(".tl-changed")).to_have_text(
        ["Required since 2.0.0; the deal began on version 1.0.0, when it was not."]
    )
    page.get_by_role("checkbox", name="Has its lawyers agree").check()
    expect(news).to_be_hidden()
    page.get_by_role("checkbox", name="Has its lawyers agree").uncheck()
    expect(news).to_be_visible()
