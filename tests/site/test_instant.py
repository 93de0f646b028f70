"""Pages that take each other's place in one window, as with Material's `navigation.instant`, work like loaded ones."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, CDPSession, Page, expect

from tests.support.hosting import Hosting, hosting
from tests.support.starters import CONFIG, built, starter_playbook

pytestmark = pytest.mark.browser

DRAWN = "playbook/drawn.md"
DRAWING = """# Drawn by hand

<svg viewBox="0 0 10 10" width="100" height="100"><defs><circle id="dot" r="3"></circle></defs>
<a href="metrics.html" aria-label="Metrics"><use href="#dot" x="5" y="5"></use></a></svg>

```mermaid
flowchart LR
  A --> B
```
"""
HEADINGS = {
    "index.html": "Welcome",
    "new-customers/index.html": "New customers",
    "new-customers/prospecting.html": "Prospecting",
    "new-customers/where-is-my-buyer.html": "New customers: where is my buyer?",
    "new-customers/buyer-journey.html": "New customers: the buyer journey",
    "new-customers/alignment.html": "New customers: alignment",
    "new-customers/raci.html": "New customers: who does what",
    "new-customers/action-plan.html": "Action plan: the customer and us",
    "new-customers/versions.html": "New customers: versions",
    "new-customers/print.html": "New customers: to print",
    "in-a-call.html": "In a call",
    "start/seller.html": "Start here: Seller",
    "roles/seller.html": "Seller",
    "strategy.html": "Strategy and process",
    "differentiators.html": "Differentiators",
    "metrics.html": "Metrics",
    "glossary.html": "Glossary",
    "health.html": "Health",
    "versions.html": "Versions",
    "print.html": "Our sales playbook: to print",
    "reference/deals.html": "Deals and their file",
    "drawn.html": "Drawn by hand",
}
"""A page of each kind, by its address, with its heading."""
GO = """path => {
    const link = document.createElement("a");
    link.href = new URL(path, window.root).href;
    document.querySelector("article").append(link);
    let taken = false;
    addEventListener("click", (event) => {
        taken = event.defaultPrevented;
        event.preventDefault();
    }, { once: true });
    link.click();
    link.remove();
    return taken;
}"""
"""Clicks on a link to a page, and says whether Material takes the click: it does once it has read the site map."""


AWAY = re.compile(r"/(mermaid\.min|twolane-start|public-sans)\.js$")
"""Scripts that come when a page or a reader needs them."""

DRAW = """() => {
    dispatchEvent(new Event("twolane:draw"));
    return !document.querySelector("pre.tl-diagram:not([hidden], .is-text)");
}"""


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hosting]:
    """The starter's site with the feature, below a path."""
    with hosting() as running:
        feature = {
            (CONFIG, "    - navigation.top\n"): "    - navigation.top\n    - navigation.instant\n",
            (CONFIG, "docs_dir:"): f"site_url: {running.address}/pb/\ndocs_dir:",
        }
        playbook = starter_playbook(tmp_path_factory.mktemp("instant") / "pb", feature)
        (playbook / DRAWN).write_text(DRAWING, "utf-8")
        running.mounts["/pb/"] = built(playbook)
        yield running


@pytest.fixture
def page(browser: Browser, host: Hosting) -> Iterator[Page]:
    """A window on the home page that never loads another one; complaints of the browser fail the tests."""
    complaints: list[str] = []
    window = browser.new_context(viewport={"width": 1300, "height": 900}).new_page()
    window.on("pageerror", lambda error: complaints.append(str(error)))
    window.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    window.goto(f"{host.address}/pb/index.html")
    window.evaluate("window.root = location.href")
    yield window
    window.context.close()
    assert complaints == []


def go(page: Page, path: str) -> None:
    """Follows a link to a page, which takes the place of the one that is shown."""
    page.wait_for_function(GO, arg=path)
    expect(page.locator(".md-content h1").first).to_have_text(HEADINGS[path])
    assert page.evaluate("typeof window.root") == "string", "the page was loaded"


def draw(page: Page) -> None:
    """Has every diagram of the page be drawn, or shown as text, as soon as its script is there to hear of it."""
    page.wait_for_function(DRAW, polling=200)


def listeners(page: Page, session: CDPSession) -> Counter[tuple[str, str]]:
    """How many of our scripts' listeners there are on what outlives a page, by event."""
    found: Counter[tuple[str, str]] = Counter()
    for target in ("window", "document", "document.body"):
        remote = session.send("Runtime.evaluate", {"expression": target})["result"]["objectId"]
        for each in session.send("DOMDebugger.getEventListeners", {"objectId": remote})["listeners"]:
            found[(target, each["type"])] += 1
    return found


def test_pages_of_all_kinds(page: Page) -> None:
    """Every kind shows its page, its diagrams are drawn, and nothing that waits for a script is left waiting."""
    for path in (*HEADINGS, "new-customers/index.html", "in-a-call.html"):
        go(page, path)
        expect(page.locator(".tl-waits")).to_have_count(0)
        draw(page)
        assert page.locator("pre.tl-diagram.is-text").count() == 0, path


def test_nothing_adds_up(page: Page) -> None:
    """However often pages come and go, each event is heard once: on the third visit as on the first."""
    session = page.context.new_cdp_session(page)
    round_trip = ("new-customers/prospecting.html", "start/seller.html", "in-a-call.html", "new-customers/print.html")
    counts = []
    for _ in range(3):
        for path in (*round_trip, "new-customers/where-is-my-buyer.html", "index.html"):
            go(page, path)
            expect(page.locator(".tl-waits")).to_have_count(0)
        counts.append(listeners(page, session))
    assert counts[2] == counts[1]
    assert page.locator("script[src*='twolane-deals.js']").count() == 1


def test_deals(page: Page) -> None:
    """A deal is made, ticked once with one click, followed to the next stage, and nothing of a page stays behind."""
    go(page, "new-customers/prospecting.html")
    page.get_by_role("button", name="New deal").click()
    page.get_by_label("Name of the deal").fill("Big plant")
    page.get_by_role("button", name="Create the deal").click()
    go(page, "metrics.html")
    assert page.locator(".tl-message, dialog, .tl-deal").count() == 0
    go(page, "new-customers/prospecting.html")
    expect(page.locator(".tl-deal__pick option:checked")).to_have_text("Big plant")
    box = page.locator("input[data-tick]").first
    box.check()
    go(page, "new-customers/index.html")
    go(page, "new-customers/prospecting.html")
    expect(page.locator("input[data-tick]").first).to_be_checked()
    assert page.locator(".tl-deal__row").count() == 1
    page.go_back()
    expect(page.locator(".md-content h1").first).to_have_text("New customers")
    expect(page.locator(".tl-deal__pick option:checked")).to_have_text("Big plant")


def test_the_path_the_cards_and_the_questions(page: Page) -> None:
    """Ticks, filters and answers work on pages that came later, and leave the next ones alone."""
    go(page, "start/seller.html")
    page.locator(".tl-start input").first.check()
    go(page, "in-a-call.html")
    page.locator("#cards-text").fill("managed")
    expect(page.locator("#cards-count")).to_contain_text("1 of")
    go(page, "new-customers/where-is-my-buyer.html")
    page.locator("button[data-go=here]").first.click()
    expect(page.locator(".tl-where__bar")).to_be_visible()
    go(page, "start/seller.html")
    expect(page.locator(".tl-start input:checked")).to_have_count(1)


def test_drawings_lead_on(page: Page) -> None:
    """Links in drawings, the two-line picture and those drawn by hand, lead where they say."""
    go(page, "drawn.html")
    page.locator("article svg a").first.click()
    expect(page.locator(".md-content h1").first).to_have_text("Metrics")
    page.goto(page.evaluate("new URL('new-customers/index.html', document.baseURI).href"))
    target = page.locator("svg a[*|href*='prospecting.html']").first
    target.dispatch_event("click")
    page.wait_for_url("**/new-customers/prospecting.html*")
    expect(page.locator(".md-content h1").first).to_have_text("Prospecting")


def test_search_and_keys(page: Page, host: Hosting) -> None:
    """A result leads on in the same window, and one key opens the cards from there."""
    page.evaluate("document.getElementById('__drawer').checked = true")
    go(page, "metrics.html")
    page.wait_for_function("!document.getElementById('__drawer').checked")  # the theme closes this and search, late
    field = page.get_by_role("textbox", name="Search")
    field.click()
    field.press_sequentially("glossary")
    page.locator(".md-search-result__link", has_text="Glossary").first.click()
    expect(page.locator(".md-content h1").first).to_have_text("Glossary")
    page.locator(".md-content h1").first.click()
    page.keyboard.press("Escape")
    page.keyboard.press("c")
    page.wait_for_url(f"{host.address}/pb/in-a-call.html*")
    expect(page.locator("#cards-text")).to_be_focused()


def test_what_could_not_be_loaded_is_tried_again(browser: Browser, host: Hosting) -> None:
    """A network that is away for a moment costs that moment: diagrams, pages' scripts and saving come with the next."""
    page = browser.new_page(viewport={"width": 1300, "height": 900})
    page.route(AWAY, lambda route: route.abort())
    page.goto(f"{host.address}/pb/index.html")
    page.evaluate("window.root = location.href")
    with page.expect_event("requestfailed", lambda request: "twolane-start.js" in request.url):
        go(page, "start/seller.html")
    go(page, "new-customers/index.html")
    draw(page)
    expect(page.locator("pre.tl-diagram.is-text").first).to_be_visible()
    page.unroute(AWAY)
    go(page, "start/seller.html")
    expect(page.locator(".tl-waits")).to_have_count(0)
    go(page, "new-customers/index.html")
    draw(page)
    expect(page.locator(".tl-drawing svg").first).to_be_visible()
    page.route(AWAY, lambda route: route.abort())
    page.locator(".tl-enlarge").first.click()
    save = page.get_by_role("button", name="Save", exact=False)
    save.click()
    expect(page.locator(".tl-viewer__level")).to_have_text("Could not be saved")
    page.unroute(AWAY)
    with page.expect_download():
        save.click()
    page.context.close()


def test_pages_of_other_sites_stay_as_they_are(tmp_path: Path) -> None:
    """Without the feature a page neither lists scripts for others nor has drawings of another spelling."""
    site = built(starter_playbook(tmp_path / "pb"))
    html = (site / "new-customers/index.html").read_text("utf-8")
    assert ("data-twolane=" in html, "xlink:href" in html) == (False, False)
