"""By keyboard alone on any page: whatever Tab reaches can be seen, and the navigation opens in narrow windows too."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Browser, TimeoutError

from tests.site.example import example_site

pytestmark = pytest.mark.browser

STOPS = 40
"""How often Tab is pressed on a page: past the header and the navigation, into the text."""
SEEN = """() => {
    const focused = document.activeElement;
    const shown = focused.matches("input.md-option") ? focused.nextElementSibling : focused;
    const seen = [...shown.getClientRects()].some(({ left, right, top, bottom }) => {
        const met = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        return met && (shown.contains(met) || met.contains(shown));
    });
    return seen ? "" : focused.outerHTML.slice(0, 150);
}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This repository's own playbook."""
    return example_site(tmp_path_factory)


@pytest.mark.parametrize("width", [390, 1400])
@pytest.mark.parametrize("name", ["index", "in-a-call", "new-business/prospecting"])
def test_what_has_the_focus_is_seen(browser: Browser, site: Path, name: str, width: int) -> None:
    """Nothing that is closed or covered gets the focus."""
    page = browser.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce").new_page()
    page.goto((site / f"{name}.html").as_uri())
    hidden: list[str] = []
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        with suppress(TimeoutError):  # scrolling there may take a moment
            page.wait_for_function(f"({SEEN})() === ''", timeout=10_000)
        if at := page.evaluate(SEEN):
            hidden.append(at)
    page.context.close()
    assert hidden == []


def test_tab_held_down_in_the_search(browser: Browser, site: Path) -> None:
    """In a narrow window, the search holds the page still; whoever goes on from it fast is followed all the same."""
    page = browser.new_context(viewport={"width": 390, "height": 900}, reduced_motion="reduce").new_page()
    page.goto((site / "index.html").as_uri())
    page.locator(".md-search__input").focus()
    page.wait_for_selector("body[data-md-scrolllock]")
    page.evaluate("window.below = document.querySelector('#process-new-business a')")
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === below"):
            break
    page.wait_for_selector("body:not([data-md-scrolllock])")
    page.wait_for_function(f"document.activeElement === below && ({SEEN})() === ''", timeout=5_000)
    page.context.close()


def test_the_navigation_opens_by_keyboard(browser: Browser, site: Path) -> None:
    """In a narrow window, as in a wide one that is enlarged four times: Enter opens it, Tab leads into it."""
    page = browser.new_context(viewport={"width": 390, "height": 900}, reduced_motion="reduce").new_page()
    page.goto((site / "index.html").as_uri())
    button = page.locator("label", has_text="Navigation").and_(page.locator("[tabindex='0']")).first
    drawer = page.locator(".md-sidebar--primary")
    assert not drawer.is_visible()
    button.focus()
    page.keyboard.press("Enter")
    drawer.wait_for()
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('.md-sidebar--primary') !== null"):
            break
    assert page.evaluate(SEEN) == ""
    page.get_by_role("navigation").get_by_role("link", name="In a call").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/in-a-call.html")
    page.context.close()
