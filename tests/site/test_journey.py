"""The first weeks of a new rep in one go: into the role, a deal through three stages, a new version, another browser.

Each journey is made with a mouse, by keyboard alone and with a finger on a phone.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.deals import CHANGED, TICKED, Host, Rep, box, built_playbook, chosen, says, served
from tests.support.hands import HANDS, Mouse

pytestmark = pytest.mark.browser

DEAL = "Acme Foundry"
CLICKS_TO_THE_FIRST_TASK = 3
NEXT = {
    "    - id: slips-counted\n        buyer: " + TICKED: "    - id: slips-counted\n        buyer: " + CHANGED,
    "version: 2.1.0\n": "version: 3.0.0\n",
}
DENIED = (
    "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, "
    "{get() { throw new DOMException('denied', 'SecurityError'); }});"
)
COST = "The plant's own cost of slips is above 60,000 euros a year"
FIRST_STAGE = (
    "80 to 400 people on one site, made to order",
    "Call the planner",
    "Lend the slip log",
    "Share the benchmark",
    TICKED,
    "Plant manager accepts a date for a visit",
)


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The playbook of today as a site, and its next version, in which one criterion has changed."""
    today = built_playbook(tmp_path_factory, {})
    return today, built_playbook(tmp_path_factory, NEXT)


@pytest.fixture
def host(versions: tuple[Path, Path]) -> Iterator[Host]:
    """A server with the playbook of today."""
    with served(versions[0]) as found:
        yield found


@pytest.fixture(params=HANDS)
def hand(request: pytest.FixtureRequest) -> Mouse:
    """What the rep works with."""
    return HANDS[request.param]


class NewRep(Rep):
    """A rep in the first weeks, who does everything with one hand and counts the clicks."""

    def __init__(self, browser: Browser, host: Host, hand: Mouse, **how: Any) -> None:
        super().__init__(browser, host.address, **hand.window, **how)
        self.hand = hand
        self.clicks = 0

    def follow(self, name: str, page: Page | None = None, within: str = ".md-content") -> None:
        """Follows a link of the page."""
        page = page or self.page
        self.clicks += 1
        before = page.url
        self.hand.press(page.locator(within).get_by_role("link", name=name, exact=True).first)
        page.wait_for_url(lambda url: url != before)

    def push(self, name: str, page: Page | None = None) -> None:
        """Pushes a button."""
        page = page or self.page
        within = page.locator("dialog[open]") if page.locator("dialog[open]").count() else page
        self.hand.press(within.get_by_role("button", name=name, exact=True))

    def tick(self, name: str, page: Page | None = None) -> None:
        """Ticks a box."""
        self.hand.tick(box(page or self.page, name))

    def names_the_deal(self) -> None:
        """Opens a deal for a customer."""
        self.push("New deal")
        self.hand.write(self.page.get_by_label("Name of the deal"), DEAL)
        self.push("Create the deal")

    def home(self, page: Page | None = None) -> None:
        """Types the address of the site."""
        (page or self.page).goto(f"{self.base}index.html")


def test_from_the_first_day_to_a_deal_in_another_browser(
    browser: Browser, host: Host, versions: tuple[Path, Path], hand: Mouse
) -> None:
    """Nothing is in the way, nothing is lost, and the page always says how things stand."""
    rep = NewRep(browser, host, hand)
    finds_the_first_task(rep)
    keeps_the_tick_of_a_task(rep)
    takes_a_deal_through_three_stages(rep)
    finds_it_all_again(rep)
    works_in_a_second_window(rep)
    host.folder = versions[1]
    sees_what_the_new_version_changed(rep)
    file = saves_the_deals(rep)
    rep.context.close()
    colleague = NewRep(browser, host, hand)
    reads_the_deals(colleague, file)
    colleague.context.close()
    assert rep.complaints + colleague.complaints == []


def finds_the_first_task(rep: NewRep) -> None:
    """One's role on the home page leads to the path, the path to what is to be read first."""
    rep.home()
    rep.follow("Account executive")
    expect(rep.page.get_by_role("heading", level=1)).to_have_text("Start here: Account executive")
    rep.follow("Welcome")
    expect(rep.page.get_by_role("heading", level=1)).to_have_text("Welcome to Quernby")
    assert rep.clicks <= CLICKS_TO_THE_FIRST_TASK


def keeps_the_tick_of_a_task(rep: NewRep) -> None:
    """Back on the path, the task is done; a reload changes nothing."""
    rep.page.go_back()
    rep.tick("See the whole journey before your part of it")
    rep.page.reload()
    expect(box(rep.page, "See the whole journey before your part of it")).to_be_checked()
    expect(rep.page.locator(".tl-start__progress")).to_have_text("1 of 3 done")


def takes_a_deal_through_three_stages(rep: NewRep) -> None:
    """All of the first stage, a part of the second; what is missing there is said before the third."""
    rep.follow("New business", within=".tl-start")
    rep.follow("Prospecting", within=".tl-deal")
    rep.names_the_deal()
    for name in FIRST_STAGE:
        rep.tick(name)
    expect(rep.page.locator(".tl-leave")).to_contain_text("Nothing required is missing here.")
    rep.push("Move on to Qualification")
    rep.follow("Open Qualification", within=".tl-messages")
    rep.tick("Spend a day at the plant")
    rep.push("Move on to Development")
    expect(rep.dialog().get_by_role("link")).to_have_count(3)
    rep.push("Move on anyway")
    rep.follow("Open Development", within=".tl-messages")
    rep.tick(COST)


def finds_it_all_again(rep: NewRep) -> None:
    """After a reload the deal and its ticks are there, in the navigation and on the page of the process too."""
    rep.page.reload()
    assert chosen(rep.page) == DEAL
    expect(box(rep.page, COST)).to_be_checked()
    assert says(rep.page) == "Development: 1 of 8 done. New business: 8 of 45 done. The deal is in Development."
    marks = rep.page.locator(".md-sidebar--primary .tl-nav-mark [aria-hidden]").all_text_contents()
    assert marks[:3] == ["✓", "1/6", "1/8"]


def works_in_a_second_window(rep: NewRep) -> None:
    """Each window sees at once what the other one ticks."""
    other = rep.window()
    other.goto(rep.page.url)
    assert chosen(other) == DEAL
    expect(box(other, COST)).to_be_checked()
    rep.tick("Lay out the three ways", other)
    expect(box(rep.page, "Lay out the three ways")).to_be_checked()
    rep.page.bring_to_front()
    rep.tick("Lay out the three ways")
    expect(box(other, "Lay out the three ways")).not_to_be_checked()
    other.close()


def sees_what_the_new_version_changed(rep: NewRep) -> None:
    """It is said on every page of the process; the item is open again, with the words from then and from now."""
    rep.page.reload()
    assert "Started on version 2.1.0, now 3.0.0. 1 ticked item has changed since and is open again." in says(rep.page)
    rep.push("Show what changed")
    rep.follow(CHANGED, within="dialog[open]")
    expect(box(rep.page, CHANGED)).not_to_be_checked()
    expect(rep.page.locator(".tl-changed p")).to_have_text(
        ["Changed since it was ticked on version 2.1.0. Open again.", f"Before: {TICKED}", f"Now: {CHANGED}"]
    )
    assert box(rep.page, "Call the planner").is_checked()
    rep.push(f"Still true, tick it: {CHANGED}")
    expect(box(rep.page, CHANGED)).to_be_checked()
    assert "has changed since" not in says(rep.page)


def saves_the_deals(rep: NewRep) -> str:
    """As a file, which says what it is."""
    rep.push("All deals")
    with rep.page.expect_download() as download:
        rep.push("Save all deals as a file")
    content = Path(download.value.path()).read_text("utf-8")
    assert (json.loads(content)["format"], len(json.loads(content)["deals"])) == ("twolane-deals", 1)
    return content


def reads_the_deals(colleague: NewRep, file: str) -> None:
    """In another browser everything is as it was."""
    colleague.home()
    colleague.follow("New business")
    assert colleague.page.locator(".tl-deal__pick option").all_text_contents() == ["No deal chosen"]
    colleague.push("All deals")
    with colleague.page.expect_file_chooser() as chooser:
        colleague.push("Read deals from a file")
    chooser.value.set_files({"name": "deals.json", "mimeType": "application/json", "buffer": file.encode()})
    expect(colleague.page.locator(".tl-message")).to_contain_text("1 deal was read.")
    assert says(colleague.page) == (
        "New business: 8 of 45 done. The deal is in Development. Started on version 2.1.0, now 3.0.0."
    )
    colleague.follow("Prospecting", within=".tl-deal")
    for name in (CHANGED if each == TICKED else each for each in FIRST_STAGE):
        expect(box(colleague.page, name)).to_be_checked()


def test_in_a_browser_that_keeps_nothing(browser: Browser, host: Host, hand: Mouse) -> None:
    """Everything works as long as the page is open; the page says so before and after, and offers a file."""
    rep = NewRep(browser, host, hand)
    rep.context.add_init_script(DENIED)
    finds_the_first_task(rep)
    rep.page.go_back()
    rep.tick("See the whole journey before your part of it")
    expect(rep.page.get_by_role("alert")).to_contain_text("your ticks last only until you leave this page")
    rep.follow("New business", within=".tl-start")
    rep.follow("Prospecting", within=".tl-deal")
    expect(rep.page.locator(".tl-deal__kept")).to_contain_text("This browser keeps nothing for this page.")
    rep.names_the_deal()
    for name in FIRST_STAGE:
        rep.tick(name)
    assert says(rep.page) == "Prospecting: 6 of 6 done. New business: 6 of 45 done. The deal is in Prospecting."
    expect(rep.page.get_by_role("alert")).to_contain_text("your change lasts only until you leave this page")
    file = saves_the_deals(rep)
    assert sum(tick["done"] for tick in json.loads(file)["deals"][0]["items"].values()) == len(FIRST_STAGE)
    rep.context.close()
    assert set(rep.complaints) <= {"denied"}  # Material's own script says so
